use serde::{Deserialize, Serialize};

use super::{MetadataAttribute, MetadataPropertyType, is_false};

/// A class, interface or enumeration.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataType {
    /// CLR name, with arity for a generic one: ``QueryResponse`1``.
    pub name: String,
    /// CLR namespace.
    pub namespace: String,
    /// Names of the type parameters of a generic type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generic_args: Option<Vec<String>>,
    /// The base class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inherits: Option<MetadataTypeName>,
    /// The interfaces stated on this type.
    pub implements: Vec<MetadataTypeName>,
    /// How a user interface calls the type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_type: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// A longer remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// Whether it is declared within another type.
    #[serde(skip_serializing_if = "is_false")]
    pub is_nested: bool,
    /// Whether it is an enumeration.
    #[serde(skip_serializing_if = "is_false")]
    pub is_enum: bool,
    /// Whether it is an enumeration that goes on the wire as a number.
    #[serde(skip_serializing_if = "is_false")]
    pub is_enum_int: bool,
    /// Whether it is an interface.
    #[serde(skip_serializing_if = "is_false")]
    pub is_interface: bool,
    /// Whether it is only inherited from.
    #[serde(skip_serializing_if = "is_false")]
    pub is_abstract: bool,
    /// Whether it is a generic type without its arguments.
    #[serde(skip_serializing_if = "is_false")]
    pub is_generic_type_def: bool,
    /// `[DataContract]`, where stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_contract: Option<MetadataDataContract>,
    /// The properties that this type itself declares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Vec<MetadataPropertyType>>,
    /// Attributes that generated code repeats.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<MetadataAttribute>,
    /// Types declared within this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inner_types: Vec<MetadataTypeName>,
    /// The names of an enumeration's values, in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_names: Option<Vec<String>>,
    /// Their numbers; absent where they count from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_values: Option<Vec<String>>,
    /// Their names on the wire; absent where all are the CLR names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_member_values: Option<Vec<String>>,
    /// What they are for; absent where none is described.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_descriptions: Option<Vec<String>>,
}

impl MetadataType {
    /// The properties that this type itself declares, in order.
    pub fn own_properties(&self) -> &[MetadataPropertyType] {
        self.properties.as_deref().unwrap_or_default()
    }

    /// Whether its values are flags that combine.
    pub fn is_flags(&self) -> bool {
        self.attributes
            .iter()
            .any(|attribute| attribute.name == "Flags")
    }
}

/// A reference to a type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataTypeName {
    /// CLR name, with arity for a generic one.
    pub name: String,
    /// CLR namespace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// The arguments of a generic type, each as .NET short names it: `String`, `List<Int32>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generic_args: Option<Vec<String>>,
}

/// `[DataContract]` of a class.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataDataContract {
    /// Another name on the wire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Another XML namespace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
}
