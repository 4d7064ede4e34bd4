use actix_web::HttpRequest;
use contract::{Access, Map, ResponseType};
use events::{Listener, ServerEvents};
use service::{Caller, ServiceError};

use super::EventPath;
use crate::access_gate::{Entrant, Visit, enter};
use crate::base_url::base_url;
use crate::binding::first_value;
use crate::endpoint::with_session;
use crate::exchange::Writing;
use crate::host::HostState;
use crate::reply::{Answer, failure, write_value};
use crate::request_head::RequestHead;

/// Answers a request for one of the paths of `events`.
pub(crate) async fn answer(
    path: EventPath,
    events: &ServerEvents,
    host: &HostState,
    request: &HttpRequest,
    head: &RequestHead<'_>,
    writing: &Writing,
) -> Answer {
    let is_secure = head.is_secure(request);
    let visit = Visit {
        host,
        request,
        is_secure,
    };
    let access = Access {
        authenticated: events.settings().requires_sign_in,
        ..Access::default()
    };
    let Entrant {
        caller, session, ..
    } = match enter(&visit, &access).await {
        Ok(entrant) => *entrant,
        Err(error) => return with_session(failure(&error, writing), None, is_secure),
    };
    let caller = caller.as_ref();
    let id = first_value(&head.query, "id").unwrap_or_default();
    let answer = match path {
        EventPath::Stream => stream(events, host, request, head, caller),
        EventPath::Heartbeat => events.heartbeat(id, caller).map(|()| Answer::empty(204)),
        EventPath::Unregister => unregister(events, id, caller, writing),
    };
    let answer = answer.unwrap_or_else(|error| failure(&error, writing));
    with_session(answer, session, is_secure)
}

fn stream(
    events: &ServerEvents,
    host: &HostState,
    request: &HttpRequest,
    head: &RequestHead<'_>,
    caller: Option<&Caller>,
) -> Result<Answer, ServiceError> {
    let subscription = events.subscribe(Listener {
        channels: first_value(&head.query, "channels").unwrap_or_default(),
        caller,
        base_url: &base_url(host, request, head),
    })?;
    let mut answer = Answer::of_stream(subscription);
    answer.add_header("Cache-Control", "no-cache".to_owned());
    // nginx keeps frames back otherwise.
    answer.add_header("X-Accel-Buffering", "no".to_owned());
    Ok(answer)
}

fn unregister(
    events: &ServerEvents,
    id: &str,
    caller: Option<&Caller>,
    writing: &Writing,
) -> Result<Answer, ServiceError> {
    let gone = events.unregister(id, caller)?;
    let type_ref = <Map<String, String> as ResponseType>::response_ref();
    write_value(&gone, type_ref.as_ref(), writing)
}
