use std::str::FromStr;

use rust_decimal::Decimal as Number;

use crate::{
    Bytes, Char, DateTime, DateTimeOffset, Decimal, Guid, Map, PropertyType, Set, TimeSpan,
};

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

    /// The value as a number, for comparisons: dates and time spans by their ticks.
    fn as_number(&self) -> Option<Number> {
        None
    }

    /// The number of a text of this type, for comparisons with what a rule states as text.
    fn number_of(_text: &str) -> Option<Number> {
        None
    }
}

impl<T: Checked> Checked for Box<T> {
    fn is_null(&self) -> bool {
        T::is_null(self)
    }

    fn is_empty(&self) -> bool {
        T::is_empty(self)
    }

    fn text(&self) -> Option<String> {
        T::text(self)
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

    fn as_number(&self) -> Option<Number> {
        self.as_ref().and_then(Checked::as_number)
    }

    fn number_of(text: &str) -> Option<Number> {
        T::number_of(text)
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

            fn as_number(&self) -> Option<Number> {
                Number::try_from(*self).ok()
            }

            fn number_of(text: &str) -> Option<Number> {
                Number::from_str(text).ok()
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

    fn as_number(&self) -> Option<Number> {
        Some(self.0)
    }

    fn number_of(text: &str) -> Option<Number> {
        Number::from_str(text).ok()
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

scalars!(Bytes, Char, Guid);

macro_rules! counted_in_ticks {
    ($($type:ty, $ticks:expr;)*) => {$(
        impl Checked for $type {
            fn is_empty(&self) -> bool {
                self.is_unset()
            }

            fn text(&self) -> Option<String> {
                Some(self.to_string())
            }

            fn as_number(&self) -> Option<Number> {
                let ticks: fn(&$type) -> i64 = $ticks;
                Some(ticks(self).into())
            }

            fn number_of(text: &str) -> Option<Number> {
                <$type>::from_str(text).ok()?.as_number()
            }
        }
    )*};
}

counted_in_ticks! {
    DateTime, |date| date.ticks();
    DateTimeOffset, |date| date.unix_milliseconds();
    TimeSpan, |span| span.ticks();
}

impl Checked for bool {
    fn is_empty(&self) -> bool {
        !self
    }

    /// As .NET shows it.
    fn text(&self) -> Option<String> {
        Some(if *self { "True" } else { "False" }.to_owned())
    }
}

impl<T> Checked for Set<T> {
    fn is_empty(&self) -> bool {
        Set::is_empty(self)
    }

    fn text(&self) -> Option<String> {
        None
    }
}

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
