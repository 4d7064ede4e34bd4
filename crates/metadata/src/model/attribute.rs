use serde::{Deserialize, Serialize};

use super::MetadataPropertyType;

/// A .NET attribute that generated code repeats.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataAttribute {
    /// Its name without `Attribute`.
    pub name: String,
    /// Arguments by place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub constructor_args: Vec<MetadataPropertyType>,
    /// Arguments by name.
    pub args: Vec<MetadataPropertyType>,
}
