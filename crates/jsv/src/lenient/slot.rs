//! A value that was cut out: what a target type asks for, read from it.

use serde::de::{Deserializer, Visitor};

use super::document::{Document, Part};
use super::entries::{Entries, MapEntries};
use super::items::{Items, TupleItems};
use super::structure::StructEntries;
use crate::de::{NULLABLE, Text, VariantName};
use crate::error::{Category, Error, Result};
use crate::scalar::{Integer, parse_bool, parse_f32, parse_f64, parse_integer};

/// The raw text of a value. Nothing at all is null, or the default of a value type.
pub(super) struct Slot<'a, 'de> {
    document: &'a mut Document<'de>,
    part: Part,
}

impl<'a, 'de> Slot<'a, 'de> {
    pub(super) fn new(document: &'a mut Document<'de>, part: Part) -> Self {
        Self { document, part }
    }

    fn raw(&self) -> &'de str {
        self.document.of(&self.part)
    }

    /// The text without its quotes: the first character and the last, whatever that is.
    fn text(&self) -> Result<Text<'de>> {
        unquoted(self.document, &self.part)
    }

    /// A scalar, or its default if nothing is there.
    fn parsed<T: Default>(&self, what: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T> {
        if self.part.is_empty() {
            return Ok(T::default());
        }
        let text = self.text()?;
        parse(text.as_str()).ok_or_else(|| {
            let message = format!("'{}' is no {what}", text.as_str());
            self.document
                .fault(Category::Data, message, self.part.start)
        })
    }

    fn integer<T: Integer + Default>(&self, what: &str) -> Result<T> {
        self.parsed(what, |text| parse_integer(text).ok())
    }

    fn locate(error: Error, document: &Document<'_>, at: usize) -> Error {
        error.or_at(document.text, at)
    }
}

/// A raw text without its quotes.
pub(super) fn unquoted<'de>(document: &Document<'de>, part: &Part) -> Result<Text<'de>> {
    let raw = document.of(part);
    let Some(rest) = raw.strip_prefix('"') else {
        return Ok(Text::Borrowed(raw));
    };
    let mut inner = rest.chars();
    if inner.next_back().is_none() {
        let message = "a quoted text has no closing quote";
        return Err(document.fault(Category::Eof, message, part.start));
    }
    let inner = inner.as_str();
    Ok(if inner.contains('"') {
        Text::Owned(inner.replace("\"\"", "\""))
    } else {
        Text::Borrowed(inner)
    })
}

/// One character, the first of several, or what a JSON escape stands for.
fn first_character(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next()?;
    if first != '\\' {
        return Some(first);
    }
    match characters.next() {
        None => Some('\\'),
        Some('n') => Some('\n'),
        Some('r') => Some('\r'),
        Some('t') => Some('\t'),
        Some('b') => Some('\u{8}'),
        Some('f') => Some('\u{c}'),
        Some('u') => {
            let digits = characters.as_str().get(..4)?;
            char::from_u32(u32::from_str_radix(digits, 16).ok()?)
        }
        Some(escaped) => Some(escaped),
    }
}

/// Base64, blanks in it ignored.
fn base64(text: &str) -> Option<Vec<u8>> {
    let compact: Vec<u8> = text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    data_encoding::BASE64.decode(&compact).ok()
}

macro_rules! integers {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            visitor.$visit(self.integer::<$type>(stringify!($type))?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Slot<'_, 'de> {
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

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.raw().as_bytes().first() {
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            None => visitor.visit_none(),
            Some(_) => self.deserialize_str(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.parsed("truth value", parse_bool)?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_f32(self.parsed("number", parse_f32)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_f64(self.parsed("number", parse_f64)?)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_char(self.parsed("character", first_character)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let text = self.text()?;
        let value = match text {
            Text::Borrowed(text) => visitor.visit_borrowed_str(text),
            Text::Owned(text) => visitor.visit_string(text),
        };
        value.map_err(|error| Self::locate(error, self.document, self.part.start))
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.raw().starts_with('[') {
            return visitor.visit_byte_buf(serde::Deserialize::deserialize(self)?);
        }
        visitor.visit_byte_buf(self.parsed("base64 text", base64)?)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.part.is_empty() {
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
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
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name != NULLABLE {
            return visitor.visit_newtype_struct(self);
        }
        match self.raw() {
            "" | "\"\"" | "null" => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let begin = self.part.start;
        self.document.deeper(begin, |document| {
            let items = Items::of(document, self.part)?;
            visitor.visit_seq(items)
        })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        if !self.raw().starts_with('{') {
            return self.deserialize_seq(visitor);
        }
        let begin = self.part.start;
        self.document.deeper(begin, |document| {
            let items = TupleItems::of(document, self.part, len)?;
            visitor.visit_seq(items)
        })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let begin = self.part.start;
        self.document.deeper(begin, |document| {
            visitor.visit_map(MapEntries::of(document, self.part))
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let begin = self.part.start;
        self.document.deeper(begin, |document| {
            let entries = StructEntries::of(document, self.part, fields)?;
            visitor.visit_map(entries)
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if self.raw().starts_with('{') {
            let begin = self.part.start;
            return self.document.deeper(begin, |document| {
                let variant = Entries::variant(document, self.part, variants)?;
                visitor.visit_enum(variant)
            });
        }
        let text = self.text()?;
        let value = visitor.visit_enum(VariantName::of(text.as_str(), variants));
        value.map_err(|error| Self::locate(error, self.document, self.part.start))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { identifier }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }
}
