//! The metadata pages: what people read of the API.
//!
//! `/metadata` and `/{format}/metadata` list the operations ([`index`]); with `?op=` the latter
//! explains one ([`operation`]). A page is a template of `templates/metadata/`, a file a block.

mod access;
mod index;
mod messages;
mod missing;
mod operation;
mod route_row;
mod site;
mod table;

use formats::Format;
use service::ServiceError;

use super::Tool;
use super::relative::root_from;
use super::tool_request::ToolRequest;
use crate::reply::Answer;
use site::Site;

/// `/metadata`.
pub(super) static METADATA: Tool = Tool {
    name: "Metadata",
    is_on: |settings| settings.metadata,
    answer: front_page,
};

/// `/{format}/metadata`, with `?op=` for one operation and `?lang=` for its types.
pub(super) static OPERATION_METADATA: Tool = Tool {
    name: "OperationMetadata",
    is_on: |settings| settings.metadata,
    answer: format_page,
};

/// The formats that pages show, in their order: those that programs write and read.
pub(crate) fn shown_formats() -> Vec<Format> {
    let formats = Format::ALL.into_iter();
    formats
        .filter(|format| format.is_readable() && format.is_writable())
        .collect()
}

/// Whether `name`, in lower case, is a format that pages show.
pub(super) fn is_shown_format(name: &str) -> bool {
    shown_formats().iter().any(|format| format.name() == name)
}

fn front_page(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    if request.head.raw_path.ends_with('/') {
        let mut answer = Answer::empty(302);
        let location = format!("{}metadata", root_from(request.head.raw_path));
        answer.headers.push(("Location".to_owned(), location));
        return Ok(answer);
    }
    index::answer(request, &Site::of(request))
}

fn format_page(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let site = Site::of(request);
    let name = request.segment(0).unwrap_or_default().to_ascii_lowercase();
    match (request.query("op"), Format::from_name(&name)) {
        (Some(operation), Some(format)) => operation::answer(request, &site, operation, format),
        _ => index::answer(request, &site),
    }
}
