//! Strict reading: one pass over the text, driven by the target type.

mod ends;
mod entries;
mod handover;
mod key;
mod map;
mod member;
mod members;
mod reader;
mod root;
mod seq;
mod structure;
mod text;
mod tuple;
mod value;
mod variant;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::{Category, Error, Result};
use crate::grammar::Within;
use crate::options::ReadOptions;

pub(crate) use ends::Ends;
pub(crate) use handover::UNTYPED;
pub(crate) use member::named;
pub use members::members;
pub(crate) use reader::mark_length;
use reader::{Reader, Shadowing};
pub use root::Deserializer;
pub(crate) use text::{Text, undoubled};
pub(crate) use tuple::{Absent, item_number};
use value::ValueReader;
pub(crate) use variant::VariantName;

/// The newtype-struct name around a scalar that may be null; see the crate's documentation.
pub const NULLABLE: &str = "$Nullable";

/// Reads a value from a text, borrowing from it where no quote is doubled.
///
/// # Errors
/// The text breaks the grammar, a value does not fit its type, or something follows the value.
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T> {
    read(text, ReadOptions::new())
}

/// Reads a value from bytes, which must be UTF-8.
///
/// # Errors
/// As [`from_str`], and for what is not UTF-8.
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T> {
    from_str(utf8(bytes)?)
}

/// Reads a value from a reader, to its end.
///
/// # Errors
/// As [`from_slice`], and those of the reader.
pub fn from_reader<R: std::io::Read, T: DeserializeOwned>(reader: R) -> Result<T> {
    ReadOptions::new().from_reader(reader)
}

/// Bytes as text.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes).map_err(|fault| {
        let valid = String::from_utf8_lossy(&bytes[..fault.valid_up_to()]);
        let at = fault.valid_up_to();
        Error::at(Category::Syntax, "the text is not UTF-8", &valid, at)
    })
}

/// Reads strictly. Members that stand twice are hardly ever met and cost a look ahead, so that
/// is left to a second attempt.
pub(crate) fn read<'de, T: Deserialize<'de>>(text: &'de str, options: ReadOptions) -> Result<T> {
    let mut reader = Reader::new(text, options, Shadowing::Unexpected);
    let value = attempt(&mut reader);
    if !reader.has_ended() {
        return value;
    }
    attempt(&mut Reader::new(text, options, Shadowing::Sought(None)))
}

fn attempt<'de, T: Deserialize<'de>>(reader: &mut Reader<'de>) -> Result<T> {
    let value = T::deserialize(ValueReader::new(reader, Within::Root));
    let value = value.map_err(|error| reader.locate(error))?;
    reader.end()?;
    Ok(value)
}
