use contract::Map;
use serde::Serialize;

use super::Schema;

/// The whole document.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    /// The version of the specification.
    pub openapi: &'static str,
    /// What the API is called.
    pub info: Info,
    /// Where it is.
    pub servers: Vec<Server>,
    /// The groups of operations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// The operations by path.
    pub paths: Map<String, PathItem>,
    /// What the operations refer to.
    pub components: ComponentsObject,
}

/// Name and version.
#[derive(Debug, Clone, Serialize)]
pub struct Info {
    /// The name of the API.
    pub title: String,
    /// Its version.
    pub version: String,
}

/// An address.
#[derive(Debug, Clone, Serialize)]
pub struct Server {
    /// The address.
    pub url: String,
}

/// A group of operations.
#[derive(Debug, Clone, Serialize)]
pub struct Tag {
    /// Its name.
    pub name: String,
}

/// Schemas and security schemes by name.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComponentsObject {
    /// The types.
    pub schemas: Map<String, Schema>,
    /// The ways to prove who is calling.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub security_schemes: Map<&'static str, SecurityScheme>,
}

/// A way to prove who is calling.
#[derive(Debug, Clone, Serialize)]
pub struct SecurityScheme {
    /// `http` or `apiKey`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The scheme of `http`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<&'static str>,
    /// Where an `apiKey` stands.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub place: Option<&'static str>,
    /// What an `apiKey` is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'static str>,
    /// How one comes by it.
    pub description: &'static str,
}

/// The operations of a path, by verb in lower case.
pub type PathItem = Map<&'static str, Operation>;

/// An operation on one path with one verb.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// A name that no other operation has.
    pub operation_id: String,
    /// The groups that it is in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// One line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// More text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What stands in path and query.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// What stands in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_body: Option<RequestBody>,
    /// The answers, by status.
    pub responses: Map<&'static str, Response>,
    /// The security schemes of which one has to be met.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub security: Vec<Map<&'static str, Vec<String>>>,
}

/// A value in path or query.
#[derive(Debug, Clone, Serialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// `path` or `query`.
    #[serde(rename = "in")]
    pub place: &'static str,
    /// Whether it has to be there, as all of a path have to.
    pub required: bool,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What it looks like.
    pub schema: Schema,
    /// Whether each item of a list has the name again; lists are joined by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explode: Option<bool>,
}

/// A body, by media type.
#[derive(Debug, Clone, Serialize)]
pub struct RequestBody {
    /// Each media type and what it carries.
    pub content: Map<&'static str, MediaType>,
}

/// What a media type carries.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MediaType {
    /// Its schema; absent where only JSON is described.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<Schema>,
}

/// An answer.
#[derive(Debug, Clone, Serialize)]
pub struct Response {
    /// What it means.
    pub description: String,
    /// Each media type and what it carries.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub content: Map<String, MediaType>,
}
