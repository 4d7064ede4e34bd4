use serde::{Deserialize, Serialize};

use super::{MetadataOperationType, MetadataType, MetadataTypeName, MetadataTypesConfig};

/// An API: its operations and the types that they use. What `/types/metadata` answers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataTypes {
    /// The options that native types are generated with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub config: Option<MetadataTypesConfig>,
    /// The CLR namespaces that occur.
    pub namespaces: Vec<String>,
    /// Types that are neither request nor response DTO.
    pub types: Vec<MetadataType>,
    /// The operations, each with its request and response DTO.
    pub operations: Vec<MetadataOperationType>,
}

impl MetadataTypes {
    /// Every class, interface and enumeration: requests and responses in the order of the
    /// operations, then the other types.
    pub fn all_types(&self) -> impl Iterator<Item = &MetadataType> {
        let of_operations = self
            .operations
            .iter()
            .flat_map(|operation| [Some(&operation.request), operation.response.as_ref()]);
        of_operations.flatten().chain(&self.types)
    }

    /// The type of that CLR name in that namespace.
    pub fn find(&self, name: &str, namespace: &str) -> Option<&MetadataType> {
        self.all_types()
            .find(|found| found.name == name && found.namespace == namespace)
    }

    /// The type that `name` refers to.
    pub fn resolve(&self, name: &MetadataTypeName) -> Option<&MetadataType> {
        self.find(&name.name, name.namespace.as_deref().unwrap_or_default())
    }

    /// The operation of that name, in any case.
    pub fn operation(&self, name: &str) -> Option<&MetadataOperationType> {
        self.operations
            .iter()
            .find(|operation| operation.request.name.eq_ignore_ascii_case(name))
    }
}
