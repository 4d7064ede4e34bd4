use formats::{Format, WriteOptions};
use service::RequestId;

use super::target::Target;
use crate::binding::first_value;
use crate::exchange::Writing;
use crate::host::HostState;
use crate::negotiation::{ResponseFormat, for_predefined, for_route};
use crate::request_head::RequestHead;

/// How the answer is to be written.
pub(super) fn writing(
    host: &HostState,
    head: &RequestHead<'_>,
    target: &Target<'_>,
    request_id: &RequestId,
) -> Writing {
    let preferences = head.preferences();
    let response = match format_of_path(target) {
        Some(format) => for_predefined(format, &preferences),
        None => {
            let first = head.path.segments.first().map(AsRef::as_ref);
            for_route(head.path.suffix, first, &preferences)
        }
    };
    let operation = match target {
        Target::Operation(found) => found.endpoint.operation().name(),
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

/// The format that a predefined route names.
fn format_of_path(target: &Target<'_>) -> Option<Format> {
    match target {
        Target::Operation(found) => found.predefined.map(|found| found.format),
        Target::UnknownOperation(found) => Some(found.format),
        Target::ApiIndex => Some(Format::Json),
        Target::Tool(_) | Target::Events(..) | Target::OtherVerbs(_) | Target::Nothing => None,
    }
}

/// How an error is written before anything is known of the request.
pub(super) fn plain_writing(host: &HostState, request_id: &RequestId) -> Writing {
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
