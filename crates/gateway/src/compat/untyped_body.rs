use formats::Format;
use service::ServiceError;

use crate::binding::RequestBody;

/// A body whose content type says nothing: none at all, or plain text.
///
/// `JsonApiClient` of npm's `@servicestack/client` posts JSON as `text/plain;charset=UTF-8`, which
/// spares browsers a CORS preflight, and hand-written callers forget the header. A body that is an
/// object or a list can only be meant as one: it is JSON, or JSV where its first name has no
/// quotes. Anything else is refused rather than dropped.
///
/// # Errors
/// 415 `UnsupportedMediaType`.
pub(crate) fn untyped_body(
    content_type: Option<&str>,
    body: &bytes::Bytes,
) -> Result<RequestBody, ServiceError> {
    let stated = content_type.unwrap_or_default();
    let media_type = stated.split(';').next().unwrap_or_default().trim();
    let says_nothing = media_type.is_empty() || media_type.eq_ignore_ascii_case("text/plain");
    if let (true, Some(format)) = (says_nothing, apparent_format(body)) {
        return Ok(RequestBody::Encoded(format, body.clone()));
    }
    let message = match stated {
        "" => "the body has no Content-Type".to_owned(),
        stated => format!("a body of type '{stated}' cannot be read"),
    };
    Err(ServiceError::new("UnsupportedMediaType", message))
}

fn apparent_format(body: &[u8]) -> Option<Format> {
    let mut bytes = body.iter().filter(|byte| !byte.is_ascii_whitespace());
    let opening = bytes.next()?;
    match (opening, bytes.next()) {
        (b'[', _) | (b'{', Some(b'"' | b'}')) => Some(Format::Json),
        (b'{', Some(_)) => Some(Format::Jsv),
        _ => None,
    }
}
