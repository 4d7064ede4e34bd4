use crate::description::relative::root_from;
use crate::description::tool_request::ToolRequest;

/// What every page tells of the host.
#[derive(Debug, Clone)]
pub(super) struct Site<'a> {
    /// The name of the service.
    pub(super) name: &'a str,
    /// From the page's own path to the root of the host.
    pub(super) root: String,
}

impl<'a> Site<'a> {
    pub(super) fn of(request: &'a ToolRequest<'_>) -> Self {
        Self {
            name: &request.host.settings.service_name,
            root: root_from(request.head.raw_path),
        }
    }
}
