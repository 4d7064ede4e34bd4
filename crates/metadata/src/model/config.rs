use serde::{Deserialize, Serialize};

use super::config_defaults::{
    DEFAULT_NAMESPACES, EXPORT_ATTRIBUTES, EXPORT_TYPES, IGNORED_NAMESPACES,
};

/// What native types are generated with; every member is also a query option of `/types/{language}`.
#[expect(
    clippy::struct_excessive_bools,
    reason = "the schema is ServiceStack's"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MetadataTypesConfig {
    /// The address that clients reach the host by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// C#: classes are partial.
    pub make_partial: bool,
    /// C#: properties are virtual.
    pub make_virtual: bool,
    /// C#: types are internal.
    pub make_internal: bool,
    /// The class that every DTO without a base class inherits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_class: Option<String>,
    /// Java, Kotlin, Go: the package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// Requests implement `IReturn<T>` or `IReturnVoid`.
    pub add_return_marker: bool,
    /// Descriptions become doc comments.
    pub add_description_as_comments: bool,
    /// Descriptions become annotations.
    pub add_doc_annotations: bool,
    /// Every type has `[DataContract]`.
    pub add_data_contract_attributes: bool,
    /// `[DataMember]` has an order.
    pub add_indexes_to_data_members: bool,
    /// C#: types are marked as generated.
    pub add_generated_code_attributes: bool,
    /// Requests have a `Version` of this number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub add_implicit_version: Option<i32>,
    /// Responses have a `ResponseStatus`, stated or not.
    pub add_response_status: bool,
    /// ServiceStack's own types are generated too.
    pub add_service_stack_types: bool,
    /// Java, Swift: helpers of collections are generated.
    pub add_model_extensions: bool,
    /// Java: getters and setters.
    pub add_property_accessors: bool,
    /// Swift: no generic base classes.
    pub exclude_generic_base_types: bool,
    /// Java: setters return the object.
    pub setters_return_this: bool,
    /// C#: reference types that may be null have `?`.
    pub add_nullable_annotations: bool,
    /// Every property may be absent.
    pub make_properties_optional: bool,
    /// TypeScript: classes instead of interfaces.
    pub export_as_types: bool,
    /// Interfaces are left out.
    pub exclude_implemented_interfaces: bool,
    /// The XML namespace of contracts that state none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub add_default_xml_namespace: Option<String>,
    /// C#: contracts keep what they do not know.
    pub make_data_contracts_extensible: bool,
    /// Collections start empty instead of null.
    pub initialize_collections: bool,
    /// Namespaces that are imported.
    pub default_namespaces: Vec<String>,
    /// Imports of the generated file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub default_imports: Vec<String>,
    /// Only these types: `Type`, `Type.*`, `*.Type`, `Namespace/*`, `{tag}`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include_types: Vec<String>,
    /// Not these types; `services` and `types` exclude all of a sort.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude_types: Vec<String>,
    /// Only operations of these tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub export_tags: Vec<String>,
    /// Types that are generated as text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub treat_types_as_strings: Vec<String>,
    /// C#: structs are generated as such.
    pub export_value_types: bool,
    /// Python: the decorator of classes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_class: Option<String>,
    /// Python: the JSON decorator of classes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_class_json: Option<String>,
    /// C#: no namespace.
    pub exclude_namespace: bool,
    /// One namespace or module around everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub global_namespace: Option<String>,
    /// Namespaces to import beside the default ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub add_namespaces: Vec<String>,
    /// Types that are never generated.
    pub ignore_types: Vec<String>,
    /// ServiceStack's own types that may be generated.
    pub export_types: Vec<String>,
    /// Attributes that generated code repeats.
    pub export_attributes: Vec<String>,
    /// Namespaces whose types are never generated.
    pub ignore_types_in_namespaces: Vec<String>,
}

impl Default for MetadataTypesConfig {
    /// The options of a ServiceStack host that sets none.
    fn default() -> Self {
        Self {
            base_url: None,
            make_partial: true,
            make_virtual: true,
            make_internal: false,
            base_class: None,
            package: None,
            add_return_marker: true,
            add_description_as_comments: true,
            add_doc_annotations: true,
            add_data_contract_attributes: false,
            add_indexes_to_data_members: false,
            add_generated_code_attributes: false,
            add_implicit_version: None,
            add_response_status: false,
            add_service_stack_types: true,
            add_model_extensions: true,
            add_property_accessors: true,
            exclude_generic_base_types: false,
            setters_return_this: true,
            add_nullable_annotations: false,
            make_properties_optional: false,
            export_as_types: false,
            exclude_implemented_interfaces: false,
            add_default_xml_namespace: Some("http://schemas.servicestack.net/types".to_owned()),
            make_data_contracts_extensible: false,
            initialize_collections: true,
            default_namespaces: DEFAULT_NAMESPACES.map(str::to_owned).to_vec(),
            default_imports: Vec::new(),
            include_types: Vec::new(),
            exclude_types: Vec::new(),
            export_tags: Vec::new(),
            treat_types_as_strings: Vec::new(),
            export_value_types: false,
            data_class: None,
            data_class_json: None,
            exclude_namespace: false,
            global_namespace: None,
            add_namespaces: Vec::new(),
            ignore_types: Vec::new(),
            export_types: EXPORT_TYPES.map(str::to_owned).to_vec(),
            export_attributes: EXPORT_ATTRIBUTES.map(str::to_owned).to_vec(),
            ignore_types_in_namespaces: IGNORED_NAMESPACES.map(str::to_owned).to_vec(),
        }
    }
}
