use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant,
};

use super::row::{Cells, Row, RowCells, RowSerializer};
use crate::{EncodeError, WriteOptions};

/// Writes a root value as a table.
pub(super) struct Table<'a> {
    pub(super) out: &'a mut Vec<u8>,
    pub(super) options: &'a WriteOptions,
}

impl<'a> Table<'a> {
    fn row<T: Serialize + ?Sized>(self, value: &T) -> Result<(), EncodeError> {
        match value.serialize(RowSerializer {
            options: self.options,
        })? {
            Row::Object(cells) => write_rows(self.out, &[cells]),
            Row::Scalar(text) => self.out.extend_from_slice(&text),
        }
        Ok(())
    }

    fn rows(self) -> Rows<'a> {
        Rows {
            table: self,
            objects: Vec::new(),
            scalars: Vec::new(),
        }
    }
}

/// The names of the first row, then each row's cells.
fn write_rows(out: &mut Vec<u8>, rows: &[Cells]) {
    let Some(first) = rows.first() else { return };
    Cells::write(out, first.names.iter().map(String::as_bytes));
    for row in rows {
        Cells::write(out, row.values.iter().map(Vec::as_slice));
    }
}

/// The items of a root list.
pub(super) struct Rows<'a> {
    table: Table<'a>,
    objects: Vec<Cells>,
    scalars: Vec<Vec<u8>>,
}

impl Rows<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        match value.serialize(RowSerializer {
            options: self.table.options,
        })? {
            Row::Object(cells) => self.objects.push(cells),
            Row::Scalar(text) => self.scalars.push(text),
        }
        Ok(())
    }

    fn finish(self) -> Result<(), EncodeError> {
        if !self.scalars.is_empty() && self.objects.is_empty() {
            Cells::write(self.table.out, self.scalars.iter().map(Vec::as_slice));
        }
        write_rows(self.table.out, &self.objects);
        Ok(())
    }
}

/// The members of a root object.
pub(super) struct OneRow<'a> {
    out: &'a mut Vec<u8>,
    cells: RowCells<'a>,
}

impl OneRow<'_> {
    fn finish(out: &mut Vec<u8>, row: Row) {
        if let Row::Object(cells) = row {
            write_rows(out, &[cells]);
        }
    }
}

impl SerializeStruct for OneRow<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        SerializeStruct::serialize_field(&mut self.cells, name, value)
    }

    fn end(self) -> Result<(), EncodeError> {
        Self::finish(self.out, SerializeStruct::end(self.cells)?);
        Ok(())
    }
}

impl serde::ser::SerializeStructVariant for OneRow<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        SerializeStruct::serialize_field(&mut self.cells, name, value)
    }

    fn end(self) -> Result<(), EncodeError> {
        SerializeStruct::end(self)
    }
}

impl SerializeMap for OneRow<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodeError> {
        self.cells.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        self.cells.serialize_value(value)
    }

    fn end(self) -> Result<(), EncodeError> {
        Self::finish(self.out, SerializeMap::end(self.cells)?);
        Ok(())
    }
}

macro_rules! lists {
    ($($name:ident $method:ident;)*) => {$(
        impl $name for Rows<'_> {
            type Ok = ();
            type Error = EncodeError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
                self.item(value)
            }

            fn end(self) -> Result<(), EncodeError> {
                self.finish()
            }
        }
    )*};
}

lists! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

macro_rules! scalars {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<(), EncodeError> {
            self.row(&value)
        }
    )*};
}

impl<'a> serde::Serializer for Table<'a> {
    type Ok = ();
    type Error = EncodeError;
    type SerializeSeq = Rows<'a>;
    type SerializeTuple = Rows<'a>;
    type SerializeTupleStruct = Rows<'a>;
    type SerializeTupleVariant = Rows<'a>;
    type SerializeMap = OneRow<'a>;
    type SerializeStruct = OneRow<'a>;
    type SerializeStructVariant = OneRow<'a>;

    scalars! {
        serialize_bool bool; serialize_i8 i8; serialize_i16 i16; serialize_i32 i32;
        serialize_i64 i64; serialize_u8 u8; serialize_u16 u16; serialize_u32 u32;
        serialize_u64 u64; serialize_f32 f32; serialize_f64 f64; serialize_char char;
        serialize_str &str;
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), EncodeError> {
        self.row(&data_encoding::BASE64.encode(bytes))
    }

    fn serialize_none(self) -> Result<(), EncodeError> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), EncodeError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), EncodeError> {
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), EncodeError> {
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _number: u32,
        variant: &'static str,
    ) -> Result<(), EncodeError> {
        self.row(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        let row = RowSerializer {
            options: self.options,
        };
        if let Row::Scalar(text) = row.serialize_newtype_struct(name, value)? {
            self.out.extend_from_slice(&text);
        }
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        value.serialize(self)
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Rows<'a>, EncodeError> {
        Ok(self.rows())
    }

    fn serialize_tuple(self, _len: usize) -> Result<Rows<'a>, EncodeError> {
        Ok(self.rows())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Rows<'a>, EncodeError> {
        Ok(self.rows())
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Rows<'a>, EncodeError> {
        Ok(self.rows())
    }

    fn serialize_map(self, len: Option<usize>) -> Result<OneRow<'a>, EncodeError> {
        let cells = RowSerializer {
            options: self.options,
        }
        .serialize_map(len)?;
        Ok(OneRow {
            out: self.out,
            cells,
        })
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<OneRow<'a>, EncodeError> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<OneRow<'a>, EncodeError> {
        self.serialize_map(None)
    }
}
