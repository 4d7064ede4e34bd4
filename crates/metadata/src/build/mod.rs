//! From the descriptors of Rust DTOs to [`MetadataTypes`].

mod class;
mod discovery;
mod enumeration;
mod operation;
mod property;
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
    let ignored = config.ignore_types_in_namespaces.clone();
    describe_outside(operations, &ignored, config)
}

/// As [`describe`], with the operations and types of ServiceStack's own namespaces: for languages
/// whose client library does not bring them along.
pub fn describe_with_own<'a>(
    operations: impl IntoIterator<Item = &'a OperationDescriptor>,
) -> MetadataTypes {
    describe_outside(operations, &[], MetadataTypesConfig::default())
}

/// Describes what is in none of the `ignored` namespaces.
fn describe_outside<'a>(
    operations: impl IntoIterator<Item = &'a OperationDescriptor>,
    ignored: &[String],
    config: MetadataTypesConfig,
) -> MetadataTypes {
    let is_ignored = |namespace: &str| ignored.iter().any(|name| name == namespace);
    let described: Vec<&OperationDescriptor> = operations
        .into_iter()
        .filter(|operation| !is_ignored(operation.request.namespace))
        .collect();
    let types: Vec<MetadataType> = discovery::referenced_types(&described)
        .into_iter()
        .filter(|found| !is_ignored(found.namespace))
        .map(class::describe)
        .collect();
    MetadataTypes {
        namespaces: namespaces(&types),
        operations: described.into_iter().map(operation::describe).collect(),
        types,
        config: Some(config),
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
