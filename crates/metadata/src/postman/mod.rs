//! A Postman collection of a description, in the format that Postman imports today:
//! <https://schema.postman.com/json/collection/v2.1.0/>.

mod collection;
mod request;

use contract::Map;

use crate::{MetadataOperationType, MetadataRoute, MetadataTypes};
use collection::{Info, SCHEMA, Variable};

pub use collection::{Collection, Item};

/// What a collection says of the host.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The name of the API.
    pub title: &'a str,
    /// The address that clients reach it by; a variable of the collection.
    pub base_url: &'a str,
}

/// The collection of the operations of `api`, in folders by their first tag. `sample` gives the
/// JSON of a request by the operation's name.
pub fn describe(
    api: &MetadataTypes,
    about: &About<'_>,
    sample: impl Fn(&str) -> Option<String>,
) -> Collection {
    let mut folders: Map<&str, Vec<Item>> = Map::new();
    let mut untagged = Vec::new();
    for operation in &api.operations {
        let body = sample(&operation.request.name);
        let items = items(operation, body.as_deref());
        match operation.tags.first() {
            Some(tag) => folders.entry(tag).or_default().extend(items),
            None => untagged.extend(items),
        }
    }
    let folders = folders.into_iter().map(|(name, item)| Item::Folder {
        name: name.to_owned(),
        item,
    });
    let variable = |key: &'static str, value: &str| Variable {
        key,
        value: value.to_owned(),
        kind: "string",
    };
    Collection {
        info: Info {
            name: about.title.to_owned(),
            schema: SCHEMA,
        },
        item: folders.chain(untagged).collect(),
        variable: vec![
            variable("baseUrl", about.base_url),
            variable("userName", ""),
            variable("password", ""),
        ],
    }
}

/// A request for each route; the predefined path for an operation that has none.
fn items(operation: &MetadataOperationType, body: Option<&str>) -> Vec<Item> {
    let predefined = [MetadataRoute {
        path: format!("/api/{}", operation.request.name),
        ..MetadataRoute::default()
    }];
    let routes = match operation.routes.as_deref() {
        Some(routes) if !routes.is_empty() => routes,
        _ => &predefined,
    };
    routes
        .iter()
        .map(|route| request::item(operation, route, body))
        .collect()
}

#[cfg(test)]
mod tests;
