//! A document without a type: texts, lists and maps.

mod convert;
mod de;
mod macros;
mod map;
mod parse;
mod ser;

use std::borrow::Cow;
use std::fmt;
use std::io::Read;
use std::ops::Index;
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::scalar::{parse_bool, parse_f64, parse_integer};
pub use map::{IntoIter, Iter, Map};

/// Any JSV value. Text stays text: JSV does not say whether `1` is a number, and neither does
/// this type guess. The accessors read it as one when asked to.
///
/// A value borrows from the text that it was read from wherever no quote was doubled;
/// [`into_owned`](Self::into_owned) ends that.
///
/// ```
/// let value: jsv::Value<'_> = jsv::from_str("{name:Ada,born:1815,tags:[maths,\"first, of all\"]}")?;
/// assert_eq!(value["name"], "Ada");
/// assert_eq!(value["born"].as_i64(), Some(1815));
/// assert_eq!(value["tags"][1], "first, of all");
/// assert!(value["died"].is_null());
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing where a value could be. A map that is written leaves its entry out, a list leaves
    /// its slot empty.
    #[default]
    Null,
    /// A text, a number, a truth value, a date: what they are is the reader's to say.
    Text(Cow<'a, str>),
    /// `[…]`.
    List(Vec<Value<'a>>),
    /// `{…}`.
    Map(Map<'a>),
}

static NULL: Value<'static> = Value::Null;

impl<'a> Value<'a> {
    /// Reads a value that borrows nothing, to the end of a reader.
    ///
    /// # Errors
    /// As [`from_reader`](crate::from_reader).
    pub fn from_reader<R: Read>(mut reader: R) -> Result<Value<'static>> {
        let mut bytes = Vec::new();
        let read = reader.read_to_end(&mut bytes);
        read.map_err(|fault| Error::io(&fault))?;
        crate::from_slice::<Value<'_>>(&bytes).map(Value::into_owned)
    }

    /// The same, with every text copied.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::List(items) => Value::List(items.into_iter().map(Value::into_owned).collect()),
            Self::Map(map) => Value::Map(map.into_owned()),
        }
    }

    /// Whether it is nothing.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text of a text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A text read as a truth value: see [`parse_bool`].
    pub fn as_bool(&self) -> Option<bool> {
        self.as_str().and_then(parse_bool)
    }

    /// A text read as an integer: see [`parse_integer`].
    pub fn as_i64(&self) -> Option<i64> {
        self.as_str().and_then(|text| parse_integer(text).ok())
    }

    /// A text read as an integer without sign.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_str().and_then(|text| parse_integer(text).ok())
    }

    /// A text read as a number: see [`parse_f64`].
    pub fn as_f64(&self) -> Option<f64> {
        self.as_str().and_then(parse_f64)
    }

    /// The items of a list.
    pub fn as_list(&self) -> Option<&[Value<'a>]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The items of a list, to change them.
    pub fn as_list_mut(&mut self) -> Option<&mut Vec<Value<'a>>> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The entries of a map.
    pub const fn as_map(&self) -> Option<&Map<'a>> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The entries of a map, to change them.
    pub const fn as_map_mut(&mut self) -> Option<&mut Map<'a>> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The value of a key, if this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.as_map()?.get(key)
    }

    /// Becomes an empty map.
    fn become_map(&mut self) -> Option<&mut Map<'a>> {
        *self = Self::Map(Map::new());
        self.as_map_mut()
    }

    /// Becomes an empty list.
    fn become_list(&mut self) -> Option<&mut Vec<Value<'a>>> {
        *self = Self::List(Vec::new());
        self.as_list_mut()
    }

    /// Takes the value and leaves null.
    pub const fn take(&mut self) -> Self {
        std::mem::replace(self, Self::Null)
    }
}

/// Makes a value of anything that serializes, by way of its text.
///
/// # Errors
/// As [`to_string`](crate::to_string).
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value<'static>> {
    crate::to_string(value)?.parse()
}

/// Reads a type out of a value, by way of its text.
///
/// # Errors
/// As [`from_str`](crate::from_str).
pub fn from_value<T: DeserializeOwned>(value: &Value<'_>) -> Result<T> {
    crate::from_str(&crate::to_string(value)?)
}

impl FromStr for Value<'static> {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        crate::from_str::<Value<'_>>(text).map(Value::into_owned)
    }
}

impl fmt::Display for Value<'_> {
    /// As JSV; `{:#}` lays it out over lines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if f.alternate() {
            crate::to_string_pretty(self)
        } else {
            crate::to_string(self)
        };
        f.write_str(&text.map_err(|_| fmt::Error)?)
    }
}

impl<'a> Index<&str> for Value<'a> {
    type Output = Value<'a>;

    /// The value of a key; null if there is none.
    fn index(&self, key: &str) -> &Value<'a> {
        self.get(key).unwrap_or(&NULL)
    }
}

impl<'a> Index<usize> for Value<'a> {
    type Output = Value<'a>;

    /// The item at a place; null if there is none.
    fn index(&self, at: usize) -> &Value<'a> {
        let items = self.as_list().unwrap_or_default();
        items.get(at).unwrap_or(&NULL)
    }
}
