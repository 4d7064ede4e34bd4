use serde::{Deserialize, Serialize};

use super::{MetadataType, MetadataTypeName, is_false};

/// An operation: what it takes, what it answers, and who may call it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataOperationType {
    /// The request DTO, whose name is the operation's.
    pub request: MetadataType,
    /// The response DTO; absent for scalars, lists and nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<MetadataType>,
    /// Upper-case verbs that the service implements, or `ANY`.
    pub actions: Vec<String>,
    /// Whether it answers nothing.
    #[serde(skip_serializing_if = "is_false")]
    pub returns_void: bool,
    /// The verb that a client should use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// What it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_type: Option<MetadataTypeName>,
    /// The paths that it answers on, beside the predefined ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub routes: Option<Vec<MetadataRoute>>,
    /// The table behind an AutoQuery or CRUD operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_model: Option<MetadataTypeName>,
    /// What a list of results consists of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view_model: Option<MetadataTypeName>,
    /// Whether a caller has to be signed in.
    #[serde(skip_serializing_if = "is_false")]
    pub requires_auth: bool,
    /// Whether a caller has to send an API key.
    #[serde(skip_serializing_if = "is_false")]
    pub requires_api_key: bool,
    /// Roles that a caller has to have, all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_roles: Vec<String>,
    /// Roles of which a caller has to have one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requires_any_role: Vec<String>,
    /// Permissions that a caller has to have, all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_permissions: Vec<String>,
    /// Permissions of which a caller has to have one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requires_any_permission: Vec<String>,
    /// The groups that it is listed under.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// A path that an operation answers on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataRoute {
    /// The path with its variables: `/hello/{Name}`.
    pub path: String,
    /// Its verbs, `GET,POST`; absent for all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verbs: Option<String>,
    /// A long remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// A short remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}
