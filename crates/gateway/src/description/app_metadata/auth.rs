use contract::Map;
use serde::Serialize;
use service::AuthProvider;

use crate::description::tool_request::ToolRequest;

/// How to sign in.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Auth {
    has_auth_repository: bool,
    includes_roles: bool,
    auth_providers: Vec<Provider>,
    /// The routes of ServiceStack's own services.
    service_routes: Map<&'static str, Vec<&'static str>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Provider {
    name: &'static str,
    label: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    form_layout: Vec<Input>,
}

/// A field of the form.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'static str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
}

impl Auth {
    /// `None` if the host knows no callers.
    pub(super) fn of(request: &ToolRequest<'_>) -> Option<Self> {
        let authenticator = request.host.authenticator.as_ref()?;
        Some(Self {
            has_auth_repository: true,
            includes_roles: true,
            auth_providers: authenticator.providers().iter().map(provider).collect(),
            service_routes: service_routes(request),
        })
    }
}

fn provider(offered: &AuthProvider) -> Provider {
    let takes_password = offered.kind.eq_ignore_ascii_case("credentials")
        || offered.kind.eq_ignore_ascii_case("basic");
    Provider {
        name: offered.name,
        label: offered.label,
        kind: offered.kind,
        form_layout: takes_password.then(password_form).unwrap_or_default(),
    }
}

fn password_form() -> Vec<Input> {
    let input = |id, label, kind, required| Input {
        id,
        label,
        kind,
        required,
    };
    vec![
        input(
            "UserName",
            Some("User name or e-mail address"),
            None,
            Some(true),
        ),
        input("Password", None, Some("Password"), Some(true)),
        input("RememberMe", None, Some("checkbox"), None),
    ]
}

fn service_routes(request: &ToolRequest<'_>) -> Map<&'static str, Vec<&'static str>> {
    let mut routes: Map<&str, Vec<&str>> = Map::new();
    let own = request.operations().iter();
    for operation in own.filter(|operation| operation.request.namespace == "ServiceStack") {
        if let Some(endpoint) = request.host.endpoint(operation.name()) {
            let paths = operation.routes.iter().map(|route| route.path);
            routes
                .entry(endpoint.service_name())
                .or_default()
                .extend(paths);
        }
    }
    routes
}
