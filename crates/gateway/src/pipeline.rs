use actix_web::HttpRequest;
use actix_web::web::Payload;
use bytes::{Bytes, BytesMut};
use contract::{Verb, Verbs};
use formats::{Format, WriteOptions};
use futures_util::StreamExt;
use service::{RequestId, ServiceError};

use crate::api_index;
use crate::binding::{RequestBody, first_value, request_body};
use crate::endpoint::Endpoint;
use crate::exchange::{Exchange, Writing};
use crate::host::HostState;
use crate::negotiation::{ResponseFormat, for_predefined, for_route};
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
    OtherVerbs(Verbs),
    UnknownOperation(&'a str),
    Nothing,
}

/// Carries one request through the pipe.
pub(crate) async fn handle(
    host: &HostState,
    request: &HttpRequest,
    payload: Payload,
    request_id: RequestId,
) -> Answer {
    let head = match RequestHead::parse(request) {
        Ok(head) => head,
        Err(error) => return failure(&error, &plain_writing(host, &request_id)),
    };
    let Some(verb) = head.verb() else {
        let error = ServiceError::new("MethodNotAllowed", "no operation has that method");
        return failure(&error, &plain_writing(host, &request_id));
    };
    let target = target(host, &head, verb);
    let writing = writing(host, &head, &target, &request_id);
    match target {
        Target::Operation {
            endpoint,
            values,
            predefined,
        } => {
            let is_secure = head.is_secure(request);
            let call = Call {
                host,
                head: &head,
                endpoint,
                values,
                predefined,
                verb,
                is_secure,
            };
            call.answer(payload, request_id, writing).await
        }
        Target::OtherVerbs(verbs) => {
            // Only a form can still name the verb that the path is known for.
            let (bytes, predefined) = (read(payload, host).await, None);
            let form = match bytes {
                Ok(bytes) if verb == Verb::Post => body_of(&head, bytes, predefined).await.ok(),
                _ => None,
            };
            retry_with_form(host, &head, form, verbs, request_id, writing).await
        }
        Target::ApiIndex => api_index::answer(host, &writing),
        Target::UnknownOperation(name) => {
            let message = format!("The operation '{name}' does not exist for this service");
            failure(
                &ServiceError::new("NotImplementedException", message),
                &writing,
            )
        }
        Target::Nothing => {
            let message = format!("nothing answers {}", head.raw_path);
            failure(&ServiceError::not_found(message), &writing)
        }
    }
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
}

impl Call<'_> {
    async fn answer(self, payload: Payload, request_id: RequestId, writing: Writing) -> Answer {
        let bytes = match read(payload, self.host).await {
            Ok(bytes) => bytes,
            Err(error) => return failure(&error, &writing),
        };
        let path_format = self.predefined.map(|found| found.format);
        match body_of(self.head, bytes, path_format).await {
            Ok(body) => self.answer_body(body, request_id, writing).await,
            Err(error) => failure(&error, &writing),
        }
    }

    async fn answer_body(
        self,
        body: RequestBody,
        request_id: RequestId,
        writing: Writing,
    ) -> Answer {
        let of_form = match &body {
            RequestBody::Form(fields) if self.verb == Verb::Post => self.head.verb_of_form(fields),
            _ => None,
        };
        let exchange = Exchange {
            host: self.host,
            verb: of_form.unwrap_or(self.verb),
            is_predefined: self.predefined.is_some(),
            is_batch: self.predefined.is_some_and(|found| found.is_batch),
            path: self.values,
            query: &self.head.query,
            body,
            headers: self.head.headers,
            is_secure: self.is_secure,
            request_id,
            writing,
        };
        self.endpoint.answer(&exchange).await
    }
}

/// A POST whose form says `X-Http-Method-Override`, on a path that has no POST.
async fn retry_with_form(
    host: &HostState,
    head: &RequestHead<'_>,
    body: Option<RequestBody>,
    verbs: Verbs,
    request_id: RequestId,
    writing: Writing,
) -> Answer {
    if let Some(RequestBody::Form(fields)) = body
        && let Some(verb) = head.verb_of_form(&fields)
        && let Found::Operation { endpoint, values } = host.routes.find(verb, &head.path)
    {
        let endpoint = host.endpoints[endpoint].as_ref();
        let call = Call {
            host,
            head,
            endpoint,
            values,
            predefined: None,
            verb,
            is_secure: false,
        };
        return call
            .answer_body(RequestBody::Form(fields), request_id, writing)
            .await;
    }
    let error = ServiceError::new("MethodNotAllowed", format!("use {}", verbs.join(" or ")))
        .with_header("Allow", verbs.join(", "));
    failure(&error, &writing)
}

/// `/api` comes before custom routes, those before the other predefined routes.
fn target<'a>(host: &'a HostState, head: &'a RequestHead<'_>, verb: Verb) -> Target<'a> {
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
        found => match (predefined(&head.path.segments), found) {
            (Some(found), _) => predefined_target(host, found),
            (None, Found::OtherVerbs(verbs)) => Target::OtherVerbs(verbs),
            (None, _) => Target::Nothing,
        },
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
        location: head.location(),
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
    Writing {
        response,
        options: WriteOptions::default(),
        request_id: tells_id.then(|| request_id.to_string()),
        operation: "ErrorResponse",
        location: String::new(),
    }
}

async fn body_of(
    head: &RequestHead<'_>,
    bytes: Bytes,
    path_format: Option<Format>,
) -> Result<RequestBody, ServiceError> {
    request_body(bytes, head.content_type(), path_format).await
}

/// The whole body, up to the limit.
///
/// # Errors
/// 413 past the limit, 400 if it ends early, 408 if it takes too long.
async fn read(mut payload: Payload, host: &HostState) -> Result<Bytes, ServiceError> {
    let limit = host.settings.max_body_bytes;
    let reading = async {
        let mut body = BytesMut::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|fault| {
                ServiceError::new("BadRequest", format!("the body could not be read: {fault}"))
            })?;
            if body.len() + chunk.len() > limit {
                let message = format!("a body may have {limit} bytes at most");
                return Err(ServiceError::new("RequestEntityTooLarge", message));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body.freeze())
    };
    actix_web::rt::time::timeout(host.settings.body_timeout, reading)
        .await
        .unwrap_or_else(|_| {
            let message = "the body took too long to arrive";
            Err(ServiceError::new("RequestTimeout", message).with_status(408))
        })
}
