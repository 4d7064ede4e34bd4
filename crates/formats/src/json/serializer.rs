use std::fmt;

use contract::{TimeSpan, scalar_name};
use data_encoding::BASE64;
use jsv::scalar::{write_f32, write_f64};
use serde::Serialize;

use super::compound::{ListWriter, MapWriter, StructWriter};
use super::date::write_date;
use super::text::write_text;
use crate::{EncodeError, WriteOptions};

/// Whether there was a value: what holds an absent one decides what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Present,
    Absent,
}

/// Writes one value to the end of a buffer.
pub(super) struct Serializer<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
    /// The scalar that the text belongs to which comes next.
    scalar: Option<&'static str>,
    /// Items of a list go on lines of their own.
    is_by_line: bool,
}

type Written = Result<Presence, EncodeError>;

impl<'a> Serializer<'a> {
    pub(super) fn new(out: &'a mut Vec<u8>, options: &'a WriteOptions) -> Self {
        Self {
            out,
            options,
            scalar: None,
            is_by_line: false,
        }
    }

    pub(super) fn by_line(self) -> Self {
        Self {
            is_by_line: true,
            ..self
        }
    }

    fn bare(self, text: impl AsRef<[u8]>) -> Written {
        self.out.extend_from_slice(text.as_ref());
        Ok(Presence::Present)
    }

    fn quoted(self, text: &str) -> Written {
        write_text(self.out, text);
        Ok(Presence::Present)
    }

    /// The text of a scalar that serde does not know.
    fn scalar_text(self, name: &'static str, text: &str) -> Written {
        match name {
            scalar_name::DECIMAL => self.bare(text),
            scalar_name::DATE_TIME | scalar_name::DATE_TIME_OFFSET => {
                write_date(self.out, name, text, self.options);
                Ok(Presence::Present)
            }
            scalar_name::TIME_SPAN if self.options.standard_time_spans => {
                match text.parse::<TimeSpan>() {
                    Ok(span) => self.quoted(&span.to_standard_format()),
                    Err(_) => self.quoted(text),
                }
            }
            _ => self.quoted(text),
        }
    }

    fn variant(&mut self, name: &str) {
        self.out.push(b'{');
        write_text(self.out, name);
        self.out.push(b':');
    }
}

macro_rules! integers {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Written {
            self.bare(itoa::Buffer::new().format(value))
        }
    )*};
}

impl<'a> serde::Serializer for Serializer<'a> {
    type Ok = Presence;
    type Error = EncodeError;
    type SerializeSeq = ListWriter<'a>;
    type SerializeTuple = ListWriter<'a>;
    type SerializeTupleStruct = ListWriter<'a>;
    type SerializeTupleVariant = ListWriter<'a>;
    type SerializeMap = MapWriter<'a>;
    type SerializeStruct = StructWriter<'a>;
    type SerializeStructVariant = StructWriter<'a>;

    integers! {
        serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i64 i64; serialize_i128 i128;
        serialize_u8 u8; serialize_u16 u16; serialize_u32 u32; serialize_u64 u64; serialize_u128 u128;
    }

    fn serialize_bool(self, value: bool) -> Written {
        self.bare(if value { "true" } else { "false" })
    }

    /// JSON has no name for what is not a number: it goes out as a text, which .NET reads.
    fn serialize_f32(self, value: f32) -> Written {
        let quotes: &[u8] = if value.is_finite() { b"" } else { b"\"" };
        self.out.extend_from_slice(quotes);
        write_f32(self.out, value);
        self.bare(quotes)
    }

    fn serialize_f64(self, value: f64) -> Written {
        let quotes: &[u8] = if value.is_finite() { b"" } else { b"\"" };
        self.out.extend_from_slice(quotes);
        write_f64(self.out, value);
        self.bare(quotes)
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Written {
        match self.scalar {
            Some(name) => self.scalar_text(name, text),
            None => self.quoted(text),
        }
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Written {
        use std::fmt::Write;
        let mut text = String::with_capacity(40);
        write!(text, "{value}").map_err(|_| EncodeError::new("a value could not be shown"))?;
        self.serialize_str(&text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        self.quoted(&BASE64.encode(bytes))
    }

    fn serialize_none(self) -> Written {
        Ok(Presence::Absent)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        Ok(Presence::Absent)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Written {
        Ok(Presence::Absent)
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
        self.quoted(variant)
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
        self.variant(variant);
        if value.serialize(Serializer::new(self.out, self.options))? == Presence::Absent {
            self.out.extend_from_slice(b"null");
        }
        self.bare("}")
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<ListWriter<'a>, EncodeError> {
        Ok(ListWriter::open(self.out, self.options, self.is_by_line))
    }

    fn serialize_tuple(self, len: usize) -> Result<ListWriter<'a>, EncodeError> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        len: usize,
    ) -> Result<ListWriter<'a>, EncodeError> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        mut self,
        _name: &'static str,
        _number: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<ListWriter<'a>, EncodeError> {
        self.variant(variant);
        Ok(ListWriter::open(self.out, self.options, false).of_variant())
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<MapWriter<'a>, EncodeError> {
        Ok(MapWriter::open(self.out, self.options))
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<StructWriter<'a>, EncodeError> {
        Ok(StructWriter::open(self.out, self.options, false))
    }

    fn serialize_struct_variant(
        mut self,
        _name: &'static str,
        _number: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<StructWriter<'a>, EncodeError> {
        self.variant(variant);
        Ok(StructWriter::open(self.out, self.options, true))
    }
}
