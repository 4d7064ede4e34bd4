use std::panic::AssertUnwindSafe;

use actix_web::HttpRequest;
use actix_web::web::Payload;
use contract::{Verb, Verbs};
use formats::{Format, WriteOptions};
use futures_util::FutureExt;
use service::{RequestId, ServiceError};

use crate::binding::first_value;
use crate::body::{Received, receive};
use crate::description::{self, API_INDEX, Tool};
use crate::endpoint::Endpoint;
use crate::exchange::{Exchange, Writing};
use crate::host::HostState;
use crate::negotiation::{ResponseFormat, for_predefined, for_route};
use crate::panic::panicked;
use crate::reply::{Answer, failure};
use crate::request_head::RequestHead;
use crate::routing::{Found, PathValues, Predefined, predefined};

/// What a request is for.
enum Target<'a> {
    Operation {
        endpoint: &'a dyn Endpoint,
        values: PathValues,
        predefined: Option<Predefined<'a>>,
    },
    ApiIndex,
    Tool(&'static Tool),
    OtherVerbs(Verbs),
    UnknownOperation(&'a str),
    Nothing,
}

/// Carries one request through the pipe. A panic on the way, which no input should be able to
/// cause, ends that request alone.
pub(crate) async fn handle(
    host: &HostState,
    request: &HttpRequest,
    payload: Payload,
    request_id: RequestId,
) -> Answer {
    let id = request_id.clone();
    let run = AssertUnwindSafe(carry(host, request, payload, request_id)).catch_unwind();
    run.await.unwrap_or_else(|panic| {
        let error = panicked("the host", panic.as_ref());
        failure(&error, &plain_writing(host, &id))
    })
}

async fn carry(
    host: &HostState,
    request: &HttpRequest,
    payload: Payload,
    request_id: RequestId,
) -> Answer {
    let head = match RequestHead::parse(request, &host.settings) {
        Ok(head) => head,
        Err(error) => return failure(&error, &plain_writing(host, &request_id)),
    };
    // A form can state another verb, so it is received before the route is looked up.
    let (verb, body) = if head.is_posted_form() {
        let received = receive(payload, &head, None, &host.settings).await;
        let stated = received
            .as_ref()
            .ok()
            .and_then(|form| head.verb_of_form(&form.body));
        (stated.or(head.verb()), Body::Received(received))
    } else {
        (head.verb(), Body::Waiting(payload))
    };
    let target = target(host, &head, verb);
    let writing = writing(host, &head, &target, &request_id);
    match (target, verb) {
        (
            Target::Operation {
                endpoint,
                values,
                predefined,
            },
            Some(verb),
        ) => {
            let call = Call {
                is_internal: description::is_internal(request),
                host,
                head: &head,
                endpoint,
                values,
                predefined,
                verb,
                is_secure: RequestHead::is_secure(request),
            };
            call.answer(body, request_id, writing).await
        }
        (Target::ApiIndex, _) => {
            description::answer(&API_INDEX, host, request, &head, writing).await
        }
        (Target::Tool(tool), _) => description::answer(tool, host, request, &head, writing).await,
        (target, verb) => elsewhere(&head, &target, verb, &writing),
    }
}

/// What comes after the head.
enum Body {
    Waiting(Payload),
    Received(Result<Received, ServiceError>),
}

/// The answer where no operation is called.
fn elsewhere(
    head: &RequestHead<'_>,
    target: &Target<'_>,
    verb: Option<Verb>,
    writing: &Writing,
) -> Answer {
    match target {
        Target::OtherVerbs(verbs) if verb == Some(Verb::Options) => {
            let mut answer = Answer::empty(204);
            answer.headers.push(("Allow".to_owned(), allowed(*verbs)));
            answer
        }
        Target::OtherVerbs(verbs) => {
            let message = format!("use {}", verbs.join(" or "));
            let error = ServiceError::new("MethodNotAllowed", message);
            failure(&error.with_header("Allow", allowed(*verbs)), writing)
        }
        Target::UnknownOperation(name) => {
            let message = format!("The operation '{name}' does not exist for this service");
            failure(
                &ServiceError::new("NotImplementedException", message),
                writing,
            )
        }
        Target::Operation { endpoint, .. } => {
            let error = ServiceError::new("MethodNotAllowed", "no operation has that method");
            let verbs = allowed(endpoint.operation().actions);
            failure(&error.with_header("Allow", verbs), writing)
        }
        Target::ApiIndex | Target::Tool(_) | Target::Nothing => {
            let message = format!("nothing answers {}", head.raw_path);
            failure(&ServiceError::not_found(message), writing)
        }
    }
}

/// The verbs as `Allow` lists them.
fn allowed(verbs: Verbs) -> String {
    let names: Vec<&str> = verbs.iter().map(Verb::as_str).collect();
    names.join(", ")
}

/// A request for an operation, whose body is still to be read.
struct Call<'a> {
    host: &'a HostState,
    head: &'a RequestHead<'a>,
    endpoint: &'a dyn Endpoint,
    values: PathValues,
    predefined: Option<Predefined<'a>>,
    verb: Verb,
    is_secure: bool,
    is_internal: bool,
}

impl Call<'_> {
    async fn answer(self, body: Body, request_id: RequestId, writing: Writing) -> Answer {
        let received = match body {
            Body::Received(received) => received,
            Body::Waiting(payload) => {
                let path_format = self.predefined.map(|found| found.format);
                receive(payload, self.head, path_format, &self.host.settings).await
            }
        };
        let received = match received {
            Ok(received) => received,
            Err(error) => return failure(&error, &writing),
        };
        let exchange = Exchange {
            host: self.host,
            verb: self.verb,
            is_predefined: self.predefined.is_some(),
            is_batch: self.predefined.is_some_and(|found| found.is_batch),
            path: self.values,
            query: &self.head.query,
            body: received.body,
            files: received.files,
            headers: self.head.headers,
            is_secure: self.is_secure,
            is_internal: self.is_internal,
            request_id,
            writing,
        };
        self.endpoint.answer(&exchange).await
    }
}

/// `/api` comes before custom routes, those before the other predefined routes.
fn target<'a>(host: &'a HostState, head: &'a RequestHead<'_>, verb: Option<Verb>) -> Target<'a> {
    if head.raw_path == "/api" || head.raw_path.starts_with("/api/") {
        return api_target(host, head);
    }
    match host.routes.find(verb, &head.path) {
        Found::Operation { endpoint, values } => {
            let endpoint = host.endpoints[endpoint].as_ref();
            Target::Operation {
                endpoint,
                values,
                predefined: None,
            }
        }
        found => unrouted_target(host, head, &found),
    }
}

/// What a path leads to that no custom route has, at least not with that verb.
fn unrouted_target<'a>(
    host: &'a HostState,
    head: &'a RequestHead<'_>,
    found: &Found,
) -> Target<'a> {
    let segments = &head.path.segments;
    if let Some(found) = predefined(segments) {
        return predefined_target(host, found);
    }
    match (
        description::find(segments, &host.settings.description),
        found,
    ) {
        (Some(tool), _) => Target::Tool(tool),
        (None, Found::OtherVerbs(verbs)) => Target::OtherVerbs(*verbs),
        (None, _) => Target::Nothing,
    }
}

fn api_target<'a>(host: &'a HostState, head: &'a RequestHead<'_>) -> Target<'a> {
    if head.path.segments.len() == 1 {
        return Target::ApiIndex;
    }
    // The suffix is part of the name here, in any case: `/api/Hello.JSV`.
    let Some(mut found) = predefined(&head.path.segments) else {
        return Target::Nothing;
    };
    if let Some(format) = head.path.suffix {
        found.format = format;
    }
    predefined_target(host, found)
}

fn predefined_target<'a>(host: &'a HostState, found: Predefined<'a>) -> Target<'a> {
    match host.endpoint(found.operation) {
        Some(endpoint) => Target::Operation {
            endpoint,
            values: PathValues::new(),
            predefined: Some(found),
        },
        None => Target::UnknownOperation(found.operation),
    }
}

fn writing(
    host: &HostState,
    head: &RequestHead<'_>,
    target: &Target<'_>,
    request_id: &RequestId,
) -> Writing {
    let preferences = head.preferences();
    let path_format = match target {
        Target::Operation {
            predefined: Some(found),
            ..
        } => Some(found.format),
        Target::UnknownOperation(_) => predefined(&head.path.segments).map(|found| found.format),
        Target::ApiIndex => Some(Format::Json),
        _ => None,
    };
    let response = match path_format {
        Some(format) => for_predefined(format, &preferences),
        None => {
            let first = head.path.segments.first().map(AsRef::as_ref);
            for_route(head.path.suffix, first, &preferences)
        }
    };
    let operation = match target {
        Target::Operation { endpoint, .. } => endpoint.operation().name(),
        _ => "ErrorResponse",
    };
    let options = first_value(&head.query, "jsconfig").map(WriteOptions::from_jsconfig);
    Writing {
        options: options.unwrap_or_default(),
        operation,
        location: match response.format {
            Format::Html => head.location(),
            _ => String::new(),
        },
        ..plain_writing_as(response, host, request_id)
    }
}

/// How an error is written before anything is known of the request.
fn plain_writing(host: &HostState, request_id: &RequestId) -> Writing {
    let response = for_predefined(Format::Json, &Default::default());
    plain_writing_as(response, host, request_id)
}

fn plain_writing_as(response: ResponseFormat, host: &HostState, request_id: &RequestId) -> Writing {
    let tells_id = host.settings.request_id_in_errors;
    let service_name = match response.format {
        Format::Html => host.settings.service_name.clone(),
        _ => String::new(),
    };
    Writing {
        response,
        service_name,
        options: WriteOptions::default(),
        request_id: tells_id.then(|| request_id.to_string()),
        operation: "ErrorResponse",
        location: String::new(),
    }
}
