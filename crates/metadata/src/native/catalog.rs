use std::collections::HashMap;

use super::Language;
use super::collections::{LISTS, MAPS};
use super::identifier::{is_among, simple_name};
use super::type_parser::{ClrName, parse};
use super::type_ref::{ListKind, NamedType, Scalar, TypeRef};
use super::well_known;
use crate::{MetadataOperationType, MetadataType, MetadataTypeName, MetadataTypes};

/// Every type that can be declared or referred to, each with the name that generated files call it by.
#[derive(Debug)]
pub(super) struct Catalog<'a> {
    /// The described types, then ServiceStack's own that are not among them.
    pub(super) entries: Vec<Entry<'a>>,
    by_name: HashMap<&'a str, Vec<usize>>,
}

/// A type of the catalog.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Its description.
    pub(crate) described: &'a MetadataType,
    /// The operation that it is the request of.
    pub(crate) operation: Option<&'a MetadataOperationType>,
    /// What it is in the API.
    pub(crate) role: Role,
    /// Its name in the file.
    pub(crate) name: String,
}

/// What a type is in an API. A request that is its own response is a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// One of ServiceStack's own interfaces.
    Marker,
    /// Neither request nor response.
    Type,
    /// One of ServiceStack's own classes.
    WellKnown,
    /// A response DTO.
    Response,
    /// A request DTO.
    Request,
}

impl Entry<'_> {
    /// Whether it is in one of ServiceStack's namespaces.
    pub(crate) fn is_service_stacks(&self) -> bool {
        is_service_stacks(&self.described.namespace)
    }

    /// Whether every client library has it: ServiceStack's markers, its ResponseStatus and the like.
    pub(crate) fn is_well_known(&self) -> bool {
        is_well_known(self.described)
    }
}

impl<'a> Catalog<'a> {
    /// The catalog of `types`. In a language without namespaces no two
    /// entries have one name.
    pub(super) fn new(types: &'a MetadataTypes, language: &Language) -> Self {
        let mut catalog = Self {
            entries: Vec::new(),
            by_name: HashMap::new(),
        };
        // ServiceStack's own are declared as every client knows them.
        for described in types.types.iter().filter(|found| !is_well_known(found)) {
            catalog.add(described, Role::Type, None);
        }
        for response in types
            .operations
            .iter()
            .filter_map(|operation| operation.response.as_ref())
            .filter(|response| !is_of_system(&response.namespace) && !is_well_known(response))
        {
            catalog.add(response, Role::Response, None);
        }
        for operation in &types.operations {
            catalog.add(&operation.request, Role::Request, Some(operation));
        }
        for known in well_known::types() {
            let role = if known.is_interface {
                Role::Marker
            } else {
                Role::WellKnown
            };
            if !catalog.by_name.contains_key(bare(&known.name)) || known.name.contains('`') {
                catalog.add(known, role, None);
            }
        }
        catalog.name_entries(language);
        catalog
    }

    fn add(
        &mut self,
        described: &'a MetadataType,
        role: Role,
        operation: Option<&'a MetadataOperationType>,
    ) {
        let same = self.by_name.entry(bare(&described.name)).or_default();
        let known = same.iter().find(|&&index| {
            let other = self.entries[index].described;
            other.name == described.name && other.namespace == described.namespace
        });
        if let Some(&index) = known {
            self.entries[index].operation = self.entries[index].operation.or(operation);
            return;
        }
        same.push(self.entries.len());
        self.entries.push(Entry {
            described,
            operation,
            role,
            name: simple_name(&described.name),
        });
    }

    /// Types of one name but another arity are told apart by it, those of other namespaces by a number.
    fn name_entries(&mut self, language: &Language) {
        for entry in &mut self.entries {
            if !(language.in_library)(entry) && is_among(&entry.name, language.reserved_types) {
                entry.name.push('_');
            }
        }
        if language.has_namespaces {
            return;
        }
        let mut taken: HashMap<String, usize> = HashMap::new();
        for indexes in self.by_name.values() {
            for &index in indexes {
                let entry = &mut self.entries[index];
                if (language.in_library)(entry) {
                    continue;
                }
                let arity = entry
                    .described
                    .generic_args
                    .as_deref()
                    .unwrap_or_default()
                    .len();
                if indexes.len() > 1 && arity > 0 {
                    entry.name = format!("{}_{arity}", entry.name);
                }
            }
        }
        let mut own: Vec<_> = self.entries.iter_mut().collect();
        own.retain(|entry| !(language.in_library)(entry));
        for entry in own {
            let count = taken.entry(entry.name.clone()).or_default();
            *count += 1;
            if *count > 1 {
                entry.name = format!("{}_{count}", entry.name);
            }
        }
    }

    /// The entry of a CLR name without arity. Among several, that of the arity and the namespace.
    fn find(&self, name: &str, arity: usize, namespace: Option<&str>) -> Option<usize> {
        let all = self.by_name.get(name)?;
        let fits = |index: &&usize| {
            let entry = &self.entries[**index];
            entry
                .described
                .generic_args
                .as_deref()
                .unwrap_or_default()
                .len()
                == arity
        };
        let with_namespace = all.iter().filter(fits).find(|&&index| {
            namespace.is_some_and(|namespace| self.entries[index].described.namespace == namespace)
        });
        with_namespace.or_else(|| all.iter().find(fits)).copied()
    }

    /// The type that `name` refers to, where `parameters` are the type parameters at that place.
    pub(super) fn type_of(&self, name: &MetadataTypeName, parameters: &[String]) -> TypeRef {
        let arguments = name.generic_args.as_deref().unwrap_or_default();
        self.resolve(
            &parse(&name.name, arguments),
            name.namespace.as_deref(),
            parameters,
        )
    }

    /// As [`type_of`](Self::type_of), from the parts that a property has.
    pub(super) fn resolve_parts(
        &self,
        name: &str,
        arguments: &[String],
        namespace: Option<&str>,
        parameters: &[String],
    ) -> TypeRef {
        self.resolve(&parse(name, arguments), namespace, parameters)
    }

    fn resolve(&self, name: &ClrName, namespace: Option<&str>, parameters: &[String]) -> TypeRef {
        let mut rank = name.array_rank;
        let mut resolved = if rank > 0 && matches!(name.name.as_str(), "Byte" | "byte") {
            rank -= 1;
            TypeRef::Bytes
        } else {
            self.resolve_item(name, namespace, parameters)
        };
        for _ in 0..rank {
            resolved = TypeRef::List(ListKind::Array, Box::new(resolved));
        }
        resolved
    }

    fn resolve_item(
        &self,
        name: &ClrName,
        namespace: Option<&str>,
        parameters: &[String],
    ) -> TypeRef {
        if parameters.contains(&name.name) {
            return TypeRef::Parameter(super::identifier::identifier(&name.name));
        }
        let argument = |index: usize| {
            let inner = name.arguments.get(index);
            Box::new(inner.map_or(TypeRef::Any, |inner| self.resolve(inner, None, parameters)))
        };
        match name.name.as_str() {
            "Nullable" => match *argument(0) {
                TypeRef::Nullable(inner) => TypeRef::Nullable(inner),
                inner => TypeRef::Nullable(Box::new(inner)),
            },
            "HashSet" | "ISet" | "SortedSet" | "IReadOnlySet" => {
                TypeRef::List(ListKind::Set, argument(0))
            }
            list if LISTS.contains(&list) => TypeRef::List(ListKind::List, argument(0)),
            map if MAPS.contains(&map) && name.arguments.len() == 2 => {
                TypeRef::Map(argument(0), argument(1))
            }
            map if MAPS.contains(&map) || map == "NameValueCollection" => TypeRef::Map(
                Box::new(TypeRef::Scalar(Scalar::String)),
                Box::new(TypeRef::Any),
            ),
            "Stream" | "HttpWebResponse" | "HttpResponseMessage" => TypeRef::Bytes,
            scalar => match Scalar::of_clr(scalar).filter(|_| !self.describes(scalar, namespace)) {
                Some(scalar) => TypeRef::Scalar(scalar),
                None => self.declared(name, namespace, parameters),
            },
        }
    }

    /// Whether the API has a type of its own by the name of a simple type.
    fn describes(&self, name: &str, namespace: Option<&str>) -> bool {
        let of_system = namespace.is_none_or(|namespace| namespace == "System");
        !of_system && self.by_name.contains_key(name)
    }

    fn declared(&self, name: &ClrName, namespace: Option<&str>, parameters: &[String]) -> TypeRef {
        let Some(index) = self.find(&name.name, name.arguments.len(), namespace) else {
            return TypeRef::Any;
        };
        let entry = &self.entries[index];
        TypeRef::Named(NamedType {
            entry: index,
            name: entry.name.clone(),
            is_enum: entry.described.is_enum,
            arguments: name
                .arguments
                .iter()
                .map(|argument| self.resolve(argument, None, parameters))
                .collect(),
        })
    }
}

/// Text, numbers and the like are described where an operation answers them, but are no types of the API.
fn is_of_system(namespace: &str) -> bool {
    namespace == "System" || namespace.starts_with("System.")
}

fn is_service_stacks(namespace: &str) -> bool {
    namespace == well_known::NAMESPACE || namespace.starts_with("ServiceStack.")
}

fn is_well_known(described: &MetadataType) -> bool {
    let mut known = well_known::types().iter();
    is_service_stacks(&described.namespace) && known.any(|known| known.name == described.name)
}

/// A CLR name without its arity.
fn bare(name: &str) -> &str {
    name.split('`').next().unwrap_or_default()
}
