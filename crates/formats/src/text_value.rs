use std::borrow::Cow;

use serde::Deserializer;
use serde::de::{IntoDeserializer, Visitor};

use crate::DecodeError;
use crate::scalar_text::ScalarText;

/// A value of a query string, form or path: a text is taken as it is, everything else is JSV,
/// a list needs no brackets, and nothing is null.
#[derive(Debug, Clone, Copy)]
pub struct TextValue<'a>(&'a str);

impl<'a> TextValue<'a> {
    /// The value of that text, decoded.
    pub const fn new(text: &'a str) -> Self {
        Self(text)
    }

    fn scalar(self) -> ScalarText<'a> {
        ScalarText(Cow::Borrowed(self.0))
    }

    fn jsv<T>(
        self,
        read: impl FnOnce(&mut jsv::Deserializer<'a>) -> jsv::Result<T>,
    ) -> Result<T, DecodeError> {
        let mut deserializer = jsv::Deserializer::from_str(self.0);
        let value = read(&mut deserializer)?;
        deserializer.end()?;
        Ok(value)
    }
}

macro_rules! scalars {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            self.scalar().$method(visitor)
        }
    )*};
}

macro_rules! composites {
    ($($method:ident($($argument:ident: $type:ty),*);)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, DecodeError> {
            self.jsv(|deserializer| deserializer.$method($($argument,)* visitor))
        }
    )*};
}

impl<'de> Deserializer<'de> for TextValue<'de> {
    type Error = DecodeError;

    scalars! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64 deserialize_char deserialize_str deserialize_string
        deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_identifier
        deserialize_any deserialize_ignored_any
    }

    composites! {
        deserialize_seq();
        deserialize_map();
        deserialize_tuple(len: usize);
        deserialize_tuple_struct(name: &'static str, len: usize);
        deserialize_struct(name: &'static str, fields: &'static [&'static str]);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
    }

    /// A check box sends its hidden default after its value: only the first counts.
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let first = self.0.split(',').next().unwrap_or_default();
        Self(first).scalar().deserialize_bool(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.0.is_empty() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match (name, self.0) {
            (contract::scalar_name::NULLABLE, "" | "null") => visitor.visit_none(),
            (contract::scalar_name::NULLABLE, _) => visitor.visit_some(self),
            _ => visitor.visit_newtype_struct(self),
        }
    }
}

impl<'de> IntoDeserializer<'de, DecodeError> for TextValue<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::TextValue;

    fn read<'a, T: Deserialize<'a>>(text: &'a str) -> T {
        T::deserialize(TextValue::new(text)).unwrap()
    }

    #[test]
    fn a_text_is_taken_as_it_is() {
        assert_eq!(read::<String>("\"a,b\""), "\"a,b\"");
        assert_eq!(read::<String>("[1,2]"), "[1,2]");
    }

    #[test]
    fn everything_else_is_jsv() {
        assert_eq!(read::<Vec<String>>("a,\"b,c\""), ["a", "b,c"]);
        assert_eq!(read::<Vec<i32>>("[1,2]"), [1, 2]);
        assert_eq!(read::<Vec<Vec<i32>>>("[[1,2],[3]]"), [vec![1, 2], vec![3]]);
        let map: std::collections::BTreeMap<i32, String> = read("{1:a,2:\"b,c\"}");
        assert_eq!(map[&2], "b,c");
        assert!(read::<bool>("on,off"));
        assert!(i32::deserialize(TextValue::new("abc")).is_err());
        assert!(Vec::<i32>::deserialize(TextValue::new("[1,2]x")).is_err());
    }
}
