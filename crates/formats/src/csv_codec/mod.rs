//! CSV: a row of names, then a row of values for each object; values that are no single text are
//! JSV.

mod reader;
mod row;
mod table;

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::{DecodeError, EncodeError, WriteOptions};

/// Writes a value: an object as one row, a list of objects as many, a list of scalars as one row
/// without names, a scalar as it is.
pub(crate) fn encode<T: Serialize + ?Sized>(
    value: &T,
    options: &WriteOptions,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let options = WriteOptions {
        exclude_defaults: false,
        exclude_default_enums: false,
        ..options.clone()
    };
    value.serialize(table::Table {
        out,
        options: &options,
    })
}

/// Reads the first row into an object, or every row into a list.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    decode_seed(text, PhantomData)
}

/// As [`decode`], by a seed.
pub(crate) fn decode_seed<V, S>(text: &str, seed: S) -> Result<V, DecodeError>
where
    S: for<'de> DeserializeSeed<'de, Value = V>,
{
    let table = reader::Table::parse(text)?;
    seed.deserialize(reader::Rows(&table))
}

/// Writes a cell: in quotes if it holds what ends one, or would be read as JSV.
fn write_cell(out: &mut Vec<u8>, text: &[u8]) {
    let is_special = |byte: &u8| matches!(byte, b',' | b'"' | b'\r' | b'\n');
    if !(text.iter().any(is_special) || matches!(text.first(), Some(b'[' | b'{'))) {
        return out.extend_from_slice(text);
    }
    out.push(b'"');
    for byte in text {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

/// The cells of the first row, by name.
pub(crate) fn members(text: &str) -> Result<Vec<(String, String)>, DecodeError> {
    reader::Table::parse(text).map(reader::Table::into_first_row)
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::{decode, encode};
    use crate::WriteOptions;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default, rename_all = "PascalCase")]
    struct Row {
        id: i32,
        name: Option<String>,
        tags: Option<Vec<String>>,
        inner: Option<Box<Row>>,
    }

    fn csv<T: Serialize>(value: &T) -> String {
        let mut out = Vec::new();
        encode(value, &WriteOptions::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn rows_follow_a_row_of_names() {
        let row = Row {
            id: 1,
            name: Some("a, \"b\"".into()),
            tags: Some(vec!["x".into(), "y,z".into()]),
            inner: Some(Box::new(Row {
                id: 2,
                ..Row::default()
            })),
        };
        let expected = "Id,Name,Tags,Inner\r\n1,\"a, \"\"b\"\"\",\"[x,\"\"y,z\"\"]\",{id:2}\r\n";
        let expected = expected.replace("{id:2}", "\"{id:2}\"");
        assert_eq!(csv(&row), expected);
        assert_eq!(
            csv(&vec![
                Row::default(),
                Row {
                    id: 3,
                    ..Row::default()
                }
            ]),
            "Id,Name,Tags,Inner\r\n0,,,\r\n3,,,\r\n"
        );
        assert_eq!(csv(&Vec::<Row>::new()), "");
        assert_eq!(csv(&vec![1, 2]), "1,2\r\n");
        assert_eq!(csv(&5), "5");
    }

    #[test]
    fn what_is_written_is_read() {
        let row = Row {
            id: 7,
            name: Some("x\r\ny".into()),
            tags: Some(vec!["a".into()]),
            inner: None,
        };
        assert_eq!(decode::<Row>(&csv(&row)).unwrap(), row);
        let rows: Vec<Row> = decode(&csv(&vec![Row::default(), row])).unwrap();
        assert_eq!((rows.len(), rows[1].id), (2, 7));
        assert!(decode::<Row>("Id\r\nabc\r\n").is_err());
        assert!(decode::<Row>("Id,Name\r\n1,2,3\r\n").is_err());
    }
}
