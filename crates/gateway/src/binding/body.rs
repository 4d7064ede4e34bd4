use bytes::Bytes;
use formats::{ContentType, Format};
use service::ServiceError;

use super::text_members::{Pairs, pairs};
use crate::compat;

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

/// Tells what the body is. `path_format` is the format that a predefined route names, which then
/// goes before `Content-Type`.
///
/// # Errors
/// 415 for a body of an unknown or missing content type, 400 for a form that does not decode.
pub(crate) async fn request_body(
    bytes: Bytes,
    content_type: Option<&str>,
    path_format: Option<Format>,
) -> Result<RequestBody, ServiceError> {
    if bytes.is_empty() {
        return Ok(RequestBody::Empty);
    }
    let stated = content_type.and_then(ContentType::parse);
    let format = match stated.as_ref().and_then(ContentType::format) {
        Some(Format::Form) => return form(&bytes),
        Some(Format::Multipart) => return multipart(bytes, content_type.unwrap_or_default()).await,
        stated => path_format.filter(|format| format.is_readable()).or(stated),
    };
    match format.filter(|format| format.is_readable()) {
        Some(format) => Ok(RequestBody::Encoded(format, bytes)),
        None => compat::untyped_body(content_type, &bytes),
    }
}

fn form(bytes: &[u8]) -> Result<RequestBody, ServiceError> {
    let text = std::str::from_utf8(bytes).map_err(|_| not_utf8())?;
    let fields = pairs(text)?;
    let owned = fields.into_iter().map(|(name, value)| {
        (name.into_owned().into(), value.into_owned().into())
    });
    Ok(RequestBody::Form(owned.collect()))
}

/// The fields of a multipart body (RFC 7578); files are passed over.
async fn multipart(bytes: Bytes, content_type: &str) -> Result<RequestBody, ServiceError> {
    let malformed = |fault: multer::Error| {
        ServiceError::new("SerializationException", format!("malformed multipart body: {fault}"))
    };
    let boundary = multer::parse_boundary(content_type).map_err(malformed)?;
    let stream = futures_util::stream::once(async { Ok::<_, std::io::Error>(bytes) });
    let mut parts = multer::Multipart::new(stream, boundary);
    let mut fields: Pairs<'static> = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(malformed)? {
        let name = part.name().map(ToOwned::to_owned);
        let is_file = part.file_name().is_some();
        let value = part.bytes().await.map_err(malformed)?;
        if let (Some(name), false) = (name, is_file) {
            let value = String::from_utf8(value.to_vec()).map_err(|_| not_utf8())?;
            fields.push((name.into(), value.into()));
        }
    }
    Ok(RequestBody::Form(fields))
}

fn not_utf8() -> ServiceError {
    ServiceError::new("SerializationException", "the body is not UTF-8")
}
