//! The deserializer of a whole text: options, and nothing left behind the value.

use serde::de::Visitor;

use super::reader::{Reader, Shadowing};
use super::value::ValueReader;
use crate::error::{Error, Result};
use crate::grammar::Within;
use crate::options::{Mode, ReadOptions};

/// Reads one value from a text.
#[derive(Debug)]
pub struct Deserializer<'de> {
    pub(super) reader: Reader<'de>,
}

impl<'de> Deserializer<'de> {
    /// A deserializer of the whole of `text`; one byte order mark before it is passed over.
    #[expect(
        clippy::should_implement_trait,
        reason = "the name that serde formats share"
    )]
    pub fn from_str(text: &'de str) -> Self {
        let reader = Reader::new(text, ReadOptions::new(), Shadowing::Sought(None));
        Self { reader }
    }

    /// With other options than the default. Reading is strict all the same: lenient reading may
    /// take more than one attempt, which only a function can make that is not given a visitor, so
    /// that a deserializer refuses [`Mode::Lenient`]; [`ReadOptions::from_str`] reads that way.
    #[must_use]
    pub fn with_options(mut self, options: ReadOptions) -> Self {
        self.reader.set_options(options);
        self
    }

    /// Checks that nothing is left.
    ///
    /// # Errors
    /// Something follows the value.
    pub fn end(&self) -> Result<()> {
        self.reader.end()
    }
}

/// The methods that a root value answers like any other.
macro_rules! forward_to_root {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.read(|root| root.$method(visitor))
        }
    )*};
}

impl<'de> Deserializer<'de> {
    fn read<T>(&mut self, read: impl FnOnce(ValueReader<'_, 'de>) -> Result<T>) -> Result<T> {
        if self.reader.options.mode == Mode::Lenient {
            let message = "a deserializer cannot read leniently; ReadOptions::from_str does";
            return Err(serde::de::Error::custom(message));
        }
        let value = read(ValueReader::new(&mut self.reader, Within::Root));
        value.map_err(|error| self.reader.locate(error))
    }
}

impl<'de> serde::Deserializer<'de> for &mut Deserializer<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.read(|root| root.deserialize_any(visitor))
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
        self.read(|root| root.deserialize_newtype_struct(name, visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.read(|root| root.deserialize_enum(name, variants, visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.read(|root| root.deserialize_struct(name, fields, visitor))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.read(|root| root.deserialize_tuple(len, visitor))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.read(|root| root.deserialize_tuple_struct(name, len, visitor))
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.read(|root| root.deserialize_unit_struct(name, visitor))
    }

    forward_to_root! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit
        deserialize_seq deserialize_map deserialize_identifier deserialize_ignored_any
    }
}
