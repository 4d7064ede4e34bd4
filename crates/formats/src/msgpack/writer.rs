use contract::scalar_name;
use data_encoding::BASE64;
use rmp::encode;
use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use crate::{EncodeError, WriteOptions};

/// Writes one value to the end of a buffer.
pub(super) struct Serializer<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
    /// The scalar that the text belongs to which comes next.
    scalar: Option<&'static str>,
}

type Written = Result<(), EncodeError>;

impl<'a> Serializer<'a> {
    pub(super) const fn new(out: &'a mut Vec<u8>, options: &'a WriteOptions) -> Self {
        Self {
            out,
            options,
            scalar: None,
        }
    }

    fn list(self, length: Option<usize>) -> Result<Compound<'a>, EncodeError> {
        encode::write_array_len(self.out, known(length)?).map_err(unwritten)?;
        Ok(self.compound())
    }

    fn map(self, length: Option<usize>) -> Result<Compound<'a>, EncodeError> {
        encode::write_map_len(self.out, known(length)?).map_err(unwritten)?;
        Ok(self.compound())
    }

    const fn compound(self) -> Compound<'a> {
        Compound {
            out: self.out,
            options: self.options,
        }
    }

    /// `{"variant": …}`
    fn variant(&mut self, name: &str) -> Written {
        encode::write_map_len(self.out, 1).map_err(unwritten)?;
        encode::write_str(self.out, name).map_err(unwritten)
    }
}

/// A list or map stands behind its length.
fn known(length: Option<usize>) -> Result<u32, EncodeError> {
    let length = length.ok_or_else(|| EncodeError::new("a list of unknown length"))?;
    u32::try_from(length).map_err(unwritten)
}

fn unwritten(fault: impl std::fmt::Display) -> EncodeError {
    EncodeError::new(fault.to_string())
}

macro_rules! scalars {
    ($($method:ident $type:ty => $write:ident as $wide:ty;)*) => {$(
        fn $method(self, value: $type) -> Written {
            encode::$write(self.out, <$wide>::from(value)).map(drop).map_err(unwritten)
        }
    )*};
}

impl<'a> serde::Serializer for Serializer<'a> {
    type Ok = ();
    type Error = EncodeError;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    scalars! {
        serialize_i8 i8 => write_sint as i64;
        serialize_i16 i16 => write_sint as i64;
        serialize_i32 i32 => write_sint as i64;
        serialize_i64 i64 => write_sint as i64;
        serialize_u8 u8 => write_uint as u64;
        serialize_u16 u16 => write_uint as u64;
        serialize_u32 u32 => write_uint as u64;
        serialize_u64 u64 => write_uint as u64;
        serialize_f32 f32 => write_f32 as f32;
        serialize_f64 f64 => write_f64 as f64;
        serialize_bool bool => write_bool as bool;
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Written {
        if self.scalar == Some(scalar_name::BYTES) {
            let bytes = BASE64.decode(text.as_bytes()).map_err(unwritten)?;
            return self.serialize_bytes(&bytes);
        }
        encode::write_str(self.out, text).map_err(unwritten)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        encode::write_bin(self.out, bytes).map_err(unwritten)
    }

    fn serialize_none(self) -> Written {
        encode::write_nil(self.out).map_err(unwritten)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Written {
        self.serialize_none()
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        number: u32,
        variant: &'static str,
    ) -> Written {
        if self.options.enums_as_integers && name != scalar_name::ENUM_MEMBER {
            return self.serialize_u32(number);
        }
        encode::write_str(self.out, variant).map_err(unwritten)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Written {
        let scalar = if name.starts_with('$') {
            Some(name)
        } else {
            self.scalar
        };
        value.serialize(Self { scalar, ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _name: &'static str,
        _number: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.variant(variant)?;
        value.serialize(Serializer::new(self.out, self.options))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Compound<'a>, EncodeError> {
        self.list(len)
    }

    fn serialize_tuple(self, len: usize) -> Result<Compound<'a>, EncodeError> {
        self.list(Some(len))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        len: usize,
    ) -> Result<Compound<'a>, EncodeError> {
        self.list(Some(len))
    }

    fn serialize_tuple_variant(
        mut self,
        _name: &'static str,
        _number: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Compound<'a>, EncodeError> {
        self.variant(variant)?;
        self.list(Some(len))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Compound<'a>, EncodeError> {
        self.map(len)
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        len: usize,
    ) -> Result<Compound<'a>, EncodeError> {
        self.map(Some(len))
    }

    fn serialize_struct_variant(
        mut self,
        _name: &'static str,
        _number: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Compound<'a>, EncodeError> {
        self.variant(variant)?;
        self.map(Some(len))
    }
}

/// What stands behind the length of a list or map.
pub(super) struct Compound<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
}

impl Compound<'_> {
    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(Serializer::new(self.out, self.options))
    }

    /// Names stand as .NET has them: its reader compares them exactly.
    fn member<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        encode::write_str(self.out, name).map_err(unwritten)?;
        self.value(value)
    }
}

macro_rules! items {
    ($($name:ident $method:ident;)*) => {$(
        impl $name for Compound<'_> {
            type Ok = ();
            type Error = EncodeError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.value(value)
            }

            fn end(self) -> Written {
                Ok(())
            }
        }
    )*};
}

macro_rules! members {
    ($($name:ident)*) => {$(
        impl $name for Compound<'_> {
            type Ok = ();
            type Error = EncodeError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Written {
                self.member(name, value)
            }

            fn end(self) -> Written {
                Ok(())
            }
        }
    )*};
}

items! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

members! { SerializeStruct SerializeStructVariant }

impl SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.value(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.value(value)
    }

    fn end(self) -> Written {
        Ok(())
    }
}
