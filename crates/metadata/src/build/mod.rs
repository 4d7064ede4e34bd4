//! From the descriptors of Rust DTOs to [`MetadataTypes`].

mod class;
mod discovery;
mod enumeration;
mod operation;
mod property;
mod service_stack;
mod type_name;

use contract::OperationDescriptor;

use crate::{MetadataType, MetadataTypes, MetadataTypesConfig};

/// Describes `operations`, in their order, with every type that they use.
///
/// Operations and types of ServiceStack's own namespaces are left out, as every client library
/// brings them along.
pub fn describe<'a>(
    operations: impl IntoIterator<Item = &'a OperationDescriptor>,
) -> MetadataTypes {
    let ignored = MetadataTypesConfig::default().ignore_types_in_namespaces;
    let is_ignored = |namespace: &str| ignored.iter().any(|name| name == namespace);
    let operations = operations.into_iter();
    let mut described =
        describe_with_own(operations.filter(|operation| !is_ignored(operation.request.namespace)));
    described
        .types
        .retain(|found| !is_ignored(&found.namespace));
    described.namespaces = namespaces(&described.types);
    described
}

/// As [`describe`], with the operations and types of ServiceStack's own namespaces: for languages
/// whose client library does not bring them along.
pub fn describe_with_own<'a>(
    operations: impl IntoIterator<Item = &'a OperationDescriptor>,
) -> MetadataTypes {
    let operations: Vec<&OperationDescriptor> = operations.into_iter().collect();
    let found = discovery::referenced_types(&operations);
    let types: Vec<MetadataType> = found.into_iter().map(class::describe).collect();
    MetadataTypes {
        config: Some(MetadataTypesConfig::default()),
        namespaces: namespaces(&types),
        operations: operations.into_iter().map(operation::describe).collect(),
        types,
    }
}

/// As [`describe_with_own`], the interfaces that mark requests first and those that say what a
/// request returns before them. Without options for native types.
pub fn describe_all<'a>(
    operations: impl IntoIterator<Item = &'a OperationDescriptor>,
) -> MetadataTypes {
    let described = describe_with_own(operations);
    let is_marker =
        |found: &MetadataType| found.is_interface && found.namespace == service_stack::NAMESPACE;
    let (markers, types): (Vec<MetadataType>, Vec<MetadataType>) =
        described.types.into_iter().partition(is_marker);
    let markers = service_stack::return_markers().into_iter().chain(markers);
    MetadataTypes {
        config: None,
        namespaces: namespaces(&types),
        types: markers.chain(types).collect(),
        ..described
    }
}

/// The namespaces that generated code imports: of each type those of its properties, then its own.
fn namespaces(types: &[MetadataType]) -> Vec<String> {
    let mut namespaces: Vec<String> = Vec::new();
    for described in types {
        let of_properties = described
            .own_properties()
            .iter()
            .filter_map(|property| property.namespace.as_deref());
        for namespace in of_properties.chain([described.namespace.as_str()]) {
            if !namespace.is_empty() && !namespaces.iter().any(|known| known == namespace) {
                namespaces.push(namespace.to_owned());
            }
        }
    }
    namespaces
}

#[cfg(test)]
mod tests;
