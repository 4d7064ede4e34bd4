use crate::{Bytes, Char, DateTime, DateTimeOffset, Decimal, Guid, Map, PropertyType, TimeSpan};

/// What rules can ask of a value.
pub trait Checked {
    /// Whether it is null.
    fn is_null(&self) -> bool {
        false
    }

    /// Whether `NotEmpty` refuses it: null, blank text, an empty list, the type's default.
    fn is_empty(&self) -> bool;

    /// The value as messages show it; `None` for null and for what has no short text.
    fn text(&self) -> Option<String>;

    /// The value as text, for the rules on text.
    fn as_text(&self) -> Option<&str> {
        None
    }

    /// The value as a number, for comparisons.
    fn as_number(&self) -> Option<rust_decimal::Decimal> {
        None
    }
}

impl<T: Checked> Checked for Option<T> {
    fn is_null(&self) -> bool {
        self.is_none()
    }

    fn is_empty(&self) -> bool {
        self.as_ref().is_none_or(Checked::is_empty)
    }

    fn text(&self) -> Option<String> {
        self.as_ref().and_then(Checked::text)
    }

    fn as_text(&self) -> Option<&str> {
        self.as_ref().and_then(Checked::as_text)
    }

    fn as_number(&self) -> Option<rust_decimal::Decimal> {
        self.as_ref().and_then(Checked::as_number)
    }
}

impl Checked for String {
    fn is_empty(&self) -> bool {
        self.trim().is_empty()
    }

    fn text(&self) -> Option<String> {
        Some(self.clone())
    }

    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Checked for $type {
            fn is_empty(&self) -> bool {
                *self == <$type>::default()
            }

            fn text(&self) -> Option<String> {
                Some(self.to_string())
            }

            fn as_number(&self) -> Option<rust_decimal::Decimal> {
                rust_decimal::Decimal::try_from(*self).ok()
            }
        }
    )*};
}

numbers!(u8, i8, i16, u16, i32, u32, i64, u64, f32, f64);

impl Checked for Decimal {
    fn is_empty(&self) -> bool {
        self.is_unset()
    }

    fn text(&self) -> Option<String> {
        Some(self.to_string())
    }

    fn as_number(&self) -> Option<rust_decimal::Decimal> {
        Some(self.0)
    }
}

macro_rules! scalars {
    ($($type:ty),*) => {$(
        impl Checked for $type {
            fn is_empty(&self) -> bool {
                self.is_unset()
            }

            fn text(&self) -> Option<String> {
                Some(self.to_string())
            }
        }
    )*};
}

scalars!(bool, Bytes, Char, DateTime, DateTimeOffset, Guid, TimeSpan);

impl<T> Checked for Vec<T> {
    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }

    fn text(&self) -> Option<String> {
        None
    }
}

impl<K, V> Checked for Map<K, V> {
    fn is_empty(&self) -> bool {
        Map::is_empty(self)
    }

    fn text(&self) -> Option<String> {
        None
    }
}
