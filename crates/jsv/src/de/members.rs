//! The members of a map as they are spelled, for who reads them one by one.

use std::borrow::Cow;

use super::entries::Entries;
use super::reader::{Reader, Shadowing};
use super::text::{Text, unquoted};
use crate::error::{Category, Result};
use crate::grammar::Within;
use crate::options::ReadOptions;

/// Lists the members of a map: each name unquoted, each value as it stands, quotes and brackets
/// included. Blanks may follow the map, and it may have `max` members.
///
/// ```
/// let members = jsv::members("{a:1,b:\"x,y\",c:[1,2]}", 10)?;
/// let values: Vec<&str> = members.iter().map(|(_, value)| *value).collect();
/// assert_eq!(values, ["1", "\"x,y\"", "[1,2]"]);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
/// The text is no map, breaks the grammar, or has more members.
pub fn members(text: &str, max: usize) -> Result<Vec<(Cow<'_, str>, &str)>> {
    let options = ReadOptions::new().allow_trailing_blanks(true);
    let mut reader = Reader::new(text, options, Shadowing::Unexpected);
    let mut entries = Entries::open(&mut reader)?;
    let mut members = Vec::new();
    while entries.advance()? {
        if members.len() == max {
            let message = format!("more than {max} members");
            return Err(entries.reader.fault(Category::Data, message));
        }
        let name = match unquoted(entries.name()?) {
            Text::Borrowed(name) => Cow::Borrowed(name),
            Text::Owned(name) => Cow::Owned(name),
        };
        members.push((name, entries.reader.raw(Within::Map)?));
    }
    reader.end()?;
    Ok(members)
}

#[cfg(test)]
mod tests {
    use super::members;

    #[test]
    fn values_keep_their_quotes_and_brackets() {
        let found = members("{Name:\"a\"\"b\", \nOther:,\"q:r\":{x:[1,\"}\"]}}\n", 3).unwrap();
        let expected = [
            ("Name", "\"a\"\"b\""),
            ("Other", ""),
            ("q:r", "{x:[1,\"}\"]}"),
        ];
        assert_eq!(found.len(), expected.len());
        for ((name, value), expected) in found.iter().zip(expected) {
            assert_eq!((name.as_ref(), *value), expected);
        }
    }

    #[test]
    fn what_is_no_map_has_none() {
        for text in ["", "[1]", "a", "{a:1", "{a:1}x", "{a:\"1}"] {
            assert!(members(text, 9).is_err(), "{text}");
        }
        assert!(members("{}", 0).unwrap().is_empty());
        assert!(members("{a:1,b:2}", 1).is_err());
    }
}
