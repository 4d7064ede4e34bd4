//! From the bytes of a request to a body whose format is known: the whole of it up to the limit,
//! inflated, and a form taken apart.

mod coding;
mod multipart;
mod reading;
mod storage;

use actix_web::http::header::CONTENT_ENCODING;
use actix_web::web::Payload;
use bytes::Bytes;
use formats::Format;
use service::{ServiceError, UploadedFile};

use crate::binding::{RequestBody, pairs};
use crate::compat;
use crate::request_head::RequestHead;
use crate::settings::HostSettings;

/// What came after the head of a request.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) body: RequestBody,
    /// The files of a multipart body.
    pub(crate) files: Vec<UploadedFile>,
}

/// What becomes of the files of a multipart body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Files {
    /// They are stored for the service.
    Kept,
    /// They are read, within the same limits, and forgotten: nobody asked for them.
    Skipped,
}

impl Received {
    const fn without_files(body: RequestBody) -> Self {
        Self {
            body,
            files: Vec::new(),
        }
    }
}

/// Receives the body. `path_format` is the format that a predefined route names, which then goes
/// before `Content-Type`; `files` says what becomes of them.
///
/// # Errors
/// 413 past a limit, 408 if it takes too long, 415 for a content type or coding that is not
/// known, 400 if it ends early or a form does not decode.
pub(crate) async fn receive(
    payload: Payload,
    head: &RequestHead<'_>,
    path_format: Option<Format>,
    files: Files,
    settings: &HostSettings,
) -> Result<Received, ServiceError> {
    let stated = head.content_type();
    let format = head.body_format();
    let coding = match head.header(&CONTENT_ENCODING) {
        Some(names) => coding::parse(names)?,
        None => None,
    };
    if let (Some(Format::Multipart), Some(stated), None) = (format, stated, coding) {
        // Boxed, or every request's future would be as large as that of an upload, and is moved.
        return Box::pin(multipart::receive(payload, stated, files, settings)).await;
    }
    let mut bytes = reading::whole(payload, settings).await?;
    if let Some(coding) = coding {
        bytes = coding::inflate(coding, bytes, settings.max_body_bytes).await?;
    }
    if bytes.is_empty() {
        return Ok(Received::without_files(RequestBody::Empty));
    }
    if let (Some(Format::Multipart), Some(stated)) = (format, stated) {
        let pieces = futures_util::stream::iter([Ok(bytes)]);
        return Box::pin(multipart::take_apart(pieces, stated, files, settings)).await;
    }
    encoded(bytes, stated, format, path_format).map(Received::without_files)
}

fn encoded(
    bytes: Bytes,
    stated: Option<&str>,
    format: Option<Format>,
    path_format: Option<Format>,
) -> Result<RequestBody, ServiceError> {
    if format == Some(Format::Form) {
        return form(&bytes);
    }
    let of_path = path_format.filter(|format| format.is_readable());
    match of_path.or(format).filter(|format| format.is_readable()) {
        Some(format) => Ok(RequestBody::Encoded(format, bytes)),
        None => compat::untyped_body(stated, &bytes),
    }
}

fn form(bytes: &[u8]) -> Result<RequestBody, ServiceError> {
    let text = std::str::from_utf8(bytes).map_err(|_| not_utf8())?;
    let fields = pairs(text)?;
    let owned = fields
        .into_iter()
        .map(|(name, value)| (name.into_owned().into(), value.into_owned().into()));
    Ok(RequestBody::Form(owned.collect()))
}

fn not_utf8() -> ServiceError {
    ServiceError::new("SerializationException", "the body is not UTF-8")
}
