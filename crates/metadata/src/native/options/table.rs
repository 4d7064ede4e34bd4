use super::value;
use crate::MetadataTypesConfig;

/// An option of `/types/{language}`: its name, and how it is read and shown.
#[derive(Debug)]
pub(in crate::native) struct OptionRow {
    /// As the head of a file spells it.
    pub(super) name: &'static str,
    /// Its value as the head of a file shows it.
    pub(super) show: fn(&MetadataTypesConfig) -> String,
    /// Reads its value; the error says what was expected.
    pub(super) set: fn(&mut MetadataTypesConfig, &str) -> Result<(), &'static str>,
}

macro_rules! flag {
    ($name:literal, $member:ident) => {
        OptionRow {
            name: $name,
            show: |config| value::show_flag(config.$member),
            set: |config, text| value::flag(text).map(|flag| config.$member = flag),
        }
    };
}

macro_rules! text {
    ($name:literal, $member:ident) => {
        OptionRow {
            name: $name,
            show: |config| config.$member.clone().unwrap_or_default(),
            set: |config, text| {
                config.$member = Some(text.to_owned());
                Ok(())
            },
        }
    };
}

macro_rules! list {
    ($name:literal, $member:ident) => {
        OptionRow {
            name: $name,
            show: |config| config.$member.join(","),
            set: |config, text| {
                config.$member = value::list(text);
                Ok(())
            },
        }
    };
}

/// Every option, in the order of ServiceStack's `MetadataTypesConfig`.
pub(super) const OPTIONS: [OptionRow; 38] = [
    text!("BaseUrl", base_url),
    flag!("MakePartial", make_partial),
    flag!("MakeVirtual", make_virtual),
    flag!("MakeInternal", make_internal),
    text!("BaseClass", base_class),
    text!("Package", package),
    flag!("AddReturnMarker", add_return_marker),
    flag!("AddDescriptionAsComments", add_description_as_comments),
    flag!("AddDocAnnotations", add_doc_annotations),
    flag!("AddDataContractAttributes", add_data_contract_attributes),
    flag!("AddIndexesToDataMembers", add_indexes_to_data_members),
    flag!("AddGeneratedCodeAttributes", add_generated_code_attributes),
    OptionRow {
        name: "AddImplicitVersion",
        show: |config| {
            config
                .add_implicit_version
                .map(|version| version.to_string())
                .unwrap_or_default()
        },
        set: |config, text| {
            value::number(text).map(|version| config.add_implicit_version = Some(version))
        },
    },
    flag!("AddResponseStatus", add_response_status),
    flag!("AddServiceStackTypes", add_service_stack_types),
    flag!("AddModelExtensions", add_model_extensions),
    flag!("AddPropertyAccessors", add_property_accessors),
    flag!("ExcludeGenericBaseTypes", exclude_generic_base_types),
    flag!("SettersReturnThis", setters_return_this),
    flag!("AddNullableAnnotations", add_nullable_annotations),
    flag!("MakePropertiesOptional", make_properties_optional),
    flag!("ExportAsTypes", export_as_types),
    flag!(
        "ExcludeImplementedInterfaces",
        exclude_implemented_interfaces
    ),
    text!("AddDefaultXmlNamespace", add_default_xml_namespace),
    flag!(
        "MakeDataContractsExtensible",
        make_data_contracts_extensible
    ),
    flag!("InitializeCollections", initialize_collections),
    list!("DefaultNamespaces", default_namespaces),
    list!("DefaultImports", default_imports),
    list!("IncludeTypes", include_types),
    list!("ExcludeTypes", exclude_types),
    list!("ExportTags", export_tags),
    list!("TreatTypesAsStrings", treat_types_as_strings),
    flag!("ExportValueTypes", export_value_types),
    text!("DataClass", data_class),
    text!("DataClassJson", data_class_json),
    flag!("ExcludeNamespace", exclude_namespace),
    text!("GlobalNamespace", global_namespace),
    list!("AddNamespaces", add_namespaces),
];
