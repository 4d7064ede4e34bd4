//! A value at the reader's place: what a target type asks for, read from the text.

use serde::de::Visitor;

use super::NULLABLE;
use super::entries::Entries;
use super::handover::{Handover, UNTYPED};
use super::map::MapReader;
use super::reader::Reader;
use super::seq::SeqReader;
use super::structure::StructReader;
use super::text::Text;
use super::tuple::Items;
use super::variant::{VariantMap, VariantName};
use crate::error::{Category, Error, Result};
use crate::grammar::Within;
use crate::options::Duplicates;
use crate::scalar::{IntegerError, parse_bool, parse_f32, parse_f64, parse_integer};

/// A value at the reader's place, within what holds it.
pub(crate) struct ValueReader<'a, 'de> {
    pub(super) reader: &'a mut Reader<'de>,
    within: Within,
}

impl<'a, 'de> ValueReader<'a, 'de> {
    pub(crate) fn new(reader: &'a mut Reader<'de>, within: Within) -> Self {
        Self { reader, within }
    }

    /// The value as text, unquoted.
    #[inline]
    pub(super) fn text(&mut self) -> Result<Text<'de>> {
        self.reader.text(self.within)
    }

    #[inline]
    fn integer<T: crate::scalar::Integer>(&mut self, type_name: &str) -> Result<T> {
        let at = self.reader.at();
        if let Some(number) = self.reader.digits(self.within) {
            if let Ok(number) = T::try_from(number) {
                return Ok(number);
            }
            self.reader.move_to(at);
        }
        self.spelled_integer(type_name)
    }

    /// An integer that is no row of digits.
    fn spelled_integer<T: crate::scalar::Integer>(&mut self, type_name: &str) -> Result<T> {
        let at = self.reader.at();
        let text = self.text()?;
        parse_integer(text.as_str()).map_err(|fault| {
            let what = match fault {
                IntegerError::Invalid => "is no integer",
                IntegerError::OutOfRange => "is out of range",
            };
            self.reader.fault_at(
                Category::Data,
                format!("'{}' {what} ({type_name})", text.as_str()),
                at,
            )
        })
    }

    fn parsed<T>(&mut self, what: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T> {
        let at = self.reader.at();
        let text = self.text()?;
        parse(text.as_str()).ok_or_else(|| self.unfit(text.as_str(), what, at))
    }

    #[cold]
    fn unfit(&self, text: &str, what: &str, at: usize) -> Error {
        let message = format!("'{text}' is no {what}");
        self.reader.fault_at(Category::Data, message, at)
    }

    #[inline]
    fn is_absent(&self) -> bool {
        match self.reader.peek() {
            None => true,
            Some(b',') => self.within != Within::Root,
            Some(b'}') => self.within == Within::Map,
            Some(b']') => self.within == Within::List,
            Some(_) => false,
        }
    }

    /// A list or map, to be read by no other rules than the default.
    #[inline]
    fn can_be_handed_over(&mut self) -> bool {
        if self.within == Within::Root && self.reader.peek() == Some(b'[') {
            // Blanks around a list that takes all of the text do not count.
            self.reader.trim();
        }
        let is_default = self.reader.options.duplicates == Duplicates::LastWins;
        is_default && matches!(self.reader.peek(), Some(b'{' | b'['))
    }

    pub(super) fn skip(&mut self) -> Result<()> {
        self.reader.raw(self.within).map(drop)
    }
}

macro_rules! integers {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
            let value = self.integer::<$type>(stringify!($type))?;
            visitor.$visit(value)
        }
    )*};
}

impl<'de> serde::Deserializer<'de> for ValueReader<'_, 'de> {
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

    /// Text says no type: a map by its brace, a list by its bracket, else text.
    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.reader.peek() {
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            _ if self.is_absent() => visitor.visit_none(),
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.parsed("truth value", parse_bool)?)
    }

    fn deserialize_f32<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        visitor.visit_f32(self.parsed("number", parse_f32)?)
    }

    #[inline]
    fn deserialize_f64<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        match self.reader.decimal(self.within) {
            Some(number) => visitor.visit_f64(number),
            None => visitor.visit_f64(self.parsed("number", parse_f64)?),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let only = |text: &str| {
            let mut characters = text.chars();
            characters.next().filter(|_| characters.next().is_none())
        };
        visitor.visit_char(self.parsed("single character", only)?)
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        if self.reader.peek() != Some(b'"') {
            return visitor.visit_borrowed_str(self.reader.raw(self.within)?);
        }
        match self.text()? {
            Text::Borrowed(text) => visitor.visit_borrowed_str(text),
            Text::Owned(text) => visitor.visit_string(text),
        }
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    /// Base64, or a list of numbers.
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.reader.peek() == Some(b'[') {
            let numbers: Vec<u8> = serde::Deserialize::deserialize(self)?;
            return visitor.visit_byte_buf(numbers);
        }
        let mut value = self;
        let decode = |text: &str| data_encoding::BASE64.decode(text.as_bytes()).ok();
        visitor.visit_byte_buf(value.parsed("base64 text", decode)?)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_absent() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        self.parsed("empty value", |text| text.is_empty().then_some(()))?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        mut self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name == NULLABLE {
            if self.is_absent() {
                return visitor.visit_none();
            }
            if self.reader.skip_null(self.within) {
                return visitor.visit_none();
            }
            return visitor.visit_some(self);
        }
        if name == UNTYPED && self.can_be_handed_over() {
            return visitor.visit_enum(Handover {
                reader: self.reader,
                within: self.within,
            });
        }
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let mut list = if self.within == Within::Root {
            SeqReader::at_root(self.reader)?
        } else {
            SeqReader::open(self.reader)?
        };
        let value = visitor.visit_seq(&mut list)?;
        list.close()?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        if self.reader.peek() == Some(b'{') {
            let mut map = Entries::open(self.reader)?;
            let value = visitor.visit_seq(Items::new(&mut map, len))?;
            if map.advance()? {
                let message = "the tuple holds more items than its type";
                return Err(map.reader.fault(Category::Data, message));
            }
            return Ok(value);
        }
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_tuple(len, visitor)
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let mut map = MapReader::open(self.reader)?;
        let value = visitor.visit_map(&mut map)?;
        map.close()?;
        Ok(value)
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let mut map = StructReader::open(self.reader, fields)?;
        let value = visitor.visit_map(&mut map)?;
        map.close()?;
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if self.reader.peek() == Some(b'{') {
            let reader = self.reader;
            return visitor.visit_enum(VariantMap { reader, variants });
        }
        let mut value = self;
        let text = value.text()?;
        visitor.visit_enum(VariantName::of(text.as_str(), variants))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }
}
