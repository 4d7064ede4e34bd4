use std::convert::Infallible;
use std::net::TcpListener;

use actix_web::body::{BodyStream, BoxBody};
use actix_web::dev::Server;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, VARY};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{self, Payload};
use actix_web::{App, HttpMessage, HttpRequest, HttpResponse, HttpServer};
use futures_util::StreamExt;
use service::{RequestId, StoreTime};
use tracing_actix_web::TracingLogger;

use crate::host::{Host, HostState};
use crate::pipeline;
use crate::reply::{Answer, compress, content_type_value};
use crate::span::{GatewaySpan, REQUEST_ID};

/// Beyond what anybody waits for running requests; actix-web's own limit is 30 seconds.
const MAX_SHUTDOWN_SECONDS: u64 = 24 * 60 * 60;

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
        // Signals belong to the binary, which closes its stores after the last request; how long
        // that may take is its matter too.
        .disable_signals()
        .shutdown_timeout(MAX_SHUTDOWN_SECONDS)
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
    let is_preflight = host.cors.is_some() && request.method() == Method::OPTIONS;
    let mut answer = if is_preflight {
        Answer::empty(200)
    } else {
        // Boxed once, as every layer around it would move it.
        let handled = Box::pin(pipeline::handle(&host, &request, payload, id.clone()));
        match host.settings.store_time {
            Some(most) => StoreTime::limit(most, handled).await,
            None => handled.await,
        }
    };
    if let Some(from) = host.settings.compress_from {
        compress(&mut answer, request.headers(), from).await;
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
    const ACCEPT: HeaderValue = HeaderValue::from_static("Accept");
    let status = final_status(answer.status);
    let body = match answer.stream {
        Some(stream) => BoxBody::new(BodyStream::new(stream.map(Ok::<_, Infallible>))),
        None => BoxBody::new(answer.body),
    };
    let mut response = HttpResponse::with_body(status, body);
    let head = response.head_mut();
    // A client compares `Set-Cookie` exactly as ServiceStack's hosts spell it.
    head.set_camel_case_headers(true);
    head.reason = answer.reason;
    let headers = response.headers_mut();
    if let Some(text) = answer.content_type {
        match content_type_value(&text) {
            Some(value) => headers.append(CONTENT_TYPE, value),
            None => tracing::error!(%text, "the content type of an answer is malformed"),
        }
    }
    for (name, value) in &answer.headers {
        append(headers, name, value);
    }
    headers.append(VARY, ACCEPT);
    if let Ok(id) = HeaderValue::try_from(id.as_str()) {
        headers.append(REQUEST_ID.clone(), id);
    }
    if let Some(cors) = &host.cors {
        cors.add_to(headers, request.headers());
    }
    response
}

/// A service states a status as a number, which may be none that can end a request: 500 then.
fn final_status(stated: u16) -> StatusCode {
    let is_final = (200..=599).contains(&stated);
    let status = StatusCode::from_u16(stated).ok().filter(|_| is_final);
    status.unwrap_or_else(|| {
        tracing::error!(
            stated,
            "a service stated a status that cannot end a request"
        );
        StatusCode::INTERNAL_SERVER_ERROR
    })
}

/// A header that a service states wrongly is left out and logged, never a reason to fail.
fn append(headers: &mut HeaderMap, name: &str, value: &str) {
    match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
        (Ok(name), Ok(value)) => headers.append(name, value),
        _ => tracing::error!(name, "a header of an answer is malformed"),
    }
}
