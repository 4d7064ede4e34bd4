use super::PropertyType;
use crate::TypeRef;

/// Maps Rust primitives to the CLR types of the same range.
macro_rules! primitives {
    ($($rust:ty => $clr:literal, $unset:expr;)*) => {$(
        impl PropertyType for $rust {
            const IS_VALUE_TYPE: bool = true;

            fn type_ref() -> TypeRef {
                TypeRef::scalar($clr, true)
            }

            fn is_unset(&self) -> bool {
                *self == $unset
            }
        }
    )*};
}

primitives! {
    bool => "Boolean", false;
    u8 => "Byte", 0;
    i8 => "SByte", 0;
    i16 => "Int16", 0;
    u16 => "UInt16", 0;
    i32 => "Int32", 0;
    u32 => "UInt32", 0;
    i64 => "Int64", 0;
    u64 => "UInt64", 0;
    f32 => "Single", 0.0;
    f64 => "Double", 0.0;
}

impl PropertyType for String {
    const IS_VALUE_TYPE: bool = false;

    fn type_ref() -> TypeRef {
        TypeRef::scalar("String", false)
    }

    fn is_unset(&self) -> bool {
        self.is_empty()
    }
}

/// A class that holds itself needs a box: `Option<Box<Nested>>`.
impl<T: PropertyType> PropertyType for Box<T> {
    const IS_VALUE_TYPE: bool = T::IS_VALUE_TYPE;
    const IS_SECRET: bool = T::IS_SECRET;

    fn type_ref() -> TypeRef {
        T::type_ref()
    }

    fn is_unset(&self) -> bool {
        T::is_unset(self)
    }
}
