use bytes::Bytes;
use formats::Format;

use super::text_members::Pairs;

/// What a request's body is, once its format is known.
#[derive(Debug)]
pub(crate) enum RequestBody {
    /// There is none.
    Empty,
    /// Of a format that holds a DTO.
    Encoded(Format, Bytes),
    /// Fields of a form, decoded.
    Form(Pairs<'static>),
}
