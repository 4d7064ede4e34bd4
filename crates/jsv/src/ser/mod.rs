//! Writing: straight into one growing buffer.

mod compound;
mod default_probe;
mod key;
mod raw_scalar;
mod text;

use data_encoding::BASE64;
use serde::Serialize;
use serde::ser::Error as _;

use crate::error::{Error, Result};
use crate::options::WriteOptions;
use crate::scalar::{write_f32, write_f64, write_signed, write_unsigned};
use crate::short;

use compound::{ListWriter, MapWriter, StructWriter};
pub use default_probe::{is_default, is_default_enum};
use raw_scalar::RawScalar;
use text::write_text;

/// Writes a value to a string.
///
/// # Errors
/// The value cannot be written: a map with lists for keys, or an error of its own.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    WriteOptions::new().to_string(value)
}

/// Writes a value to bytes, which are UTF-8.
///
/// # Errors
/// As [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    WriteOptions::new().to_vec(value)
}

/// Bytes that this crate wrote, as text.
pub(crate) fn text_of(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(Error::custom)
}

/// Writes a value to a writer.
///
/// # Errors
/// As [`to_string`], and those of the writer.
pub fn to_writer<W: std::io::Write, T: Serialize + ?Sized>(writer: W, value: &T) -> Result<()> {
    WriteOptions::new().to_writer(writer, value)
}

/// Whether there was a value: what holds an absent one leaves it out.
// As wide as the pointer of an error, so that a result of the two is returned in registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Presence {
    /// A value was written.
    Present,
    /// There was none (`None`, `()`), and nothing was written.
    Absent,
}

/// Writes one value to the end of a buffer.
#[derive(Debug)]
pub struct Serializer<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
}

impl<'a> Serializer<'a> {
    /// A serializer that appends to `out`.
    pub fn new(out: &'a mut Vec<u8>, options: &'a WriteOptions) -> Self {
        Self { out, options }
    }

    #[inline]
    fn display(self, text: impl AsRef<[u8]>) -> Result<Presence> {
        short::append(self.out, text.as_ref());
        Ok(Presence::Present)
    }

    /// A variant with content is a map of one entry, as serde's formats have it.
    fn variant(&mut self, name: &str) {
        self.out.push(b'{');
        write_text(self.out, name);
        self.out.push(b':');
    }
}

macro_rules! integers {
    ($($method:ident $type:ty, $write:ident;)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> Result<Presence> {
            $write(self.out, value.into());
            Ok(Presence::Present)
        }
    )*};
}

/// Numbers that are hardly ever met.
macro_rules! long_integers {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<Presence> {
            self.display(itoa::Buffer::new().format(value))
        }
    )*};
}

impl<'a> serde::Serializer for Serializer<'a> {
    type Ok = Presence;
    type Error = Error;
    type SerializeSeq = ListWriter<'a>;
    type SerializeTuple = StructWriter<'a>;
    type SerializeTupleStruct = StructWriter<'a>;
    type SerializeTupleVariant = StructWriter<'a>;
    type SerializeMap = MapWriter<'a>;
    type SerializeStruct = StructWriter<'a>;
    type SerializeStructVariant = StructWriter<'a>;

    integers! {
        serialize_i8 i8, write_signed; serialize_i16 i16, write_signed;
        serialize_i32 i32, write_signed; serialize_i64 i64, write_signed;
        serialize_u8 u8, write_unsigned; serialize_u16 u16, write_unsigned;
        serialize_u32 u32, write_unsigned; serialize_u64 u64, write_unsigned;
    }

    long_integers! { serialize_i128 i128; serialize_u128 u128; }

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<Presence> {
        self.display(if value { "True" } else { "False" })
    }

    fn serialize_f32(self, value: f32) -> Result<Presence> {
        write_f32(self.out, value);
        Ok(Presence::Present)
    }

    #[inline]
    fn serialize_f64(self, value: f64) -> Result<Presence> {
        write_f64(self.out, value);
        Ok(Presence::Present)
    }

    fn serialize_char(self, value: char) -> Result<Presence> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Result<Presence> {
        write_text(self.out, text);
        Ok(Presence::Present)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Presence> {
        let start = self.out.len();
        self.out.resize(start + BASE64.encode_len(bytes.len()), 0);
        BASE64.encode_mut(bytes, &mut self.out[start..]);
        Ok(Presence::Present)
    }

    #[inline]
    fn serialize_none(self) -> Result<Presence> {
        Ok(Presence::Absent)
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Presence> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Presence> {
        Ok(Presence::Absent)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Presence> {
        Ok(Presence::Absent)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<Presence> {
        // A `$` name marks a value that always goes by its text.
        if self.options.enums_as_integers && !name.starts_with('$') {
            return self.serialize_u32(index);
        }
        raw_scalar::write_raw(self.out, variant);
        Ok(Presence::Present)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Presence> {
        if name.starts_with('$') {
            return value.serialize(RawScalar {
                name,
                out: self.out,
                layout: self.options.scalars,
            });
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Presence> {
        self.variant(variant);
        value.serialize(Serializer {
            out: &mut *self.out,
            options: self.options,
        })?;
        self.out.push(b'}');
        Ok(Presence::Present)
    }

    #[inline]
    fn serialize_seq(self, _len: Option<usize>) -> Result<ListWriter<'a>> {
        Ok(ListWriter::open(self.out, self.options))
    }

    /// .NET's tuples are objects with the members `Item1`, `Item2`, ….
    fn serialize_tuple(self, _len: usize) -> Result<StructWriter<'a>> {
        Ok(StructWriter::open(self.out, self.options, false))
    }

    fn serialize_tuple_struct(self, _name: &'static str, len: usize) -> Result<StructWriter<'a>> {
        self.serialize_tuple(len)
    }

    fn serialize_tuple_variant(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<StructWriter<'a>> {
        self.variant(variant);
        Ok(StructWriter::open(self.out, self.options, true))
    }

    #[inline]
    fn serialize_map(self, _len: Option<usize>) -> Result<MapWriter<'a>> {
        Ok(MapWriter::open(self.out, self.options))
    }

    #[inline]
    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<StructWriter<'a>> {
        Ok(StructWriter::open(self.out, self.options, false))
    }

    fn serialize_struct_variant(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<StructWriter<'a>> {
        self.variant(variant);
        Ok(StructWriter::open(self.out, self.options, true))
    }
}
