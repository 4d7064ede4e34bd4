use contract::{OperationDescriptor, Returns};
use serde::Serialize;
use service::ServiceError;

use super::Tool;
use super::tool_request::ToolRequest;
use crate::reply::Answer;

/// `/operations/metadata`: the operations as a plain list.
pub(super) static OPERATIONS_METADATA: Tool = Tool {
    name: "OperationsMetadata",
    is_on: |settings| settings.metadata,
    answer,
};

/// An operation in the list.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_name: Option<String>,
    service_name: &'static str,
    restrict_to: Vec<&'static str>,
    visible_to: Vec<&'static str>,
    actions: Vec<&'static str>,
    routes: Vec<&'static str>,
    tags: Vec<&'static str>,
}

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let mut entries: Vec<Entry> = request
        .operations()
        .iter()
        .map(|operation| entry(operation, request))
        .collect();
    entries.sort_by_key(|entry| entry.name);
    request.write(&entries)
}

fn entry(operation: &OperationDescriptor, request: &ToolRequest<'_>) -> Entry {
    let name = operation.name();
    let endpoint = request.host.endpoint(name);
    let response_name = match &operation.returns {
        Returns::Type(returned) => Some(returned.name.to_string()),
        Returns::Void | Returns::Nothing => None,
    };
    let internal_only = operation.visibility.internal_only.then_some("InternalOnly");
    let actions = if operation.actions.is_any() {
        vec!["ANY"]
    } else {
        operation.actions.iter().map(|verb| verb.as_str()).collect()
    };
    Entry {
        name,
        response_name,
        service_name: endpoint.map_or("", |endpoint| endpoint.service_name()),
        restrict_to: internal_only.into_iter().collect(),
        visible_to: operation.visibility.roles.to_vec(),
        actions,
        routes: operation.routes.iter().map(|route| route.path).collect(),
        tags: operation.tags.to_vec(),
    }
}
