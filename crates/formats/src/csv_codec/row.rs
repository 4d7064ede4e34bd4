use serde::Serialize;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeStruct};

use super::write_cell;
use crate::{EncodeError, WriteOptions, jsv_codec};

/// The cells of one object, and their names.
#[derive(Debug, Default)]
pub(super) struct Cells {
    pub(super) names: Vec<String>,
    pub(super) values: Vec<Vec<u8>>,
}

impl Cells {
    pub(super) fn add<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
        options: &WriteOptions,
    ) -> Result<(), EncodeError> {
        self.names.push(name.to_owned());
        self.values.push(cell(value, options)?);
        Ok(())
    }

    /// A row of the given texts.
    pub(super) fn write<'a>(out: &mut Vec<u8>, texts: impl Iterator<Item = &'a [u8]>) {
        for (at, text) in texts.enumerate() {
            if at > 0 {
                out.push(b',');
            }
            write_cell(out, text);
        }
        out.extend_from_slice(b"\r\n");
    }
}

/// A text as it is, anything else as JSV.
pub(super) fn cell<T: Serialize + ?Sized>(
    value: &T,
    options: &WriteOptions,
) -> Result<Vec<u8>, EncodeError> {
    let mut text = Vec::new();
    jsv_codec::encode(value, options, &mut text)?;
    // JSV quotes what CSV quotes in its own way.
    if text.first() == Some(&b'"') {
        let inner = &text[1..text.len() - 1];
        let inner = String::from_utf8(inner.to_vec()).map_err(EncodeError::custom)?;
        return Ok(inner.replace("\"\"", "\"").into_bytes());
    }
    Ok(text)
}

/// Collects the cells of an object; anything else is no row.
pub(super) struct RowSerializer<'a> {
    pub(super) options: &'a WriteOptions,
}

/// A value as a row of a table.
pub(super) enum Row {
    /// An object: named cells.
    Object(Cells),
    /// A single cell.
    Scalar(Vec<u8>),
}

pub(super) struct RowCells<'a> {
    cells: Cells,
    options: &'a WriteOptions,
    key: String,
}

impl RowCells<'_> {
    fn finish(self) -> Row {
        Row::Object(self.cells)
    }
}

impl SerializeStruct for RowCells<'_> {
    type Ok = Row;
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.cells.add(name, value, self.options)
    }

    fn end(self) -> Result<Row, EncodeError> {
        Ok(self.finish())
    }
}

impl SerializeMap for RowCells<'_> {
    type Ok = Row;
    type Error = EncodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodeError> {
        self.key = String::from_utf8(cell(key, self.options)?).map_err(EncodeError::custom)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        let key = std::mem::take(&mut self.key);
        self.cells.add(&key, value, self.options)
    }

    fn end(self) -> Result<Row, EncodeError> {
        Ok(self.finish())
    }
}

macro_rules! scalars {
    ($($method:ident($($name:ident: $type:ty),*) = $value:expr;)*) => {$(
        fn $method(self, $($name: $type),*) -> Result<Row, EncodeError> {
            cell(&$value, self.options).map(Row::Scalar)
        }
    )*};
}

macro_rules! no_rows {
    ($($method:ident($($type:ty),*) -> $result:ty;)*) => {$(
        fn $method(self, $(_: $type),*) -> Result<$result, EncodeError> {
            Err(EncodeError::new("a list of lists is no table"))
        }
    )*};
}

impl<'a> serde::Serializer for RowSerializer<'a> {
    type Ok = Row;
    type Error = EncodeError;
    type SerializeSeq = Impossible<Row, EncodeError>;
    type SerializeTuple = Impossible<Row, EncodeError>;
    type SerializeTupleStruct = Impossible<Row, EncodeError>;
    type SerializeTupleVariant = Impossible<Row, EncodeError>;
    type SerializeMap = RowCells<'a>;
    type SerializeStruct = RowCells<'a>;
    type SerializeStructVariant = Impossible<Row, EncodeError>;

    scalars! {
        serialize_bool(value: bool) = value;
        serialize_i8(value: i8) = value;
        serialize_i16(value: i16) = value;
        serialize_i32(value: i32) = value;
        serialize_i64(value: i64) = value;
        serialize_u8(value: u8) = value;
        serialize_u16(value: u16) = value;
        serialize_u32(value: u32) = value;
        serialize_u64(value: u64) = value;
        serialize_f32(value: f32) = value;
        serialize_f64(value: f64) = value;
        serialize_char(value: char) = value;
        serialize_str(value: &str) = value;
        serialize_none() = ();
        serialize_unit() = ();
        serialize_unit_struct(_name: &'static str) = ();
        serialize_unit_variant(_name: &'static str, _number: u32, variant: &'static str) = variant;
    }

    no_rows! {
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Row, EncodeError> {
        Ok(Row::Scalar(
            data_encoding::BASE64.encode(bytes).into_bytes(),
        ))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Row, EncodeError> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Row, EncodeError> {
        cell(&Announced { name, value }, self.options).map(Row::Scalar)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result<Row, EncodeError> {
        value.serialize(self)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<RowCells<'a>, EncodeError> {
        Ok(RowCells {
            cells: Cells::default(),
            options: self.options,
            key: String::new(),
        })
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<RowCells<'a>, EncodeError> {
        self.serialize_map(None)
    }
}

/// A newtype with the name that it announced.
struct Announced<'a, T: ?Sized> {
    name: &'static str,
    value: &'a T,
}

impl<T: Serialize + ?Sized> Serialize for Announced<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(self.name, self.value)
    }
}
