use contract::{DataContract, TypeDescriptor, TypeKind};

use super::enumeration;
use super::property;
use super::type_name::{interface_name, type_name};
use crate::{MetadataDataContract, MetadataType};

/// A class, interface or enumeration.
pub(super) fn describe(described: &TypeDescriptor) -> MetadataType {
    if let TypeKind::Enum { flags } = described.kind {
        return enumeration::describe(described, flags);
    }
    let is_interface = described.kind == TypeKind::Interface;
    let parameters = described.type_parameters.iter().map(ToString::to_string);
    let properties: Vec<_> = described
        .properties
        .iter()
        .map(property::describe)
        .collect();
    MetadataType {
        generic_args: (!described.type_parameters.is_empty()).then(|| parameters.collect()),
        inherits: described.inherits.as_ref().map(type_name),
        implements: described.implements.iter().map(interface_name).collect(),
        is_interface,
        // To .NET an interface is abstract as well.
        is_abstract: is_interface || described.kind == TypeKind::Abstract,
        data_contract: described.data_contract.as_ref().map(data_contract),
        properties: (!properties.is_empty()).then_some(properties),
        ..named(described)
    }
}

/// What a class and an enumeration have alike.
pub(super) fn named(described: &TypeDescriptor) -> MetadataType {
    MetadataType {
        name: described.name.to_owned(),
        namespace: described.namespace.to_owned(),
        description: described.description.map(ToOwned::to_owned),
        attributes: described
            .attributes
            .iter()
            .map(property::attribute)
            .collect(),
        ..MetadataType::default()
    }
}

fn data_contract(stated: &DataContract) -> MetadataDataContract {
    MetadataDataContract {
        name: stated.name.map(ToOwned::to_owned),
        namespace: stated.namespace.map(ToOwned::to_owned),
    }
}
