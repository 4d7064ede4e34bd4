use std::collections::BTreeSet;

use super::Language;
use super::catalog::Catalog;
use super::declaration::Declaration;
use super::property::Property;
use super::type_ref::TypeRef;
use super::type_syntax::TypeSyntax;
use super::{order, selection};
use crate::{MetadataTypes, MetadataTypesConfig};

/// What a language's file is written from: the chosen declarations in order, and the options.
#[derive(Debug)]
pub(super) struct Api<'a> {
    /// The options that hold.
    pub(super) config: &'a MetadataTypesConfig,
    /// The address that clients reach the host by.
    pub(super) base_url: &'a str,
    all: Vec<Declaration<'a>>,
    chosen: Vec<usize>,
}

impl<'a> Api<'a> {
    /// Resolves `types`, selects by `config` and puts in the order of `language`.
    pub(super) fn new(
        language: &Language,
        types: &'a MetadataTypes,
        config: &'a MetadataTypesConfig,
        base_url: &'a str,
    ) -> Self {
        let catalog = Catalog::new(types, language);
        let all: Vec<_> = (0..catalog.entries.len())
            .map(|index| Declaration::new(index, &catalog, config))
            .collect();
        let mut chosen = selection::select(&catalog, &all, config);
        chosen.retain(|&index| !(language.in_library)(&catalog.entries[index]));
        let chosen = order::ordered(&chosen, language.order, &catalog, &all);
        Self {
            config,
            base_url,
            all,
            chosen,
        }
    }

    /// The chosen declarations, in order.
    pub(super) fn declarations(&self) -> impl Iterator<Item = &Declaration<'a>> {
        self.chosen.iter().map(|&index| &self.all[index])
    }

    /// The declaration that a type refers to, chosen or not.
    pub(super) fn declaration_of(&self, referred: &TypeRef) -> Option<&Declaration<'a>> {
        match referred {
            TypeRef::Named(named) => self.all.get(named.entry),
            _ => None,
        }
    }

    /// The interface that tells a client the verb of a request, when the description states none and
    /// the client would send POST.
    pub(super) fn missing_verb(&self, declaration: &Declaration<'a>) -> Option<&'static str> {
        const VERBS: [(&str, &str); 5] = [
            ("GET", "IGet"),
            ("POST", "IPost"),
            ("PUT", "IPut"),
            ("DELETE", "IDelete"),
            ("PATCH", "IPatch"),
        ];
        let verb = declaration
            .call
            .as_ref()
            .map(|call| call.verb)
            .filter(|verb| *verb != "POST")?;
        let (_, interface) = VERBS.into_iter().find(|(name, _)| *name == verb)?;
        let bases = self.bases(declaration);
        let mut family = std::iter::once(declaration).chain(bases.iter().map(|(base, _)| *base));
        let stated = family.any(|member| {
            member
                .described
                .implements
                .iter()
                .any(|stated| VERBS.iter().any(|(_, marker)| *marker == stated.name))
        });
        (!stated).then_some(interface)
    }

    /// The interfaces that a class implements: what it answers, its own, and its verb where the
    /// description states none.
    pub(super) fn implemented(
        &self,
        declaration: &Declaration<'a>,
        syntax: &impl TypeSyntax,
    ) -> Vec<String> {
        let interfaces = declaration.interfaces_with_marker();
        let verb = self.missing_verb(declaration).map(str::to_owned);
        interfaces
            .map(|parent| syntax.write(parent))
            .chain(verb)
            .collect()
    }

    /// The properties of a declaration with those that it inherits before them, their type parameters
    /// replaced. For languages without inheritance.
    pub(super) fn all_properties(&self, declaration: &Declaration<'a>) -> Vec<Property<'a>> {
        let mut properties = Vec::new();
        let mut levels = self.bases(declaration);
        levels.reverse();
        for (base, arguments) in levels {
            let argument = |name: &str| {
                let place = base
                    .parameters
                    .iter()
                    .position(|parameter| parameter == name)?;
                arguments.get(place).cloned()
            };
            properties.extend(base.properties.iter().map(|property| Property {
                kind: property.kind.substituted(&argument),
                ..property.clone()
            }));
        }
        properties.extend(declaration.properties.iter().cloned());
        properties
    }

    /// The base classes of a declaration, the nearest first, each with the arguments that it gets.
    pub(super) fn bases(
        &self,
        declaration: &Declaration<'a>,
    ) -> Vec<(&Declaration<'a>, Vec<TypeRef>)> {
        let mut bases: Vec<(&Declaration<'a>, Vec<TypeRef>)> = Vec::new();
        let mut next = declaration.base.clone();
        while let Some(TypeRef::Named(named)) = next {
            let Some(base) = self.all.get(named.entry) else {
                break;
            };
            if base.entry == declaration.entry
                || bases.iter().any(|(met, _)| met.entry == base.entry)
            {
                break;
            }
            let argument = |name: &str| {
                let place = base
                    .parameters
                    .iter()
                    .position(|parameter| parameter == name)?;
                named.arguments.get(place).cloned()
            };
            next = base
                .base
                .as_ref()
                .map(|further| further.substituted(&argument));
            bases.push((base, named.arguments.clone()));
        }
        bases
    }

    /// Whether a value of `kind` may hold, not in a sequence or dictionary, one of `declaration`: in
    /// languages without references such a property needs a pointer.
    pub(super) fn closes_circle(&self, kind: &TypeRef, declaration: &Declaration<'a>) -> bool {
        let mut open = vec![kind.clone()];
        let mut met = BTreeSet::new();
        while let Some(kind) = open.pop() {
            let TypeRef::Named(named) = kind.not_null() else {
                continue;
            };
            if named.entry == declaration.entry {
                return true;
            }
            open.extend(named.arguments.iter().cloned());
            if let Some(found) = self.all.get(named.entry)
                && met.insert(named.entry)
            {
                open.extend(
                    self.all_properties(found)
                        .into_iter()
                        .map(|property| property.kind),
                );
            }
        }
        false
    }

    /// The chosen declarations for languages without inheritance: without interfaces, and without
    /// abstract classes that only other classes' bases refer to.
    pub(super) fn flat_declarations(&self) -> impl Iterator<Item = &Declaration<'a>> {
        let mut referred = BTreeSet::new();
        for declaration in self.declarations() {
            let properties = declaration.properties.iter().map(|property| &property.kind);
            for kind in properties.chain(&declaration.answer) {
                kind.each_named(&mut |named| {
                    referred.insert(named.entry);
                });
            }
        }
        self.declarations().filter(move |declaration| {
            let described = declaration.described;
            let only_a_base = described.is_abstract && !referred.contains(&declaration.entry);
            !described.is_interface && !only_a_base
        })
    }
}
