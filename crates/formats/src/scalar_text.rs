use std::borrow::Cow;

use jsv::scalar::{IntegerError, parse_bool, parse_f32, parse_f64, parse_integer};
use serde::Deserializer;
use serde::de::{Error, Visitor};
use serde::forward_to_deserialize_any;

use crate::DecodeError;

/// A scalar's text, which the type that is asked for makes a value of.
pub(crate) struct ScalarText<'de>(pub(crate) Cow<'de, str>);

impl ScalarText<'_> {
    /// Whether .NET takes the text for null where a type can be.
    fn is_null(&self) -> bool {
        matches!(self.0.as_ref(), "" | "null")
    }

    fn parsed<T>(
        &self,
        what: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, DecodeError> {
        parse(&self.0).ok_or_else(|| DecodeError::new(format!("'{}' is no {what}", self.0)))
    }
}

macro_rules! integers {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            let value = parse_integer::<$type>(&self.0).map_err(|fault| {
                let what = match fault {
                    IntegerError::Invalid => "is no integer",
                    IntegerError::OutOfRange => "is out of range",
                };
                DecodeError::new(format!("'{}' {what} ({})", self.0, stringify!($type)))
            })?;
            visitor.$visit(value)
        }
    )*};
}

impl<'de> Deserializer<'de> for ScalarText<'de> {
    type Error = DecodeError;

    integers! {
        deserialize_i8 visit_i8 i8; deserialize_i16 visit_i16 i16; deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64; deserialize_i128 visit_i128 i128;
        deserialize_u8 visit_u8 u8; deserialize_u16 visit_u16 u16; deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64; deserialize_u128 visit_u128 u128;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.0 {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_bool(self.parsed("truth value", parse_bool)?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_f32(self.parsed("number", parse_f32)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_f64(self.parsed("number", parse_f64)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match name {
            contract::scalar_name::NULLABLE if self.is_null() => visitor.visit_none(),
            contract::scalar_name::VALUE if self.0.is_empty() => visitor.visit_none(),
            contract::scalar_name::NULLABLE | contract::scalar_name::VALUE => {
                visitor.visit_some(self)
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_enum(serde::de::value::CowStrDeserializer::new(self.0))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, DecodeError> {
        Err(DecodeError::custom(format_args!(
            "expected a list, found '{}'",
            self.0
        )))
    }

    fn deserialize_map<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, DecodeError> {
        Err(DecodeError::custom(format_args!(
            "expected an object, found '{}'",
            self.0
        )))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, DecodeError> {
        Err(DecodeError::custom(format_args!(
            "expected {name}, found '{}'",
            self.0
        )))
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}
