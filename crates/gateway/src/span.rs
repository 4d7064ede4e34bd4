use actix_web::HttpRequest;
use service::RequestId;
use tracing::Span;

use crate::random_bits::random_bits;

const REQUEST_ID: &str = "x-request-id";

/// The span of a request. Neither query nor headers are recorded, which may hold secrets.
pub(crate) fn request_span(request: &HttpRequest, id: &RequestId) -> Span {
    tracing::info_span!(
        "request",
        method = %request.method(),
        path = request.path(),
        request_id = %id,
        status = tracing::field::Empty,
    )
}

/// The id that the answer carries: a sane `X-Request-Id` of the caller, or a new one.
pub(crate) fn request_id(request: &HttpRequest) -> RequestId {
    let stated = request.headers().get(REQUEST_ID);
    stated
        .and_then(|value| value.to_str().ok())
        .and_then(RequestId::parse)
        .unwrap_or_else(|| RequestId::from_random(random_bits()))
}
