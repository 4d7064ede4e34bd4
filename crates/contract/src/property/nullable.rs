use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Visitor};

use super::PropertyType;
use crate::{TypeRef, scalar_name};

impl<T: PropertyType> PropertyType for Option<T> {
    const IS_VALUE_TYPE: bool = T::IS_VALUE_TYPE;
    const IS_SECRET: bool = T::IS_SECRET;

    fn type_ref() -> TypeRef {
        T::type_ref().nullable()
    }

    fn is_unset(&self) -> bool {
        self.is_none()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = NullableVisitor(PhantomData);
        if T::IS_VALUE_TYPE {
            // Text formats spell a null number or date as nothing, `""` or `null`; only they
            // can tell, before the type's own rule sees the text.
            deserializer.deserialize_newtype_struct(scalar_name::NULLABLE, visitor)
        } else {
            deserializer.deserialize_option(visitor)
        }
    }
}

/// Null becomes `T`'s default: what .NET leaves in a property of a value type.
pub(super) fn read_or_default<'de, T: PropertyType, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let visitor = NullableVisitor(PhantomData);
    let read = if T::IS_VALUE_TYPE {
        deserializer.deserialize_newtype_struct(scalar_name::VALUE, visitor)
    } else {
        deserializer.deserialize_option(visitor)
    };
    read.map(Option::unwrap_or_default)
}

struct NullableVisitor<T>(PhantomData<T>);

impl<'de, T: PropertyType> Visitor<'de> for NullableVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} or null", T::type_ref())
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::deserialize(deserializer).map(Some)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_option(self)
    }
}
