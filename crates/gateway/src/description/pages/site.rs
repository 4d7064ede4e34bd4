use crate::description::tool_request::ToolRequest;

/// What every page tells of the host.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site<'a> {
    /// The name of the service.
    pub(super) name: &'a str,
    /// From the page's own path to the root, so that links hold below any path prefix.
    pub(super) root: &'static str,
}

impl<'a> Site<'a> {
    pub(super) fn of(request: &'a ToolRequest<'_>, root: &'static str) -> Self {
        let name = &request.host.settings.service_name;
        Self { name, root }
    }
}
