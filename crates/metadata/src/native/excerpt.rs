use std::collections::HashSet;

use super::catalog::Catalog;
use super::declaration::Declaration;
use super::languages::typescript::TYPESCRIPT;
use super::options::list;
use super::selection;
use crate::{MetadataOperationType, MetadataType, MetadataTypes, MetadataTypesConfig};

/// The part of `types` that the option `IncludeTypes` asks for, of the operations that `is_shown`
/// lets pass; without patterns those operations with all that they refer to.
pub fn select(
    types: &MetadataTypes,
    is_shown: impl Fn(&MetadataOperationType) -> bool,
    patterns: Option<&str>,
) -> MetadataTypes {
    let mut part = types.clone();
    part.operations.retain(is_shown);
    let patterns = patterns.map(list).unwrap_or_else(|| {
        let names = part.operations.iter();
        names
            .map(|operation| format!("{}.*", operation.request.name))
            .collect()
    });
    if patterns.is_empty() {
        // Without a pattern everything would be selected.
        part.operations.clear();
        part.types.clear();
        return part;
    }
    let chosen = chosen(&part, patterns);
    let is_chosen = |described: &MetadataType| {
        chosen.contains(&(described.name.clone(), described.namespace.clone()))
    };
    part.operations
        .retain(|operation| is_chosen(&operation.request));
    part.types.retain(is_chosen);
    part
}

/// Names and namespaces of what the patterns take.
fn chosen(types: &MetadataTypes, patterns: Vec<String>) -> HashSet<(String, String)> {
    let config = MetadataTypesConfig {
        include_types: patterns,
        ignore_types: Vec::new(),
        ..MetadataTypesConfig::default()
    };
    let catalog = Catalog::new(types, &TYPESCRIPT);
    let declarations: Vec<_> = (0..catalog.entries.len())
        .map(|index| Declaration::new(index, &catalog, &config))
        .collect();
    selection::select(&catalog, &declarations, &config)
        .into_iter()
        .map(|index| {
            let described = catalog.entries[index].described;
            (described.name.clone(), described.namespace.clone())
        })
        .collect()
}
