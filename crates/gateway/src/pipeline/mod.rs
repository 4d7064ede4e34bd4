//! The one way of a request: what it is for, how its answer is written, and the call.

mod call;
mod elsewhere;
mod target;
mod writing;

use std::panic::AssertUnwindSafe;

use actix_web::HttpRequest;
use actix_web::web::Payload;
use futures_util::FutureExt;
use service::RequestId;

use crate::body::{Files, receive};
use crate::cross_site::is_cross_site;
use crate::description::{self, API_INDEX};
use crate::event_stream;
use crate::host::HostState;
use crate::panic::panicked;
use crate::reply::{Answer, failure};
use crate::request_head::RequestHead;

use call::{Body, Call};
use elsewhere::elsewhere;
use target::{Target, target};
use writing::{plain_writing, writing};

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
        let received = receive(payload, &head, None, Files::Skipped, &host.settings).await;
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
        (Target::Operation(operation), Some(verb)) => {
            let call = Call {
                is_secure: head.is_secure(request),
                is_cross_site: is_cross_site(host, request, &head),
                host,
                request,
                head: &head,
                operation,
                verb,
            };
            call.answer(body, request_id, &writing).await
        }
        (Target::ApiIndex, _) => {
            description::answer(&API_INDEX, host, request, &head, writing).await
        }
        (Target::Tool(tool), _) => description::answer(tool, host, request, &head, writing).await,
        (Target::Events(path, events), _) => {
            event_stream::answer(path, events, host, request, &head, &writing).await
        }
        (target, verb) => elsewhere(&head, &target, verb, &writing),
    }
}
