use contract::{Verb, Verbs};
use events::ServerEvents;

use crate::description::{self, Tool};
use crate::endpoint::Endpoint;
use crate::event_stream::EventPath;
use crate::host::HostState;
use crate::request_head::RequestHead;
use crate::routing::{Found, PathValues, Predefined, predefined};

/// What a request is for.
pub(super) enum Target<'a> {
    Operation(Operation<'a>),
    ApiIndex,
    Tool(&'static Tool),
    Events(EventPath, &'a ServerEvents),
    OtherVerbs(Verbs),
    UnknownOperation(Predefined<'a>),
    Nothing,
}

/// An operation, and what the path says beside it.
pub(super) struct Operation<'a> {
    pub(super) endpoint: &'a dyn Endpoint,
    pub(super) values: PathValues<'a>,
    pub(super) predefined: Option<Predefined<'a>>,
}

/// `/api` comes before custom routes, those before the other predefined routes.
pub(super) fn target<'a>(
    host: &'a HostState,
    head: &'a RequestHead<'_>,
    verb: Option<Verb>,
) -> Target<'a> {
    if head.raw_path == "/api" || head.raw_path.starts_with("/api/") {
        return api_target(host, head);
    }
    match host.routes.find(verb, &head.path) {
        Found::Operation { endpoint, values } => Target::Operation(Operation {
            endpoint: host.endpoints[endpoint].as_ref(),
            values,
            predefined: None,
        }),
        found => unrouted_target(host, head, verb, &found),
    }
}

/// What a path leads to that no custom route has, at least not with that verb.
fn unrouted_target<'a>(
    host: &'a HostState,
    head: &'a RequestHead<'_>,
    verb: Option<Verb>,
    found: &Found<'_>,
) -> Target<'a> {
    let segments = &head.path.segments;
    if let Some(found) = predefined(segments) {
        return predefined_target(host, found);
    }
    if let Some(target) = event_target(host, segments, verb) {
        return target;
    }
    let tool = description::find(segments, &host.settings.description);
    match (tool, found) {
        (Some(tool), _) => Target::Tool(tool),
        (None, Found::OtherVerbs(verbs)) => Target::OtherVerbs(*verbs),
        (None, _) => Target::Nothing,
    }
}

fn event_target<'a>(
    host: &'a HostState,
    segments: &[impl AsRef<str>],
    verb: Option<Verb>,
) -> Option<Target<'a>> {
    let events = host.events.as_ref()?;
    let path = EventPath::find(segments)?;
    let takes = verb.is_some_and(|verb| path.verbs().contains(verb));
    Some(match takes {
        true => Target::Events(path, events),
        false => Target::OtherVerbs(path.verbs()),
    })
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
        Some(endpoint) => Target::Operation(Operation {
            endpoint,
            values: PathValues::new(),
            predefined: Some(found),
        }),
        None => Target::UnknownOperation(found),
    }
}
