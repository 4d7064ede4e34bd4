use std::hash::Hash;

use super::PropertyType;
use crate::{TypeRef, TypeShape};

/// `Dictionary<K, V>`, which keeps the order of its entries.
pub type Map<K, V> = indexmap::IndexMap<K, V>;

/// `HashSet<T>`, which keeps the order of its items.
pub type Set<T> = indexmap::IndexSet<T>;

impl<T: PropertyType> PropertyType for Vec<T> {
    const IS_VALUE_TYPE: bool = false;

    fn type_ref() -> TypeRef {
        TypeRef::collection("List`1", TypeShape::List, vec![T::type_ref()])
    }

    fn is_unset(&self) -> bool {
        self.is_empty()
    }
}

impl<T: PropertyType + Eq + Hash> PropertyType for Set<T> {
    const IS_VALUE_TYPE: bool = false;

    fn type_ref() -> TypeRef {
        TypeRef::collection("HashSet`1", TypeShape::List, vec![T::type_ref()])
    }

    fn is_unset(&self) -> bool {
        self.is_empty()
    }
}

impl<K: PropertyType + Eq + Hash, V: PropertyType> PropertyType for Map<K, V> {
    const IS_VALUE_TYPE: bool = false;

    fn type_ref() -> TypeRef {
        let arguments = vec![K::type_ref(), V::type_ref()];
        TypeRef::collection("Dictionary`2", TypeShape::Dictionary, arguments)
    }

    fn is_unset(&self) -> bool {
        self.is_empty()
    }
}
