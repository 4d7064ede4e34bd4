use std::fmt::{self, Write};

use serde::Serialize;
use serde::ser::{Error as _, Impossible};

use crate::error::{Error, Result};
use crate::options::ScalarLayout;

/// Whether a value is zero, false or what else a value type holds that was never set. Texts,
/// lists, objects, enumerations and values of an `Option` never are.
pub fn is_default<T: Serialize + ?Sized>(value: &T, layout: Option<ScalarLayout>) -> bool {
    let probe = DefaultProbe {
        sought: Sought::Value,
        scalar: None,
        layout,
    };
    value.serialize(probe).unwrap_or(false)
}

/// Whether a value is the first variant of an enumeration, or flags of which none is set. serde
/// tells variants by their place; a `Serialize` that tells the member's value in its stead, as
/// .NET's enumerations need, is asked for zero.
pub fn is_default_enum<T: Serialize + ?Sized>(value: &T) -> bool {
    let probe = DefaultProbe {
        sought: Sought::Enum,
        scalar: None,
        layout: None,
    };
    value.serialize(probe).unwrap_or(false)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sought {
    Value,
    Enum,
}

struct DefaultProbe {
    sought: Sought,
    /// The scalar that the text belongs to which comes next.
    scalar: Option<&'static str>,
    layout: Option<ScalarLayout>,
}

impl DefaultProbe {
    fn text(&self, text: &str) -> bool {
        match (self.scalar, self.layout) {
            (Some(name), Some(layout)) => (layout.is_default)(name, text),
            _ => false,
        }
    }
}

macro_rules! zeros {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<bool> {
            // A number within a scalar is flags, which are an enumeration.
            let found = if self.scalar.is_none() { Sought::Value } else { Sought::Enum };
            Ok(self.sought == found && value == <$type>::default())
        }
    )*};
}

macro_rules! kept {
    ($($method:ident($($argument:ty),*);)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<bool> {
            Ok(false)
        }
    )*};
}

macro_rules! compound {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {$(
        /// Never a default; the error only ends the probe.
        fn $method(self, $(_: $argument),*) -> Result<$result> {
            Err(Error::custom("not a scalar"))
        }
    )*};
}

impl serde::Serializer for DefaultProbe {
    type Ok = bool;
    type Error = Error;
    type SerializeSeq = Impossible<bool, Error>;
    type SerializeTuple = Impossible<bool, Error>;
    type SerializeTupleStruct = Impossible<bool, Error>;
    type SerializeTupleVariant = Impossible<bool, Error>;
    type SerializeMap = Impossible<bool, Error>;
    type SerializeStruct = Impossible<bool, Error>;
    type SerializeStructVariant = Impossible<bool, Error>;

    zeros! {
        serialize_bool bool; serialize_i8 i8; serialize_i16 i16; serialize_i32 i32;
        serialize_i64 i64; serialize_u8 u8; serialize_u16 u16; serialize_u32 u32;
        serialize_i128 i128; serialize_u64 u64; serialize_u128 u128; serialize_f32 f32; serialize_f64 f64;
    }

    kept! {
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
    }

    compound! {
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
    ) -> Result<bool> {
        Ok(self.sought == Sought::Enum && index == 0)
    }

    fn serialize_str(self, text: &str) -> Result<bool> {
        Ok(self.text(text))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<bool> {
        if self.scalar.is_none() {
            return Ok(false);
        }
        let mut text = String::with_capacity(40);
        write!(text, "{value}").map_err(Error::custom)?;
        Ok(self.text(&text))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _value: &T) -> Result<bool> {
        Ok(false)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<bool> {
        let scalar = if name.starts_with('$') {
            Some(name)
        } else {
            self.scalar
        };
        value.serialize(Self { scalar, ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<bool> {
        Ok(false)
    }
}
