use std::collections::BTreeSet;

use super::catalog::{Catalog, Role};
use super::declaration::Declaration;
use super::identifier::simple_name;
use super::type_ref::TypeRef;
use crate::MetadataTypesConfig;

/// The declarations that the options ask for: without `IncludeTypes` all of the API and of
/// ServiceStack's own types those that it refers to.
pub(super) fn select(
    catalog: &Catalog<'_>,
    declarations: &[Declaration<'_>],
    config: &MetadataTypesConfig,
) -> BTreeSet<usize> {
    let selection = Selection {
        catalog,
        declarations,
    };
    let mut chosen = selection.included(config);
    selection.add_markers(&mut chosen, config);
    chosen.retain(|&index| !selection.is_excluded(index, config));
    chosen
}

struct Selection<'a, 'b> {
    catalog: &'b Catalog<'a>,
    declarations: &'b [Declaration<'a>],
}

impl Selection<'_, '_> {
    fn included(&self, config: &MetadataTypesConfig) -> BTreeSet<usize> {
        let mut chosen = BTreeSet::new();
        let tags = config.export_tags.iter().map(|tag| format!("{{{tag}}}"));
        let patterns: Vec<String> = config.include_types.iter().cloned().chain(tags).collect();
        for pattern in &patterns {
            self.add_pattern(pattern, &mut chosen);
        }
        if patterns.is_empty() {
            let described = |role: Role| !matches!(role, Role::Marker | Role::WellKnown);
            for index in self.indexes(|index| described(self.catalog.entries[index].role)) {
                self.add_with_references(index, &mut chosen);
            }
        }
        // An operation is of no use without what it answers.
        for index in chosen.clone() {
            if let Some(TypeRef::Named(answer)) = &self.declarations[index].answer {
                chosen.insert(answer.entry);
            }
        }
        chosen
    }

    fn add_pattern(&self, pattern: &str, chosen: &mut BTreeSet<usize>) {
        if let Some(tags) = pattern
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
        {
            let tagged: Vec<&str> = tags.split(',').collect();
            for index in self.indexes(|index| self.has_tag(index, &tagged)) {
                self.add_with_references(index, chosen);
            }
        } else if let Some(name) = pattern.strip_suffix(".*") {
            for index in self.indexes(|index| self.is_named(index, name)) {
                self.add_with_references(index, chosen);
            }
        } else if let Some(name) = pattern.strip_prefix("*.") {
            for index in self.indexes(|index| self.refers_to(index, name)) {
                self.add_with_references(index, chosen);
            }
        } else if let Some(namespace) = pattern.strip_suffix("/*") {
            chosen.extend(self.indexes(|index| self.is_in_namespace(index, namespace)));
        } else if let Some(start) = pattern.strip_suffix('*') {
            chosen.extend(
                self.indexes(|index| self.is_described(index, |name| name.starts_with(start))),
            );
        } else {
            chosen.extend(self.indexes(|index| self.is_named(index, pattern)));
        }
    }

    fn indexes(&self, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        (0..self.catalog.entries.len())
            .filter(|&index| wanted(index))
            .collect()
    }

    fn has_tag(&self, index: usize, tags: &[&str]) -> bool {
        let operation = self.catalog.entries[index].operation;
        operation.is_some_and(|operation| {
            operation
                .tags
                .iter()
                .any(|tag| tags.iter().any(|wanted| wanted.eq_ignore_ascii_case(tag)))
        })
    }

    /// Whether the entry has that CLR name, with or without arity.
    fn is_named(&self, index: usize, name: &str) -> bool {
        let clr = &self.catalog.entries[index].described.name;
        clr == name || simple_name(clr) == name
    }

    fn is_described(&self, index: usize, wanted: impl Fn(&str) -> bool) -> bool {
        let entry = &self.catalog.entries[index];
        !matches!(entry.role, Role::Marker | Role::WellKnown) && wanted(&entry.described.name)
    }

    fn is_in_namespace(&self, index: usize, namespace: &str) -> bool {
        self.is_described(index, |_| {
            self.catalog.entries[index].described.namespace == namespace
        })
    }

    fn refers_to(&self, index: usize, name: &str) -> bool {
        self.catalog.entries[index].operation.is_some() && {
            let mut reached = BTreeSet::new();
            self.add_with_references(index, &mut reached);
            reached
                .into_iter()
                .any(|reached| self.is_named(reached, name))
        }
    }

    /// Adds a type and all that it refers to, the interfaces of ServiceStack apart.
    fn add_with_references(&self, index: usize, chosen: &mut BTreeSet<usize>) {
        let mut open = vec![index];
        while let Some(index) = open.pop() {
            if chosen.insert(index) {
                self.each_reference(index, &mut |referred| {
                    if self.catalog.entries[referred].role != Role::Marker {
                        open.push(referred);
                    }
                });
            }
        }
    }

    fn each_reference(&self, index: usize, visit: &mut impl FnMut(usize)) {
        let declaration = &self.declarations[index];
        let properties = declaration.properties.iter().map(|property| &property.kind);
        let parents = declaration.base.iter().chain(&declaration.interfaces);
        for referred in parents.chain(properties).chain(&declaration.answer) {
            referred.each_named(&mut |named| visit(named.entry));
        }
    }

    /// Adds ServiceStack's interfaces that a chosen type implements.
    fn add_markers(&self, chosen: &mut BTreeSet<usize>, config: &MetadataTypesConfig) {
        if !config.add_service_stack_types {
            return;
        }
        for index in chosen.clone() {
            for interface in self.declarations[index].interfaces_with_marker() {
                interface.each_named(&mut |named| {
                    if self.catalog.entries[named.entry].role == Role::Marker {
                        chosen.insert(named.entry);
                    }
                });
            }
        }
    }

    fn is_excluded(&self, index: usize, config: &MetadataTypesConfig) -> bool {
        let entry = &self.catalog.entries[index];
        let is_own = entry.is_service_stacks();
        let words = |word: &str| {
            config
                .exclude_types
                .iter()
                .any(|name| name.eq_ignore_ascii_case(word))
        };
        let is_service = matches!(entry.role, Role::Request | Role::Response);
        (is_own && !config.add_service_stack_types)
            || (is_service && words("services"))
            || (entry.role == Role::Type && words("types"))
            || config
                .exclude_types
                .iter()
                .any(|name| self.is_named(index, name))
            || config
                .ignore_types
                .iter()
                .any(|name| self.is_named(index, name))
    }
}
