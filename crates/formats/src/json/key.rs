use serde::Serialize;
use serde::ser::Impossible;

use super::serializer::{Presence, Serializer};
use super::text::write_text;
use crate::{EncodeError, WriteOptions};

/// Writes the key of a dictionary: always a text.
pub(super) struct KeySerializer<'a> {
    pub(super) out: &'a mut Vec<u8>,
    pub(super) options: &'a WriteOptions,
}

impl KeySerializer<'_> {
    /// A scalar as its value would be written, in quotes.
    fn scalar<T: Serialize + ?Sized>(self, value: &T) -> Result<Presence, EncodeError> {
        let start = self.out.len();
        value.serialize(Serializer::new(self.out, self.options))?;
        if !self.out[start..].starts_with(b"\"") {
            self.out.insert(start, b'"');
            self.out.push(b'"');
        }
        Ok(Presence::Present)
    }
}

/// A scalar that announces itself by name.
struct Named<'a, T: ?Sized>(&'static str, &'a T);

impl<T: Serialize + ?Sized> Serialize for Named<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(self.0, self.1)
    }
}

macro_rules! scalars {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<Presence, EncodeError> {
            self.scalar(&value)
        }
    )*};
}

macro_rules! refused {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<$result, EncodeError> {
            Err(EncodeError::new("the key of a dictionary is a scalar"))
        }
    )*};
}

impl serde::Serializer for KeySerializer<'_> {
    type Ok = Presence;
    type Error = EncodeError;
    type SerializeSeq = Impossible<Presence, EncodeError>;
    type SerializeTuple = Impossible<Presence, EncodeError>;
    type SerializeTupleStruct = Impossible<Presence, EncodeError>;
    type SerializeTupleVariant = Impossible<Presence, EncodeError>;
    type SerializeMap = Impossible<Presence, EncodeError>;
    type SerializeStruct = Impossible<Presence, EncodeError>;
    type SerializeStructVariant = Impossible<Presence, EncodeError>;

    scalars! {
        serialize_bool bool; serialize_i8 i8; serialize_i16 i16; serialize_i32 i32;
        serialize_i64 i64; serialize_u8 u8; serialize_u16 u16; serialize_u32 u32;
        serialize_u64 u64; serialize_f32 f32; serialize_f64 f64; serialize_char char;
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
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_str(self, text: &str) -> Result<Presence, EncodeError> {
        write_text(self.out, text);
        Ok(Presence::Present)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _number: u32,
        variant: &'static str,
    ) -> Result<Presence, EncodeError> {
        self.serialize_str(variant)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Presence, EncodeError> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Presence, EncodeError> {
        self.scalar(&Named(name, value))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<Presence, EncodeError> {
        Err(EncodeError::new("the key of a dictionary is a scalar"))
    }
}
