//! Lenient reading, as ServiceStack.Text does it: a value is cut out first and read then, so
//! that whatever is missing ends with what holds it.
//!
//! The ends of all lists and maps are found in one pass before reading, which keeps the cutting
//! linear. A member whose value does not fit is left at its default; as a visitor cannot take
//! back a name that it was given, that takes another attempt which leaves the member out.

mod document;
mod entries;
mod items;
mod slot;
mod structure;

use serde::Deserialize;

use crate::error::Result;
use crate::options::ReadOptions;
use document::Document;

/// Reads leniently.
pub(crate) fn read<'de, T: Deserialize<'de>>(text: &'de str, options: ReadOptions) -> Result<T> {
    let mut document = Document::new(text, options);
    loop {
        match T::deserialize(document.root()) {
            Err(error) if error.has_ended_attempt() => {}
            result => return result.map_err(|error| error.or_at(text, 0)),
        }
    }
}
