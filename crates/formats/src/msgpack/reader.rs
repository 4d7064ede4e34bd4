use contract::scalar_name;
use serde::Deserializer;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::token::{Token, Tokens};
use crate::DecodeError;
use crate::scalar_text::ScalarText;

/// The value at the place of the tokens.
pub(super) struct Value<'a, 'de> {
    tokens: &'a mut Tokens<'de>,
}

impl<'a, 'de> Value<'a, 'de> {
    pub(super) const fn new(tokens: &'a mut Tokens<'de>) -> Self {
        Self { tokens }
    }

    fn scalar(self) -> Result<ScalarText<'de>, DecodeError> {
        let text = self.tokens.next()?.text();
        text.map(ScalarText)
            .ok_or_else(|| DecodeError::new("expected a single value"))
    }

    fn list<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, DecodeError> {
        let mut items = Items::open(self.tokens, length)?;
        let value = visitor.visit_seq(&mut items)?;
        items.close(1)?;
        Ok(value)
    }

    /// An object as MsgPack-Cli writes it unless told otherwise: the list of its values.
    fn members_by_place<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let items = Items::open(self.tokens, length)?;
        let mut members = ByPlace { items, place: 0 };
        let value = visitor.visit_map(&mut members)?;
        members.items.close(1)?;
        Ok(value)
    }

    fn map<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, DecodeError> {
        let mut items = Items::open(self.tokens, length)?;
        let value = visitor.visit_map(&mut items)?;
        items.close(2)?;
        Ok(value)
    }
}

macro_rules! scalars {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            self.scalar()?.$method(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Value<'_, 'de> {
    type Error = DecodeError;

    scalars! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_identifier
    }

    forward_to_deserialize_any! { unit unit_struct bytes byte_buf }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.tokens.next()? {
            Token::Nil => visitor.visit_unit(),
            Token::Bool(value) => visitor.visit_bool(value),
            Token::Unsigned(value) => visitor.visit_u64(value),
            Token::Signed(value) => visitor.visit_i64(value),
            Token::Single(value) => visitor.visit_f32(value),
            Token::Double(value) => visitor.visit_f64(value),
            Token::Text(text) => visitor.visit_borrowed_str(text),
            Token::Binary(bytes) => visitor.visit_borrowed_bytes(bytes),
            Token::List(length) => self.list(length, visitor),
            Token::Map(length) => self.map(length, visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.tokens.skip_nil() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if name == scalar_name::NULLABLE {
            return self.deserialize_option(visitor);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.tokens.next()? {
            Token::List(length) => self.list(length, visitor),
            _ => Err(DecodeError::new("expected a list")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.tokens.next()? {
            Token::Map(length) => self.map(length, visitor),
            _ => Err(DecodeError::new("expected a map")),
        }
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

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match self.tokens.next()? {
            Token::Map(length) => self.map(length, visitor),
            Token::List(length) => self.members_by_place(length, visitor),
            _ => Err(DecodeError::new(
                "expected a map, or the list of its values",
            )),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.scalar()?.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let token = self.tokens.next()?;
        self.tokens.skip(token)?;
        visitor.visit_unit()
    }
}

/// The items of a list, or the entries of a map.
struct Items<'a, 'de> {
    tokens: &'a mut Tokens<'de>,
    left: usize,
}

impl<'a, 'de> Items<'a, 'de> {
    fn open(tokens: &'a mut Tokens<'de>, length: usize) -> Result<Self, DecodeError> {
        tokens.enter()?;
        Ok(Self {
            tokens,
            left: length,
        })
    }

    /// Goes over what the target did not ask for.
    fn close(self, values_each: usize) -> Result<(), DecodeError> {
        for _ in 0..self.left.saturating_mul(values_each) {
            let token = self.tokens.next()?;
            self.tokens.skip(token)?;
        }
        self.tokens.leave();
        Ok(())
    }

    fn advance(&mut self) -> bool {
        let goes_on = self.left > 0;
        self.left = self.left.saturating_sub(1);
        goes_on
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        let goes_on = self.advance();
        let read = goes_on.then(|| seed.deserialize(Value::new(self.tokens)));
        read.transpose()
    }

    /// A length is only what the sender says; no more is believed than there are bytes.
    fn size_hint(&self) -> Option<usize> {
        Some(self.left.min(self.tokens.left()))
    }
}

impl<'de> MapAccess<'de> for &mut Items<'_, 'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        let goes_on = self.advance();
        let read = goes_on.then(|| seed.deserialize(Value::new(self.tokens)));
        read.transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DecodeError> {
        seed.deserialize(Value::new(self.tokens))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left.min(self.tokens.left()))
    }
}

/// The items of a list as members that go by their place.
struct ByPlace<'a, 'de> {
    items: Items<'a, 'de>,
    place: usize,
}

impl<'de> MapAccess<'de> for &mut ByPlace<'_, 'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        if !self.items.advance() {
            return Ok(None);
        }
        let place = self.place;
        self.place = place.saturating_add(1);
        seed.deserialize(Place(place)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DecodeError> {
        seed.deserialize(Value::new(self.items.tokens))
    }
}

/// A place as the key that [`DtoVisitor`](contract::DtoVisitor) takes for one.
struct Place(usize);

impl<'de> Deserializer<'de> for Place {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self.0.into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}
