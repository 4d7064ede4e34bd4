use serde::Serialize;
use serde::ser::{Error as _, Impossible};

use super::raw_scalar::RawScalar;
use super::text::{write_quoted, write_text};
use super::{Presence, Serializer};
use crate::error::{Error, Result};
use crate::options::WriteOptions;

/// Writes the key of a map entry: a text by the text rule, a scalar bare unless it holds what
/// would end the key, an object as a map.
pub(super) struct KeySerializer<'a> {
    pub(super) out: &'a mut Vec<u8>,
    pub(super) options: &'a WriteOptions,
}

impl KeySerializer<'_> {
    /// Writes a scalar, then quotes it if it holds a delimiter. .NET writes such a key bare and
    /// cannot read it back.
    fn scalar<T: Serialize + ?Sized>(self, value: &T) -> Result<Presence> {
        let start = self.out.len();
        value.serialize(Serializer::new(self.out, self.options))?;
        self.quote_from(start)
    }

    fn quote_from(self, start: usize) -> Result<Presence> {
        let written = &self.out[start..];
        let ends_key = |byte: &u8| matches!(byte, b':' | b',' | b'{' | b'}' | b'[' | b']');
        let is_bare = !written.starts_with(b"\"");
        if written.is_empty() || is_bare && written.iter().any(ends_key) {
            let text = String::from_utf8(self.out.split_off(start)).map_err(Error::custom)?;
            write_quoted(self.out, &text);
        }
        Ok(Presence::Present)
    }
}

macro_rules! scalars {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<Presence> {
            self.scalar(&value)
        }
    )*};
}

macro_rules! refused {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<$result> {
            Err(Error::custom("the key of a map is a scalar or an object"))
        }
    )*};
}

impl<'a> serde::Serializer for KeySerializer<'a> {
    type Ok = Presence;
    type Error = Error;
    type SerializeSeq = Impossible<Presence, Error>;
    type SerializeTuple = Impossible<Presence, Error>;
    type SerializeTupleStruct = Impossible<Presence, Error>;
    type SerializeTupleVariant = Impossible<Presence, Error>;
    type SerializeMap = super::MapWriter<'a>;
    type SerializeStruct = super::StructWriter<'a>;
    type SerializeStructVariant = Impossible<Presence, Error>;

    scalars! {
        serialize_bool bool; serialize_i8 i8; serialize_i16 i16; serialize_i32 i32;
        serialize_i64 i64; serialize_u8 u8; serialize_u16 u16; serialize_u32 u32;
        serialize_i128 i128; serialize_u64 u64; serialize_u128 u128; serialize_f32 f32; serialize_f64 f64;
    }

    refused! {
        serialize_bytes(&[u8]) -> Presence;
        serialize_none() -> Presence;
        serialize_unit() -> Presence;
        serialize_unit_struct(&'static str) -> Presence;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_str(self, text: &str) -> Result<Presence> {
        write_text(self.out, text);
        Ok(Presence::Present)
    }

    fn serialize_char(self, value: char) -> Result<Presence> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<Presence> {
        let start = self.out.len();
        Serializer::new(self.out, self.options).serialize_unit_variant(name, index, variant)?;
        self.quote_from(start)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Presence> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Presence> {
        if !name.starts_with('$') {
            return value.serialize(self);
        }
        let start = self.out.len();
        value.serialize(RawScalar {
            name,
            out: self.out,
            layout: self.options.scalars,
        })?;
        self.quote_from(start)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<Presence> {
        Err(Error::custom("the key of a map is a scalar or an object"))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self::SerializeMap> {
        Serializer::new(self.out, self.options).serialize_map(len)
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct> {
        Serializer::new(self.out, self.options).serialize_struct(name, len)
    }
}
