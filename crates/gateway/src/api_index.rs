use contract::Map;
use serde::Serialize;

use crate::exchange::Writing;
use crate::host::HostState;
use crate::reply::{Answer, failure, write_value};

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

/// The operations by tag; those without one are under `other`, or `apis` where nothing is tagged.
pub(crate) fn answer(host: &HostState, writing: &Writing) -> Answer {
    let has_tags = host.endpoints.iter().any(|endpoint| !endpoint.operation().tags.is_empty());
    let untagged = if has_tags { "other" } else { "apis" };
    let mut index: Map<&str, Vec<Entry>> = Map::new();
    for endpoint in &host.endpoints {
        let operation = endpoint.operation();
        let tag = operation.tags.first().copied().unwrap_or(untagged);
        let returns = match &operation.returns {
            contract::Returns::Type(type_ref) => Some(type_ref.name.to_string()),
            _ => None,
        };
        index.entry(tag).or_default().push(Entry {
            name: operation.name(),
            returns,
            description: operation.request.description,
            links: Links { api: format!("/api/{}", operation.name()) },
        });
    }
    write_value(&index, None, writing).unwrap_or_else(|error| failure(&error, writing))
}
