//! Which format the answer is written in.
//!
//! On custom routes: the suffix, then `?callback=`, `?format=`, a first segment that names a
//! format, `Accept`, and JSON. On predefined routes the path says, and only the query overrides.

mod accept;
mod response_format;

pub(crate) use accept::weight;
pub(crate) use response_format::{Preferences, ResponseFormat, for_predefined, for_route};
