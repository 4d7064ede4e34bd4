use std::net::TcpListener;

use actix_web::dev::Server;
use actix_web::http::header::{HeaderName, HeaderValue, ORIGIN};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{self, Payload};
use actix_web::{App, HttpMessage, HttpRequest, HttpResponse, HttpServer};
use service::RequestId;
use tracing_actix_web::TracingLogger;

use crate::cors::cors_headers;
use crate::host::{Host, HostState};
use crate::pipeline;
use crate::reply::{Answer, compress};
use crate::span::GatewaySpan;

/// Serves `host` on a socket that is bound already, with one worker a core, until the returned
/// server's handle stops it.
///
/// # Errors
/// The socket cannot be listened on.
pub fn serve(host: &Host, listener: TcpListener) -> std::io::Result<Server> {
    let head_timeout = host.0.settings.head_timeout;
    let shared = web::Data::from(std::sync::Arc::clone(&host.0));
    let server = HttpServer::new(move || {
        App::new()
            .app_data(shared.clone())
            .wrap(TracingLogger::<GatewaySpan>::new())
            .default_service(web::to(answer))
    });
    let server = server
        .client_request_timeout(head_timeout)
        // Signals belong to the binary, which closes its stores after the last request.
        .disable_signals()
        .listen(listener)?;
    Ok(server.run())
}

async fn answer(
    host: web::Data<HostState>,
    request: HttpRequest,
    payload: Payload,
) -> HttpResponse {
    let id = request.extensions_mut().remove::<RequestId>();
    let id = id.unwrap_or_else(|| RequestId::from_random(0));
    let is_preflight = host.settings.cors.is_some() && request.method() == Method::OPTIONS;
    let mut answer = if is_preflight {
        Answer::empty(200)
    } else {
        pipeline::handle(&host, &request, payload, id.clone()).await
    };
    if let Some(from) = host.settings.compress_from {
        compress(&mut answer, request.headers(), from);
    }
    respond(&host, &request, &id, answer)
}

/// Adds what every answer has, and hands it to actix.
fn respond(
    host: &HostState,
    request: &HttpRequest,
    id: &RequestId,
    answer: Answer,
) -> HttpResponse {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut builder = HttpResponse::build(status);
    if let Some(content_type) = answer.content_type.as_deref() {
        builder.insert_header(("Content-Type", content_type));
    }
    for (name, value) in &answer.headers {
        append(&mut builder, name, value);
    }
    append(&mut builder, "Vary", "Accept");
    append(&mut builder, "X-Request-Id", id.as_str());
    if let Some(cors) = &host.settings.cors {
        let origin = request
            .headers()
            .get(ORIGIN)
            .and_then(|value| value.to_str().ok());
        for (name, value) in cors_headers(cors, origin) {
            append(&mut builder, name, &value);
        }
    }
    let mut response = builder.body(answer.body);
    let head = response.head_mut();
    // A client compares `Set-Cookie` exactly as ServiceStack's hosts spell it.
    head.set_camel_case_headers(true);
    head.reason = answer.reason;
    response
}

/// A header that a service states wrongly is left out and logged, never a reason to fail.
fn append(builder: &mut actix_web::HttpResponseBuilder, name: &str, value: &str) {
    match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
        (Ok(name), Ok(value)) => {
            builder.append_header((name, value));
        }
        _ => tracing::error!(name, "a header of an answer is malformed"),
    }
}
