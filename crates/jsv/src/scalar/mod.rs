//! The texts of numbers and truth values, as .NET writes and reads them.
//!
//! ```
//! use jsv::scalar;
//!
//! assert_eq!(scalar::parse_bool("True"), Some(true));
//! assert_eq!(scalar::parse_integer::<u8>(" 007 "), Ok(7));
//! assert_eq!(scalar::parse_f64("1,000.5"), Some(1000.5));
//! let mut text = Vec::new();
//! scalar::write_f64(&mut text, 1e17);
//! assert_eq!(text, b"1E+17");
//! ```

mod boolean;
mod digits;
mod few_decimals;
mod float;
mod float_layout;
mod integer;
mod text_case;

pub use boolean::parse_bool;
pub(crate) use digits::{leading_digits, write_signed, write_unsigned};
pub(crate) use float::leading_decimal;
pub use float::{parse_f32, parse_f64};
pub use float_layout::{write_f32, write_f64};
pub use integer::{Integer, IntegerError, parse_integer};
pub use text_case::{camel_case, snake_case, write_camel_case};
