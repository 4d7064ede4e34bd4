use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::HeaderName;
use actix_web::{Error, HttpMessage};
use service::RequestId;
use tracing::Span;
use tracing_actix_web::{DefaultRootSpanBuilder, RequestId as MadeId, RootSpanBuilder};
use uuid::Uuid;

/// The header of a request's id, both ways.
pub(crate) static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// One span a request, with the id that the answer carries: a sane `X-Request-Id` of the caller,
/// or the one that the middleware made. Neither query nor headers are recorded, which may hold
/// secrets.
#[derive(Debug)]
pub(crate) struct GatewaySpan;

impl RootSpanBuilder for GatewaySpan {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let id = request_id(request);
        let span = tracing::info_span!(
            "request",
            method = %request.method(),
            path = request.path(),
            request_id = %id,
            status = tracing::field::Empty,
        );
        request.extensions_mut().insert(id);
        span
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        if let Ok(response) = outcome {
            span.record("status", response.status().as_u16());
        }
        DefaultRootSpanBuilder::on_request_end(span, outcome);
    }
}

fn request_id(request: &ServiceRequest) -> RequestId {
    let stated = request
        .headers()
        .get(&REQUEST_ID)
        .and_then(|value| value.to_str().ok());
    stated.and_then(RequestId::parse).unwrap_or_else(|| {
        let made = request.extensions().get::<MadeId>().copied();
        RequestId::from_random(made.map_or(0, |made| Uuid::from(made).as_u128()))
    })
}
