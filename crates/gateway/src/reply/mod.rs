//! From a service's reply, or an error, to status, headers and bytes.

mod allow;
mod answer;
mod compression;
mod conditional;
mod content_type_value;
mod failure;
mod html_page;
mod reason_phrase;
mod success;

pub(crate) use allow::{ALLOW, allowed};
pub(crate) use answer::Answer;
pub(crate) use compression::{compress, takes_gzip};
pub(crate) use conditional::apply_validators;
pub(crate) use content_type_value::content_type_value;
pub(crate) use failure::{failure, typed_failure};
pub(crate) use success::{success, write_value};
