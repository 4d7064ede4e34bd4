use serde::Serialize;

/// The address of the schema, by which Postman knows the format.
pub(super) const SCHEMA: &str =
    "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// A collection.
#[derive(Debug, Clone, Serialize)]
pub struct Collection {
    pub(super) info: Info,
    pub(super) item: Vec<Item>,
    pub(super) variable: Vec<Variable>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Info {
    pub(super) name: String,
    pub(super) schema: &'static str,
}

/// A request, or a folder of them.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Item {
    /// A folder.
    Folder {
        /// Its name.
        name: String,
        /// What is in it.
        item: Vec<Item>,
    },
    /// A request.
    Request {
        /// Its name.
        name: String,
        /// What is sent.
        request: Box<Request>,
    },
}

/// What is sent.
#[derive(Debug, Clone, Serialize)]
pub struct Request {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) auth: Option<Auth>,
    pub(super) method: String,
    pub(super) header: Vec<Pair>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) body: Option<Body>,
    pub(super) url: Url,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Auth {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) basic: Vec<Variable>,
}

/// A variable, or a part of credentials.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Variable {
    pub(super) key: &'static str,
    pub(super) value: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
}

/// A header, or a value of path or query.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    /// Whether it is not sent until somebody wants it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) disabled: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Body {
    pub(super) mode: &'static str,
    pub(super) raw: String,
    pub(super) options: BodyOptions,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct BodyOptions {
    pub(super) raw: RawOptions,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RawOptions {
    pub(super) language: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Url {
    pub(super) raw: String,
    pub(super) host: Vec<String>,
    pub(super) path: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) query: Vec<Pair>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) variable: Vec<Pair>,
}

impl Pair {
    pub(super) fn new(key: &str, value: &str) -> Self {
        Self {
            key: key.to_owned(),
            value: value.to_owned(),
            description: None,
            disabled: false,
        }
    }
}
