mod bytes;
mod character;
mod civil;
mod date_time;
mod date_time_offset;
mod date_time_text;
mod decimal;
mod guid;
pub mod scalar_name;
mod scalar_serde;
mod time_span;

pub use bytes::Bytes;
pub use character::Char;
pub use date_time::{DateTime, DateTimeKind};
pub use date_time_offset::DateTimeOffset;
pub use decimal::Decimal;
pub use guid::Guid;
pub use scalar_serde::InvalidScalar;
pub use time_span::TimeSpan;

use scalar_serde::wire_scalar;
