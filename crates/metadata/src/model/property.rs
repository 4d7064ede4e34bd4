use serde::{Deserialize, Serialize};

use super::{MetadataAttribute, is_false};

/// A property of a class, or an argument of an attribute.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataPropertyType {
    /// CLR name.
    pub name: String,
    /// CLR name of its type: `Int32`, ``List`1``, ``Nullable`1``, `String[]`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    /// CLR namespace of its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// Whether null needs `Nullable<T>`.
    #[serde(skip_serializing_if = "is_false")]
    pub is_value_type: bool,
    /// Whether its type, or the type that may be null, is an enumeration.
    #[serde(skip_serializing_if = "is_false")]
    pub is_enum: bool,
    /// Whether it identifies its row.
    #[serde(skip_serializing_if = "is_false")]
    pub is_primary_key: bool,
    /// The arguments of a generic type, each as .NET short names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generic_args: Option<Vec<String>>,
    /// The value of an attribute's argument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `[DataMember]`, where stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_member: Option<MetadataDataMember>,
    /// Whether it cannot be set.
    #[serde(skip_serializing_if = "is_false")]
    pub read_only: bool,
    /// Where it travels: `path`, `query`, `body`, `form`, `header`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub param_type: Option<String>,
    /// How a user interface calls its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_type: Option<String>,
    /// Whether a caller has to send it.
    #[serde(skip_serializing_if = "is_false")]
    pub is_required: bool,
    /// The only values that it may have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allowable_values: Vec<String>,
    /// The smallest value that it may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowable_min: Option<i64>,
    /// The greatest value that it may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowable_max: Option<i64>,
    /// Attributes that generated code repeats.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<MetadataAttribute>,
}

/// `[DataMember]` of a property.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataDataMember {
    /// Another name on the wire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its place in XML and in generated code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<i32>,
    /// Whether a reader refuses its absence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_required: Option<bool>,
    /// Whether a default value is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emit_default_value: Option<bool>,
}
