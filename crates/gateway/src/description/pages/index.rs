use std::collections::BTreeMap;

use askama::Template;
use formats::Format;
use metadata::native::{LANGUAGES, Language};
use metadata::{MetadataOperationType, MetadataTypes};
use service::ServiceError;

use super::route_row::{RouteRow, route_rows};
use super::site::Site;
use super::{access, shown_formats};
use crate::description::tool_request::ToolRequest;
use crate::description::{DescriptionSettings, find};
use crate::page;
use crate::reply::Answer;

/// The operations by tag, and where else to look.
#[derive(Template)]
#[template(path = "metadata/index.html")]
struct IndexPage<'a> {
    site: &'a Site<'a>,
    groups: Vec<Group<'a>>,
    formats: Vec<Format>,
    languages: &'a [&'static Language],
    tools: Vec<(&'static str, &'static str)>,
}

struct Group<'a> {
    title: &'a str,
    rows: Vec<OperationRow<'a>>,
}

struct OperationRow<'a> {
    name: &'a str,
    access: String,
    description: &'a str,
    routes: Vec<RouteRow<'a>>,
    /// What the filter looks in, in lower case.
    words: String,
}

/// The list of operations that the caller may see.
pub(super) fn answer(request: &ToolRequest<'_>, site: &Site<'_>) -> Result<Answer, ServiceError> {
    let settings = &request.host.settings.description;
    page::answer(
        200,
        &IndexPage {
            site,
            groups: groups(request.api()),
            formats: shown_formats(),
            languages: if settings.native_types {
                LANGUAGES
            } else {
                &[]
            },
            tools: tools(settings),
        },
    )
}

/// By tag in the order of their names, an operation under each of its own; what has none comes
/// last. Within a tag by name.
fn groups(description: &MetadataTypes) -> Vec<Group<'_>> {
    let mut tagged: BTreeMap<&str, Vec<OperationRow<'_>>> = BTreeMap::new();
    let mut untagged = Vec::new();
    for operation in &description.operations {
        for tag in &operation.tags {
            let rows = tagged.entry(tag.as_str()).or_default();
            rows.push(OperationRow::of(operation));
        }
        if operation.tags.is_empty() {
            untagged.push(OperationRow::of(operation));
        }
    }
    let rest = if tagged.is_empty() {
        "Operations"
    } else {
        "Other operations"
    };
    let last = (!untagged.is_empty()).then_some((rest, untagged));
    let groups = tagged.into_iter().chain(last);
    groups
        .map(|(title, mut rows)| {
            rows.sort_by_key(|row| row.name.to_lowercase());
            Group { title, rows }
        })
        .collect()
}

impl<'a> OperationRow<'a> {
    fn of(operation: &'a MetadataOperationType) -> Self {
        let name = operation.request.name.as_str();
        let description = operation.request.description.as_deref().unwrap_or_default();
        let routes = route_rows(operation);
        let paths = routes
            .iter()
            .map(|route| format!("{} {}", route.verbs.join(" "), route.path));
        let words = [
            name.to_owned(),
            description.to_owned(),
            operation.tags.join(" "),
        ];
        let words: Vec<String> = words.into_iter().chain(paths).collect();
        Self {
            name,
            access: access::summary(operation),
            description,
            words: words.join(" ").to_lowercase(),
            routes,
        }
    }
}

/// Label and path of the other tools that are on.
fn tools(settings: &DescriptionSettings) -> Vec<(&'static str, &'static str)> {
    let all = [
        ("API Explorer", "ui"),
        ("OpenAPI", "openapi.json"),
        ("Swagger UI", "swagger-ui"),
        ("Postman Metadata", "postman"),
        ("Types Metadata", "types/metadata"),
        ("Operations Metadata", "operations/metadata"),
    ];
    let is_on = |path: &str| {
        let path = path.trim_end_matches(".json");
        let segments: Vec<&str> = path.split('/').collect();
        find(&segments, settings).is_some()
    };
    all.into_iter().filter(|(_, path)| is_on(path)).collect()
}
