use serde::Deserializer;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::member::MAX_MEMBERS;
use crate::{DecodeError, TextValue};

/// How many rows are read, the names among them: far more than a batch may have.
const MAX_ROWS: usize = 200_000;

/// A table as it was read.
#[derive(Debug)]
pub(super) struct Table {
    names: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    /// Reads a row of names and rows that have as many cells.
    pub(super) fn parse(text: &str) -> Result<Self, DecodeError> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let cells = text.lines().next().unwrap_or_default().matches(',').count();
        if cells > MAX_MEMBERS {
            return Err(DecodeError::new("too many columns"));
        }
        let records: Result<Vec<_>, _> = reader.records().take(MAX_ROWS).collect();
        let mut records = records
            .map_err(|fault| DecodeError::new(fault.to_string()))?
            .into_iter();
        let names = records
            .next()
            .ok_or_else(|| DecodeError::new("there is no row of names"))?;
        let names = names.iter().map(|name| name.trim().to_owned()).collect();
        Ok(Self {
            names,
            rows: records.collect(),
        })
    }
}

impl Table {
    /// The cells of the first row with their names.
    pub(super) fn into_first_row(self) -> Vec<(String, String)> {
        let Some(first) = self.rows.first() else {
            return Vec::new();
        };
        let cells = first.iter().map(ToOwned::to_owned);
        self.names.into_iter().zip(cells).collect()
    }
}

/// All rows as a list, or the first as an object.
pub(super) struct Rows<'a>(pub(super) &'a Table);

impl<'de> Deserializer<'de> for Rows<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let first = self.0.rows.first();
        let first = first.ok_or_else(|| DecodeError::new("there is no row of values"))?;
        Row {
            names: &self.0.names,
            cells: first,
        }
        .deserialize_any(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let rows = self.0.rows.iter().map(|cells| Row {
            names: &self.0.names,
            cells,
        });
        visitor.visit_seq(SeqDeserializer::new(rows))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// One row as an object.
struct Row<'a> {
    names: &'a [String],
    cells: &'a csv::StringRecord,
}

impl<'de> Deserializer<'de> for Row<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let names = self.names.iter().map(String::as_str);
        let cells = names.zip(self.cells.iter().map(TextValue::new));
        visitor.visit_map(MapDeserializer::new(cells))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<'de> IntoDeserializer<'de, DecodeError> for Row<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
