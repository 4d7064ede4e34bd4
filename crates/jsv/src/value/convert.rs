//! What becomes a value, and what a value compares with.

use std::borrow::Cow;

use super::{Map, Value};
use crate::scalar::{write_f32, write_f64};

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<char> for Value<'_> {
    fn from(character: char) -> Self {
        Self::from(String::from(character))
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Self::from(if truth { "True" } else { "False" })
    }
}

impl From<()> for Value<'_> {
    fn from((): ()) -> Self {
        Self::Null
    }
}

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl From<$type> for Value<'_> {
            fn from(number: $type) -> Self {
                Self::from(itoa::Buffer::new().format(number).to_owned())
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! floats {
    ($($type:ty, $write:ident;)*) => {$(
        impl From<$type> for Value<'_> {
            fn from(number: $type) -> Self {
                let mut text = Vec::with_capacity(24);
                $write(&mut text, number);
                Self::from(String::from_utf8_lossy(&text).into_owned())
            }
        }
    )*};
}

floats! { f32, write_f32; f64, write_f64; }

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<'a, T: Into<Value<'a>>> From<Vec<T>> for Value<'a> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<'a, T: Into<Value<'a>>> FromIterator<T> for Value<'a> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl<'a> From<Map<'a>> for Value<'a> {
    fn from(map: Map<'a>) -> Self {
        Self::Map(map)
    }
}

impl PartialEq<str> for Value<'_> {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == Some(text)
    }
}

impl PartialEq<&str> for Value<'_> {
    fn eq(&self, text: &&str) -> bool {
        self.as_str() == Some(*text)
    }
}

impl PartialEq<String> for Value<'_> {
    fn eq(&self, text: &String) -> bool {
        self.as_str() == Some(text)
    }
}
