use formats::Format;
use service::ServiceError;

use crate::binding::RequestBody;

/// A body whose content type is not ours: 415, but for one client.
///
/// `JsonApiClient` of npm's `@servicestack/client` posts JSON as `text/plain;charset=UTF-8`, which
/// spares browsers a CORS preflight. A plain text that is a JSON object or list is taken as such;
/// nothing else could have been meant for an operation.
///
/// # Errors
/// 415 `UnsupportedMediaType`.
pub(crate) fn untyped_body(
    content_type: Option<&str>,
    body: &bytes::Bytes,
) -> Result<RequestBody, ServiceError> {
    let stated = content_type.unwrap_or_default();
    let media_type = stated.split(';').next().unwrap_or_default().trim();
    let is_json = body.iter().find(|byte| !byte.is_ascii_whitespace());
    if media_type.eq_ignore_ascii_case("text/plain") && matches!(is_json, Some(b'{' | b'[')) {
        return Ok(RequestBody::Encoded(Format::Json, body.clone()));
    }
    let message = match stated {
        "" => "the body has no Content-Type".to_owned(),
        stated => format!("a body of type '{stated}' cannot be read"),
    };
    Err(ServiceError::new("UnsupportedMediaType", message))
}
