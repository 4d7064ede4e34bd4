use std::borrow::Cow;

use contract::scalar_name;
use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::reader::Reader;
use crate::DecodeError;
use crate::scalar_text::ScalarText;

/// The value at the reader's place.
pub(super) struct Value<'a, 'de> {
    reader: &'a mut Reader<'de>,
}

impl<'a, 'de> Value<'a, 'de> {
    pub(super) fn new(reader: &'a mut Reader<'de>) -> Self {
        Self { reader }
    }

    /// The text of a scalar, or the raw text of a list or object.
    fn text(&mut self) -> Result<Cow<'de, str>, DecodeError> {
        match self.reader.peek() {
            Some(b'"') => self.reader.text(),
            Some(b'{' | b'[') => self.reader.raw().map(Cow::Borrowed),
            _ => match self.reader.word()? {
                "null" => Err(self.reader.fault("null does not do here")),
                word => Ok(Cow::Borrowed(word)),
            },
        }
    }

    fn scalar<T>(
        mut self,
        read: impl FnOnce(ScalarText<'de>) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        let first = self.reader.peek();
        let at = self.reader.at();
        if matches!(first, Some(b'{' | b'[')) {
            self.reader.raw()?;
            return Err(self
                .reader
                .locate_at(DecodeError::new("expected a single value"), at));
        }
        let text = self.text()?;
        read(ScalarText(text)).map_err(|fault| self.reader.locate_at(fault, at))
    }

    /// Goes over `null`; whether there was one.
    fn skip_null(&mut self) -> Result<bool, DecodeError> {
        if self.reader.peek() != Some(b'n') {
            return Ok(false);
        }
        self.reader.word().map(|_| true)
    }
}

macro_rules! scalars {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            self.scalar(|text| text.$method(visitor))
        }
    )*};
}

macro_rules! texts {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, DecodeError> {
            self.reader.peek();
            let at = self.reader.at();
            let text = self.text()?;
            ScalarText(text).$method(visitor).map_err(|fault| self.reader.locate_at(fault, at))
        }
    )*};
}

impl<'de> Deserializer<'de> for Value<'_, 'de> {
    type Error = DecodeError;

    scalars! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char
    }

    texts! { deserialize_str deserialize_string deserialize_identifier }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.reader.peek() {
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b'"') => self.deserialize_str(visitor),
            _ => match self.reader.word()? {
                "null" => visitor.visit_unit(),
                "true" => visitor.visit_bool(true),
                "false" => visitor.visit_bool(false),
                number => visit_number(number, visitor),
            },
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_byte_buf(visitor)
    }

    /// Base64, or a list of numbers.
    fn deserialize_byte_buf<V: Visitor<'de>>(
        mut self,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if self.reader.peek() == Some(b'[') {
            let numbers: Vec<u8> = serde::Deserialize::deserialize(self)?;
            return visitor.visit_byte_buf(numbers);
        }
        let text = self.text()?;
        let bytes = data_encoding::BASE64.decode(text.as_bytes());
        visitor.visit_byte_buf(bytes.map_err(|_| self.reader.fault("not base64 text"))?)
    }

    fn deserialize_option<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.skip_null()? {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, DecodeError> {
        if !self.skip_null()? {
            return Err(self.reader.fault("expected null"));
        }
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        mut self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if !matches!(name, scalar_name::NULLABLE | scalar_name::VALUE) {
            return visitor.visit_newtype_struct(self);
        }
        if self.skip_null()? {
            return visitor.visit_none();
        }
        if self.reader.peek() == Some(b'"') {
            // A text may say null too; the type reads it only if it does not.
            return self.scalar(|text| text.deserialize_newtype_struct(name, visitor));
        }
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.reader.peek() != Some(b'[') {
            return Err(self.reader.fault("expected a list"));
        }
        self.reader.enter()?;
        let mut items = Items {
            reader: self.reader,
            is_first: true,
            is_closed: false,
        };
        let value = visitor.visit_seq(&mut items)?;
        while items.advance()? {
            items.reader.raw()?;
        }
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.reader.peek() != Some(b'{') {
            return Err(self.reader.fault("expected an object"));
        }
        self.reader.enter()?;
        let mut members = Members {
            reader: self.reader,
            is_first: true,
            is_closed: false,
        };
        let value = visitor.visit_map(&mut members)?;
        while members.advance()? {
            members.reader.name()?;
            members.reader.raw()?;
        }
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.scalar(|text| text.deserialize_enum(name, variants, visitor))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.reader.raw()?;
        visitor.visit_unit()
    }
}

fn visit_number<'de, V: Visitor<'de>>(
    number: &'de str,
    visitor: V,
) -> Result<V::Value, DecodeError> {
    if let Ok(value) = number.parse::<u64>() {
        return visitor.visit_u64(value);
    }
    if let Ok(value) = number.parse::<i64>() {
        return visitor.visit_i64(value);
    }
    match number.parse::<f64>() {
        Ok(value) => visitor.visit_f64(value),
        Err(_) => Err(DecodeError::new(format!("'{number}' is no number"))),
    }
}

struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    is_first: bool,
    is_closed: bool,
}

impl Items<'_, '_> {
    fn advance(&mut self) -> Result<bool, DecodeError> {
        let goes_on = !self.is_closed && self.reader.advance(b']', &mut self.is_first)?;
        self.is_closed = !goes_on;
        Ok(goes_on)
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        if !self.advance()? {
            return Ok(None);
        }
        seed.deserialize(Value::new(self.reader)).map(Some)
    }
}

struct Members<'a, 'de> {
    reader: &'a mut Reader<'de>,
    is_first: bool,
    is_closed: bool,
}

impl Members<'_, '_> {
    fn advance(&mut self) -> Result<bool, DecodeError> {
        let goes_on = !self.is_closed && self.reader.advance(b'}', &mut self.is_first)?;
        self.is_closed = !goes_on;
        Ok(goes_on)
    }
}

impl<'de> MapAccess<'de> for &mut Members<'_, 'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        if !self.advance()? {
            return Ok(None);
        }
        let at = self.reader.at();
        let name = self.reader.name()?;
        let key = seed.deserialize(ScalarText(name));
        key.map(Some)
            .map_err(|fault| self.reader.locate_at(fault, at))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DecodeError> {
        seed.deserialize(Value::new(self.reader))
    }
}
