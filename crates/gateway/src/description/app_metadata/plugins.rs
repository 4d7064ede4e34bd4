use serde::Serialize;

use super::auth::Auth;
use super::validation::Validation;
use crate::description::tool_request::ToolRequest;

/// The features of the host, by the ids that ServiceStack's user interfaces know.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Plugins {
    loaded: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auth: Option<Auth>,
    validation: Validation,
}

impl Plugins {
    pub(super) fn of(request: &ToolRequest<'_>) -> Self {
        let settings = &request.host.settings;
        let tools = &settings.description;
        let auth = Auth::of(request);
        let features = [
            ("csv", true),
            ("jsonl", true),
            ("autoroutes", true),
            ("metadata", tools.metadata),
            ("ssref", tools.native_types),
            ("ui", tools.ui),
            ("validation", true),
            ("auth", auth.is_some()),
            ("cors", settings.cors.is_some()),
            ("openapi", tools.openapi),
            ("postman", tools.postman),
            ("session", auth.is_some()),
        ];
        let loaded = features.into_iter().filter(|(_, is_on)| *is_on);
        Self {
            loaded: loaded.map(|(id, _)| id).collect(),
            auth,
            validation: Validation::default(),
        }
    }
}
