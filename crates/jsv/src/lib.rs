//! ServiceStack's JSV text format for serde.
//!
//! JSV is JSON without most of its quotes: `{name:World,tags:[a,b]}`. A text is quoted only if it
//! holds a delimiter, a quote inside is doubled, and nothing says a type: `1` is whatever the
//! target type makes of it.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! struct Person<'a> {
//!     name: &'a str,
//!     age: Option<u8>,
//!     tags: Vec<String>,
//! }
//!
//! let person: Person<'_> = jsv::from_str("{name:Ada,tags:[maths,\"first, of all\"]}")?;
//! assert_eq!(person.name, "Ada");
//! assert_eq!(person.age, None);
//! assert_eq!(jsv::to_string(&person)?, "{name:Ada,tags:[maths,\"first, of all\"]}");
//! # Ok::<(), jsv::Error>(())
//! ```
//!
//! # Scalars that serde does not know
//!
//! A newtype struct whose name begins with `$` is a *raw scalar*: its inner text is written as it
//! is, by no text rule, and quoted only if it holds a delimiter that would end it. A writer can
//! re-lay such texts by [`WriteOptions::scalars`]. On reading, such a type asks for a `str` and
//! gets the text. The name [`NULLABLE`] is special on reading: it stands around a scalar that may
//! be null, which JSV spells as nothing, `""` or `null`.

mod de;
mod error;
mod grammar;
mod lenient;
mod options;
mod pretty;
pub mod scalar;
mod scan;
mod ser;
mod value;

pub use de::{Deserializer, NULLABLE, from_reader, from_slice, from_str};
pub use error::{Category, Error, Result};
pub use options::{Duplicates, Mode, ReadOptions, ScalarLayout, TextCase, WriteOptions};
pub use pretty::to_string_pretty;
pub use ser::{Presence, Serializer, is_default, to_string, to_vec, to_writer};
pub use value::{IntoIter, Iter, Map, Value, from_value, to_value};
