//! OpenAPI 3.1 of a description: <https://spec.openapis.org/oas/v3.1.0>.
//!
//! It tells of the JSON that this host reads and writes: scalars are described as they stand on
//! the wire, not as other hosts would write them.

mod components;
mod constraints;
mod document;
mod operations;
mod parameters;
mod paths;
mod responses;
mod scalars;
mod schema;
mod security;

use contract::Map;

use crate::MetadataTypes;
use components::Components;

pub use document::{
    ComponentsObject, Document, Info, MediaType, Operation, Parameter, PathItem, RequestBody,
    Response, SecurityScheme, Server, Tag,
};
pub use schema::{Number, Schema, Types};
pub use security::OtherProof;

pub(crate) use components::wire_name;
pub(crate) use parameters::variables;

/// What a document says of the host.
#[derive(Debug, Clone)]
pub struct About<'a> {
    /// The name of the API.
    pub title: &'a str,
    /// Its version.
    pub version: &'a str,
    /// The address that clients reach it by.
    pub base_url: &'a str,
    /// The media types that an answer can have beside JSON.
    pub other_media_types: &'a [&'a str],
    /// How callers prove who they are, beside sessions and HTTP Basic.
    pub other_proofs: &'a [OtherProof],
}

/// The document of the operations of `api`.
pub fn describe(api: &MetadataTypes, about: &About<'_>) -> Document {
    let mut components = Components::new(api);
    let paths = paths::of(api, about, &mut components);
    let needs_sign_in = api
        .operations
        .iter()
        .any(|operation| operation.requires_auth);
    Document {
        openapi: "3.1.0",
        info: Info {
            title: about.title.to_owned(),
            version: about.version.to_owned(),
        },
        servers: vec![Server {
            url: about.base_url.to_owned(),
        }],
        tags: tags(api),
        paths,
        components: ComponentsObject {
            schemas: components.finish(),
            security_schemes: if needs_sign_in {
                security::schemes(about.other_proofs)
            } else {
                Map::new()
            },
        },
    }
}

fn tags(api: &MetadataTypes) -> Vec<Tag> {
    let mut names: Vec<&str> = Vec::new();
    for tag in api.operations.iter().flat_map(|operation| &operation.tags) {
        if !names.contains(&tag.as_str()) {
            names.push(tag);
        }
    }
    let named = names.into_iter().map(|name| Tag {
        name: name.to_owned(),
    });
    named.collect()
}

#[cfg(test)]
mod tests;
