use actix_web::HttpRequest;
use formats::Format;
use service::ServiceError;

use super::DescriptionSettings;
use super::freshness::revalidated;
use super::tool_request::ToolRequest;
use super::viewer::Viewer;
use crate::base_url::base_url;
use crate::exchange::Writing;
use crate::host::HostState;
use crate::negotiation::{Preferences, for_predefined};
use crate::reply::{Answer, failure};
use crate::request_head::RequestHead;

/// An endpoint that tells of the host.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tool {
    /// The name of its answer, for titles and downloads.
    pub(crate) name: &'static str,
    /// Whether the settings have it.
    pub(crate) is_on: fn(&DescriptionSettings) -> bool,
    /// Answers.
    ///
    /// # Errors
    /// What it cannot tell, such as an operation that there is none of.
    pub(crate) answer: fn(&ToolRequest<'_>) -> Result<Answer, ServiceError>,
}

/// Answers a request for `tool`.
pub(crate) async fn answer(
    tool: &Tool,
    host: &HostState,
    request: &HttpRequest,
    head: &RequestHead<'_>,
    writing: Writing,
) -> Answer {
    let mut writing = Writing {
        operation: tool.name,
        ..writing
    };
    if writing.response.callback.is_some() {
        // As a script, any page that a caller opens could read what only that caller may see.
        writing.response = for_predefined(Format::Json, &Preferences::default());
    }
    let authenticator = host.authenticator.as_deref();
    let viewer = Viewer::of(request, head, &host.description, authenticator).await;
    let view = host.description.seen_by(&viewer);
    let request = ToolRequest {
        host,
        head,
        view,
        base_url: base_url(host, request, head),
        writing: &writing,
    };
    match (tool.answer)(&request) {
        Ok(answer) => revalidated(answer, head),
        Err(error) => failure(&error, &writing),
    }
}
