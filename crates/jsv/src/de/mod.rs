//! Reading: one pass over the text, driven by the target type.

mod enumeration;
mod key;
mod map;
mod reader;
mod seq;
mod text;

use serde::de::{DeserializeOwned, Visitor};

use crate::error::{Category, Error, Result};
use crate::grammar::Within;
use crate::options::ReadOptions;
use crate::scalar::{IntegerError, parse_bool, parse_f32, parse_f64, parse_integer};

use enumeration::VariantAccess;
use map::MapReader;
pub(crate) use reader::Reader;
use seq::SeqReader;
use text::Text;

/// The newtype-struct name around a scalar that may be null; see the crate's documentation.
pub const NULLABLE: &str = "$Nullable";

/// Reads a value from a text, borrowing from it where no quote is doubled.
///
/// # Errors
/// The text breaks the grammar, a value does not fit its type, or something follows the value.
pub fn from_str<'de, T: serde::Deserialize<'de>>(text: &'de str) -> Result<T> {
    let mut deserializer = Deserializer::from_str(text);
    let value = T::deserialize(&mut deserializer);
    let value = value.map_err(|error| deserializer.reader.locate(error))?;
    deserializer.end()?;
    Ok(value)
}

/// Reads a value from bytes, which must be UTF-8.
///
/// # Errors
/// As [`from_str`], and for what is not UTF-8.
pub fn from_slice<'de, T: serde::Deserialize<'de>>(bytes: &'de [u8]) -> Result<T> {
    match std::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(fault) => {
            let valid = String::from_utf8_lossy(&bytes[..fault.valid_up_to()]);
            Err(Error::at(
                Category::Syntax,
                "the text is not UTF-8",
                &valid,
                fault.valid_up_to(),
            ))
        }
    }
}

/// Reads a value from a reader, to its end.
///
/// # Errors
/// As [`from_slice`], and those of the reader.
pub fn from_reader<R: std::io::Read, T: DeserializeOwned>(mut reader: R) -> Result<T> {
    let mut bytes = Vec::new();
    reader
        .read_to_end(&mut bytes)
        .map_err(|fault| Error::io(&fault))?;
    from_slice(&bytes)
}

/// Reads one value from a text.
#[derive(Debug)]
pub struct Deserializer<'de> {
    reader: Reader<'de>,
    is_bare_list_allowed: bool,
}

impl<'de> Deserializer<'de> {
    /// A deserializer of the whole of `text`; one byte order mark before it is passed over.
    #[expect(
        clippy::should_implement_trait,
        reason = "the name that serde formats share"
    )]
    pub fn from_str(text: &'de str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let reader = Reader::new(text, ReadOptions::default());
        Self {
            reader,
            is_bare_list_allowed: false,
        }
    }

    /// With other options than the default.
    #[must_use]
    pub fn with_options(mut self, options: ReadOptions) -> Self {
        self.reader.set_options(options);
        self
    }

    /// Takes a list without its brackets too: `1,2,3`, as query strings have it.
    #[must_use]
    pub const fn allow_bare_list(mut self) -> Self {
        self.is_bare_list_allowed = true;
        self
    }

    /// Checks that nothing but blanks is left.
    ///
    /// # Errors
    /// Something follows the value.
    pub fn end(&self) -> Result<()> {
        if self.reader.rest().trim().is_empty() {
            return Ok(());
        }
        Err(self
            .reader
            .fault(Category::Syntax, "something follows the value"))
    }
}

/// A value at the reader's place, within what holds it.
pub(crate) struct Value<'a, 'de> {
    reader: &'a mut Reader<'de>,
    within: Within,
}

impl<'a, 'de> Value<'a, 'de> {
    pub(crate) fn new(reader: &'a mut Reader<'de>, within: Within) -> Self {
        Self { reader, within }
    }

    /// The value as text, unquoted.
    fn text(&mut self) -> Result<Text<'de>> {
        self.reader.text(self.within)
    }

    fn integer<T: crate::scalar::Integer>(&mut self, type_name: &str) -> Result<T> {
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
        parse(text.as_str()).ok_or_else(|| {
            self.reader.fault_at(
                Category::Data,
                format!("'{}' is no {what}", text.as_str()),
                at,
            )
        })
    }

    fn is_absent(&self) -> bool {
        match self.reader.rest().as_bytes().first() {
            None => true,
            Some(b',') => self.within != Within::Root,
            Some(b'}') => self.within == Within::Map,
            Some(b']') => self.within == Within::List,
            Some(_) => false,
        }
    }

    fn skip(&mut self) -> Result<()> {
        self.reader.raw(self.within).map(drop)
    }
}

macro_rules! integers {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
            let value = self.integer::<$type>(stringify!($type))?;
            visitor.$visit(value)
        }
    )*};
}

impl<'de> serde::Deserializer<'de> for Value<'_, 'de> {
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

    /// Text says no type: a map by its brace, a list by its bracket, and text.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.reader.rest().as_bytes().first() {
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

    fn deserialize_f64<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        visitor.visit_f64(self.parsed("number", parse_f64)?)
    }

    fn deserialize_char<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let only = |text: &str| {
            let mut characters = text.chars();
            characters.next().filter(|_| characters.next().is_none())
        };
        visitor.visit_char(self.parsed("single character", only)?)
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        match self.text()? {
            Text::Borrowed(text) => visitor.visit_borrowed_str(text),
            Text::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    /// Base64, or a list of numbers.
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.reader.rest().starts_with('[') {
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
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name == NULLABLE {
            if self.is_absent() {
                return visitor.visit_none();
            }
            if self.reader.skip_null(self.within)? {
                return visitor.visit_none();
            }
            return visitor.visit_some(self);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let mut list = SeqReader::open(self.reader, self.within)?;
        let value = visitor.visit_seq(&mut list)?;
        list.close()?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value> {
        if self.reader.rest().starts_with('{') {
            // .NET writes a tuple as an object with the members Item1, Item2, ….
            let mut map = MapReader::open(self.reader)?;
            let value = visitor.visit_seq(seq::Items(&mut map))?;
            map.close()?;
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

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let mut map = MapReader::open(self.reader)?;
        let value = visitor.visit_map(&mut map)?;
        map.close()?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let mut map = MapReader::open(self.reader)?.of_struct(fields);
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
        visitor.visit_enum(VariantAccess::new(self, variants))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }
}

/// The methods that a root value answers like any other.
macro_rules! forward_to_root {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.root().$method(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> {
    fn root(&mut self) -> Value<'_, 'de> {
        Value::new(&mut self.reader, Within::Root)
    }
}

impl<'de> serde::Deserializer<'de> for &mut Deserializer<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.root().deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        // The whole deserializer goes on, so that a list inside may stand without brackets.
        if self.reader.rest().is_empty() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.root().deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let is_bare = !self.reader.rest().starts_with('[');
        if !(self.is_bare_list_allowed && is_bare) {
            return self.root().deserialize_seq(visitor);
        }
        visitor.visit_seq(&mut SeqReader::bare(&mut self.reader))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.root().deserialize_enum(name, variants, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.root().deserialize_struct(name, fields, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.root().deserialize_tuple(len, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.root().deserialize_tuple_struct(name, len, visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.root().deserialize_unit_struct(name, visitor)
    }

    forward_to_root! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit
        deserialize_map deserialize_identifier deserialize_ignored_any
    }
}
