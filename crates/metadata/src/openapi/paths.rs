use contract::Map;

use super::components::Components;
use super::document::PathItem;
use super::operations::{Place, describe};
use super::{About, parameters};
use crate::{MetadataOperationType, MetadataRoute, MetadataTypes};

/// Verbs in upper case and as OpenAPI writes them, in the order that they are listed.
const VERBS: [(&str, &str); 5] = [
    ("GET", "get"),
    ("POST", "post"),
    ("PUT", "put"),
    ("PATCH", "patch"),
    ("DELETE", "delete"),
];

/// The routes of each operation, then its predefined path. Where two have the same path and verb
/// the first stays, as the host calls it.
pub(super) fn of<'a>(
    api: &'a MetadataTypes,
    about: &About<'_>,
    components: &mut Components<'a>,
) -> Map<String, PathItem> {
    let mut paths: Map<String, PathItem> = Map::new();
    for operation in &api.operations {
        let predefined = MetadataRoute {
            path: format!("/api/{}", operation.request.name),
            ..MetadataRoute::default()
        };
        let routes = operation.routes.iter().flatten().chain([&predefined]);
        for (at, route) in routes.enumerate() {
            let item = paths.entry(parameters::template(&route.path)).or_default();
            for (name, verb) in verbs(operation, route) {
                if item.contains_key(verb) {
                    continue;
                }
                let place = Place {
                    operation,
                    verb,
                    variables: parameters::variables(&route.path),
                    id: id(operation, name, at),
                    summary: route.summary.clone(),
                    notes: route.notes.clone(),
                };
                item.insert(verb, describe(place, about, components));
            }
        }
    }
    paths.retain(|_, item| !item.is_empty());
    paths
}

/// Those of the route that the service implements.
fn verbs<'a>(
    operation: &'a MetadataOperationType,
    route: &'a MetadataRoute,
) -> impl Iterator<Item = (&'static str, &'static str)> + 'a {
    let is_routed = |name: &str| match route.verbs.as_deref() {
        Some(stated) => stated.split([',', ' ']).any(|verb| verb == name),
        None => true,
    };
    let is_implemented = |name: &str| {
        let mut actions = operation.actions.iter();
        actions.any(|action| action == "ANY" || action == name)
    };
    let both = move |(name, _): &(&str, &str)| is_routed(name) && is_implemented(name);
    VERBS.into_iter().filter(both)
}

/// `HelloGet`, and with a number where an operation has several paths.
fn id(operation: &MetadataOperationType, verb: &str, at: usize) -> String {
    let (first, rest) = verb.split_at(1);
    let name = format!("{}{first}{}", operation.request.name, rest.to_lowercase());
    if at == 0 {
        name
    } else {
        format!("{name}{}", at + 1)
    }
}
