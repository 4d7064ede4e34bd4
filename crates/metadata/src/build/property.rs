use contract::{Attribute, DataMember, PropertyDescriptor, TypeRef, TypeShape};

use super::type_name::{generic_args, namespace};
use crate::{MetadataAttribute, MetadataDataMember, MetadataPropertyType};

/// The name that .NET's mappers take for a key where no attribute says otherwise.
const PRIMARY_KEY: &str = "Id";

pub(super) fn describe(property: &PropertyDescriptor) -> MetadataPropertyType {
    let reference = &property.type_ref;
    let arguments = generic_args(reference);
    MetadataPropertyType {
        name: property.name.to_owned(),
        type_name: Some(reference.name.to_string()),
        namespace: namespace(reference),
        is_value_type: reference.is_value_type,
        is_enum: is_enum(reference),
        is_primary_key: property.name == PRIMARY_KEY,
        generic_args: (!arguments.is_empty()).then_some(arguments),
        description: property.description.map(ToOwned::to_owned),
        data_member: property.data_member.as_ref().map(data_member),
        is_required: property.required,
        attributes: property.attributes.iter().map(attribute).collect(),
        ..MetadataPropertyType::default()
    }
}

/// Whether the type, or the one that may be null, is an enumeration.
fn is_enum(reference: &TypeRef) -> bool {
    match reference.generic_args.as_slice() {
        [held] if reference.shape == TypeShape::Nullable => held.is_enum(),
        _ => reference.is_enum(),
    }
}

fn data_member(stated: &DataMember) -> MetadataDataMember {
    MetadataDataMember {
        name: stated.name.map(ToOwned::to_owned),
        order: stated.order,
        ..MetadataDataMember::default()
    }
}

pub(super) fn attribute(stated: &Attribute) -> MetadataAttribute {
    let args = stated
        .args
        .iter()
        .map(|(name, type_name, value)| MetadataPropertyType {
            name: (*name).to_owned(),
            type_name: Some((*type_name).to_owned()),
            namespace: Some("System".to_owned()),
            value: Some(value.clone()),
            ..MetadataPropertyType::default()
        });
    MetadataAttribute {
        name: stated.name.to_owned(),
        constructor_args: Vec::new(),
        args: args.collect(),
    }
}
