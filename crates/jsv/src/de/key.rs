use serde::Deserializer;
use serde::de::Visitor;
use serde::forward_to_deserialize_any;

use super::Reader;
use super::ValueReader;
use super::text::Text;
use super::variant::VariantName;
use crate::error::{Error, Result};
use crate::grammar::{self, Within};
use crate::scalar::{IntegerError, parse_bool, parse_f32, parse_f64, parse_integer};

/// The key of a map entry at the reader's place, as the type of the keys reads it. It ends after
/// the colon.
pub(super) struct Key<'a, 'de> {
    reader: &'a mut Reader<'de>,
}

impl<'a, 'de> Key<'a, 'de> {
    #[inline]
    pub(super) fn new(reader: &'a mut Reader<'de>) -> Self {
        Self { reader }
    }

    #[inline]
    fn text(&mut self) -> Result<Text<'de>> {
        if self.reader.peek() == Some(b'{') {
            let raw = self.reader.apply(grammar::nested)?;
            self.reader.colon()?;
            return Ok(Text::Borrowed(raw));
        }
        let raw = self.reader.apply(grammar::key)?;
        Ok(if raw.starts_with('"') {
            Text::unquoted(raw)
        } else {
            Text::Borrowed(raw)
        })
    }

    fn parsed<T>(&mut self, what: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T> {
        let text = self.text()?;
        parse(text.as_str()).ok_or_else(|| {
            // The reader that called adds the place.
            serde::de::Error::custom(format_args!("the key '{}' is no {what}", text.as_str()))
        })
    }
}

macro_rules! integers {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
            let parse = |text: &str| match parse_integer::<$type>(text) {
                Ok(value) => Some(value),
                Err(IntegerError::Invalid | IntegerError::OutOfRange) => None,
            };
            visitor.$visit(self.parsed(stringify!($type), parse)?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Key<'_, 'de> {
    type Error = Error;

    integers! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_i128 visit_i128 i128;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_u128 visit_u128 u128;
    }

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        match self.text()? {
            Text::Borrowed(text) => visitor.visit_borrowed_str(text),
            Text::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.parsed("truth value", parse_bool)?)
    }

    fn deserialize_f32<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        visitor.visit_f32(self.parsed("number", parse_f32)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        visitor.visit_f64(self.parsed("number", parse_f64)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let text = self.text()?;
        visitor.visit_enum(VariantName::of(text.as_str(), variants))
    }

    /// An object for a key: read in place, like a value.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let value = ValueReader::new(self.reader, Within::Map).deserialize_map(visitor)?;
        self.reader.colon()?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let value =
            ValueReader::new(self.reader, Within::Map).deserialize_struct(name, fields, visitor)?;
        self.reader.colon()?;
        Ok(value)
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct identifier
        ignored_any
    }
}
