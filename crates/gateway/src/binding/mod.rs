//! From path, query and body to a request DTO.
//!
//! On custom routes the body is overridden by path variables, those by the query, and that by
//! form fields; on predefined routes the body wins and the query fills what it left unset. An
//! empty value sets nothing. Every field that does not fit is reported, not only the first.

mod batch;
mod bind_error;
mod body;
mod request;
mod text_members;

pub(crate) use batch::bind_batch;
pub(crate) use body::RequestBody;
pub(crate) use request::{Source, bind};
pub(crate) use text_members::{Pairs, first_value, pairs};
