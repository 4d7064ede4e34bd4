//! Reading: one pass over the text, driven by the target type.

mod enumeration;
mod key;
mod map;
mod reader;
mod root;
mod seq;
mod text;
mod value;

use serde::de::DeserializeOwned;

use crate::error::{Category, Error, Result};

pub(crate) use reader::Reader;
pub use root::Deserializer;
pub(crate) use value::Value;

/// The newtype-struct name around a scalar that may be null; see the crate's documentation.
pub const NULLABLE: &str = "$Nullable";

/// Reads a value from a text, borrowing from it where no quote is doubled.
///
/// # Errors
/// The text breaks the grammar, a value does not fit its type, or something follows the value.
pub fn from_str<'de, T: serde::Deserialize<'de>>(text: &'de str) -> Result<T> {
    let mut deserializer = Deserializer::from_str(text);
    let value = T::deserialize(&mut deserializer);
    let value = value.map_err(|error| deserializer.reader.locate(error))?;
    deserializer.end()?;
    Ok(value)
}

/// Reads a value from bytes, which must be UTF-8.
///
/// # Errors
/// As [`from_str`], and for what is not UTF-8.
pub fn from_slice<'de, T: serde::Deserialize<'de>>(bytes: &'de [u8]) -> Result<T> {
    match std::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(fault) => {
            let valid = String::from_utf8_lossy(&bytes[..fault.valid_up_to()]);
            Err(Error::at(
                Category::Syntax,
                "the text is not UTF-8",
                &valid,
                fault.valid_up_to(),
            ))
        }
    }
}

/// Reads a value from a reader, to its end.
///
/// # Errors
/// As [`from_slice`], and those of the reader.
pub fn from_reader<R: std::io::Read, T: DeserializeOwned>(mut reader: R) -> Result<T> {
    let mut bytes = Vec::new();
    reader
        .read_to_end(&mut bytes)
        .map_err(|fault| Error::io(&fault))?;
    from_slice(&bytes)
}
