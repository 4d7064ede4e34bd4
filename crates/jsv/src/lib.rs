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
//! # Reading
//!
//! The target type says what a text is. [`Value`] takes anything and guesses nothing.
//!
//! ```
//! let numbers: Vec<i32> = jsv::from_str("[1,2,3]")?;
//! let texts: Vec<&str> = jsv::from_str("[1,2,3]")?;
//! let value: jsv::Value<'_> = jsv::from_str("{list:[1,2,3]}")?;
//! assert_eq!(numbers, [1, 2, 3]);
//! assert_eq!(texts, ["1", "2", "3"]);
//! assert_eq!(value["list"][2].as_i64(), Some(3));
//! # Ok::<(), jsv::Error>(())
//! ```
//!
//! Reading is strict: what does not fit is an error that knows its place. [`ReadOptions`] allows
//! more, or less.
//!
//! ```
//! use jsv::{Category, ReadOptions};
//!
//! let error = jsv::from_str::<Vec<u8>>("[1,2,300]").unwrap_err();
//! assert_eq!((error.classify(), error.offset()), (Category::Data, Some(5)));
//! let lenient: Vec<Vec<u8>> = ReadOptions::new().lenient().from_str("[1,2]")?;
//! assert_eq!(lenient, [[1], [2]]);
//! # Ok::<(), jsv::Error>(())
//! ```
//!
//! Names of members match in any case and with or without underscores, so that `organisation_id`
//! takes `OrganisationId` too. Unknown members are passed over, the last of several counts.
//!
//! # Writing
//!
//! `None` leaves its member out. [`WriteOptions`] sets the case of names, nulls and defaults.
//!
//! ```
//! let options = jsv::WriteOptions::new().text_case(jsv::TextCase::Camel);
//! let pair = jsv::to_string(&(1, "a:b"))?;
//! assert_eq!(pair, "{Item1:1,Item2:\"a:b\"}");
//! assert_eq!(options.to_string(&Some(true))?, "True");
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
#[cfg(test)]
mod one_pass;
mod options;
mod pretty;
pub mod scalar;
mod scan;
mod ser;
mod short;
mod value;

pub use de::{Deserializer, NULLABLE, from_reader, from_slice, from_str, members};
pub use error::{Category, Error, Result};
pub use options::{Duplicates, Mode, ReadOptions, ScalarLayout, TextCase, WriteOptions};
pub use pretty::to_string_pretty;
pub use ser::{Presence, Serializer, is_default, is_default_enum, to_string, to_vec, to_writer};
pub use value::{IntoIter, Iter, Map, Value, from_value, to_value};
