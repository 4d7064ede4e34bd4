use std::fmt::{self, Write};

use serde::Serialize;
use serde::ser::{Error as _, Impossible};

use super::Presence;
use super::text::write_quoted;
use crate::error::{Error, Result};
use crate::options::ScalarLayout;
use crate::short;

/// Writes the text of a raw scalar, laid out as the options say.
pub(super) struct RawScalar<'a> {
    pub(super) name: &'static str,
    pub(super) out: &'a mut Vec<u8>,
    pub(super) layout: Option<ScalarLayout>,
}

/// Writes a text that .NET would write without looking. Dates hold colons, which do no harm in a
/// value; what would end the value is quoted, and .NET reads that as well.
pub(super) fn write_raw(out: &mut Vec<u8>, text: &str) {
    if text.bytes().any(ends_value) {
        write_quoted(out, text);
    } else {
        short::append(out, text.as_bytes());
    }
}

const fn ends_value(byte: u8) -> bool {
    matches!(
        byte,
        b'"' | b',' | b'{' | b'}' | b'[' | b']' | b'\r' | b'\n'
    )
}

/// Text that is formatted straight into the output.
struct Formatted<'a>(&'a mut Vec<u8>);

impl Write for Formatted<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        short::append(self.0, text.as_bytes());
        Ok(())
    }
}

/// Quotes what was written since `start`, if it has to be.
fn quote_since(out: &mut Vec<u8>, start: usize) -> Result<()> {
    if out[start..].iter().copied().any(ends_value) {
        let text = String::from_utf8(out.split_off(start)).map_err(Error::custom)?;
        write_quoted(out, &text);
    }
    Ok(())
}

impl RawScalar<'_> {
    fn write(self, text: &str) -> Result<Presence> {
        match self.layout {
            Some(layout) => {
                let mut laid_out = String::new();
                (layout.write)(self.name, text, &mut laid_out);
                write_raw(self.out, &laid_out);
            }
            None => write_raw(self.out, text),
        }
        Ok(Presence::Present)
    }
}

/// Every scalar is a text or a number.
macro_rules! numbers {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<Presence> {
            self.write(itoa::Buffer::new().format(value))
        }
    )*};
}

/// What no scalar is.
macro_rules! refused {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<$result> {
            Err(Error::custom("a raw scalar is a text or a number"))
        }
    )*};
}

impl serde::Serializer for RawScalar<'_> {
    type Ok = Presence;
    type Error = Error;
    type SerializeSeq = Impossible<Presence, Error>;
    type SerializeTuple = Impossible<Presence, Error>;
    type SerializeTupleStruct = Impossible<Presence, Error>;
    type SerializeTupleVariant = Impossible<Presence, Error>;
    type SerializeMap = Impossible<Presence, Error>;
    type SerializeStruct = Impossible<Presence, Error>;
    type SerializeStructVariant = Impossible<Presence, Error>;

    numbers! {
        serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i64 i64;
        serialize_i128 i128; serialize_u128 u128;
        serialize_u8 u8; serialize_u16 u16; serialize_u32 u32; serialize_u64 u64;
    }

    refused! {
        serialize_f32(f32) -> Presence;
        serialize_f64(f64) -> Presence;
        serialize_bool(bool) -> Presence;
        serialize_bytes(&[u8]) -> Presence;
        serialize_unit() -> Presence;
        serialize_unit_struct(&'static str) -> Presence;
        serialize_unit_variant(&'static str, u32, &'static str) -> Presence;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_str(self, text: &str) -> Result<Presence> {
        self.write(text)
    }

    fn serialize_char(self, value: char) -> Result<Presence> {
        self.write(value.encode_utf8(&mut [0; 4]))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<Presence> {
        if self.layout.is_some() {
            return self.write(&value.to_string());
        }
        let start = self.out.len();
        write!(Formatted(self.out), "{value}").map_err(Error::custom)?;
        quote_since(self.out, start)?;
        Ok(Presence::Present)
    }

    fn serialize_none(self) -> Result<Presence> {
        Ok(Presence::Absent)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Presence> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<Presence> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result<Presence> {
        value.serialize(self)
    }
}
