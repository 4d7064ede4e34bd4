use contract::Map;
use serde::Serialize;

use service::ServiceError;

use super::Tool;
use super::tool_request::ToolRequest;
use crate::reply::Answer;

/// `/api`: the operations by tag; those without one are under `other`, or `apis` where nothing is
/// tagged.
pub(crate) static API_INDEX: Tool = Tool {
    name: "ApiIndex",
    is_on: |_| true,
    answer,
};

/// An operation in the index at `/api`.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Entry {
    name: &'static str,
    returns: Option<String>,
    description: Option<&'static str>,
    links: Links,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Links {
    api: String,
}

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let operations = request.operations();
    let has_tags = operations
        .iter()
        .any(|operation| !operation.tags.is_empty());
    let untagged = if has_tags { "other" } else { "apis" };
    let mut index: Map<&str, Vec<Entry>> = Map::new();
    for operation in operations {
        let tag = operation.tags.first().copied().unwrap_or(untagged);
        let returns = match &operation.returns {
            contract::Returns::Type(type_ref) => Some(type_ref.name.to_string()),
            _ => None,
        };
        index.entry(tag).or_default().push(Entry {
            name: operation.name(),
            returns,
            description: operation.request.description,
            links: Links {
                api: format!("/api/{}", operation.name()),
            },
        });
    }
    request.write(&index)
}
