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
    let config = MetadataTypesConfig::default();
    let is_ignored = |namespace: &str| {
        let ignored = &config.ignore_types_in_namespaces;
        ignored.iter().any(|name| name == namespace)
    };
    let operations = operations.into_iter();
    let mut described =
        describe_all(operations.filter(|operation| !is_ignored(operation.request.namespace)));
    described
        .types
        .retain(|found| !is_ignored(&found.namespace));
    described.namespaces = namespaces(&described.types);
    described.config = Some(config);
    described
}

/// The same with ServiceStack's own operations and types, the interfaces that mark requests
/// first. Without options for native types.
pub fn describe_all<'a>(
    operations: impl IntoIterator<Item = &'a OperationDescriptor>,
) -> MetadataTypes {
    let operations: Vec<&OperationDescriptor> = operations.into_iter().collect();
    let found = discovery::referenced_types(&operations);
    let (markers, types): (Vec<MetadataType>, Vec<MetadataType>) = found
        .into_iter()
        .map(class::describe)
        .partition(|found| found.is_interface && found.namespace == service_stack::NAMESPACE);
    MetadataTypes {
        config: None,
        namespaces: namespaces(&types),
        operations: operations.into_iter().map(operation::describe).collect(),
        types: service_stack::return_markers()
            .into_iter()
            .chain(markers)
            .chain(types)
            .collect(),
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
