use std::borrow::Cow;

use super::catalog::{Catalog, Entry, Role};
use super::identifier::{identifier, simple_name};
use super::property::Property;
use super::type_ref::TypeRef;
use super::well_known::{NAMESPACE, RETURNS, RETURNS_VOID};
use crate::{
    MetadataOperationType, MetadataPropertyType, MetadataRoute, MetadataType, MetadataTypeName,
    MetadataTypesConfig,
};

/// A type as it stands in a file.
#[derive(Debug)]
pub(crate) struct Declaration<'a> {
    /// Its place in the catalog.
    pub(crate) entry: usize,
    /// Its name, an identifier.
    pub(crate) name: String,
    /// Its type parameters.
    pub(crate) parameters: Vec<String>,
    /// What it is in the API.
    pub(crate) role: Role,
    /// Its base class.
    pub(crate) base: Option<TypeRef>,
    /// The interfaces that it states, without those that say what it answers.
    pub(crate) interfaces: Vec<TypeRef>,
    /// The properties that it declares itself.
    pub(crate) properties: Vec<Property<'a>>,
    /// What it answers, when it is a request that answers something.
    pub(crate) answer: Option<TypeRef>,
    /// How it is called, when it is a request and return markers are asked for.
    pub(crate) call: Option<Call<'a>>,
    /// The paths that it answers on, when it is a request.
    pub(crate) routes: &'a [MetadataRoute],
    /// Its description in the metadata.
    pub(crate) described: &'a MetadataType,
    /// Whether descriptions are asked for.
    pub(super) is_described: bool,
}

/// How a request is called.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    /// The operation's name.
    pub(crate) name: String,
    /// The verb that clients use.
    pub(crate) verb: &'a str,
    /// The interface that says what it answers, if the description does.
    pub(crate) marker: Option<TypeRef>,
}

impl<'a> Declaration<'a> {
    /// The declaration of an entry.
    pub(super) fn new(
        index: usize,
        catalog: &Catalog<'a>,
        config: &'a MetadataTypesConfig,
    ) -> Self {
        let entry = &catalog.entries[index];
        let described = entry.described;
        let parameters = described.generic_args.clone().unwrap_or_default();
        let base = described
            .inherits
            .as_ref()
            .map(|name| catalog.type_of(name, &parameters));
        let interfaces = described.implements.iter();
        let interfaces = interfaces
            .filter(|name| ![RETURNS, RETURNS_VOID].contains(&name.name.as_str()))
            .filter(|_| !config.exclude_implemented_interfaces)
            .map(|name| catalog.type_of(name, &parameters))
            .filter(|interface| *interface != TypeRef::Any)
            .collect();
        let own = own_properties(entry, config).into_iter();
        let answer = answer(entry, catalog);
        let marked = entry.operation.filter(|_| config.add_return_marker);
        Self {
            entry: index,
            name: entry.name.clone(),
            base: base.filter(|base| *base != TypeRef::Any),
            interfaces,
            properties: own
                .map(|property| Property::new(property, &parameters, catalog, config))
                .collect(),
            call: marked.map(|operation| call(operation, answer.as_ref(), catalog)),
            answer,
            routes: entry
                .operation
                .and_then(|operation| operation.routes.as_deref())
                .unwrap_or_default(),
            role: entry.role,
            parameters: parameters.iter().map(|name| identifier(name)).collect(),
            described,
            is_described: config.add_description_as_comments,
        }
    }

    /// Whether it is the request of an operation.
    pub(crate) fn is_request(&self) -> bool {
        self.role == Role::Request || self.call.is_some()
    }

    /// Whether it stands for `IReturn<T>`.
    pub(crate) fn is_return_marker(&self) -> bool {
        self.role == Role::Marker && self.described.name == RETURNS
    }

    /// Whether it stands for `IReturnVoid`.
    pub(crate) fn is_void_marker(&self) -> bool {
        self.role == Role::Marker && self.described.name == RETURNS_VOID
    }

    /// The interfaces with the one that says what it answers before them.
    pub(crate) fn interfaces_with_marker(&self) -> impl Iterator<Item = &TypeRef> {
        let marker = self.call.as_ref().and_then(|call| call.marker.as_ref());
        marker.into_iter().chain(&self.interfaces)
    }

    /// Its description.
    pub(crate) fn description(&self, config: &MetadataTypesConfig) -> Option<&'a str> {
        self.described
            .description
            .as_deref()
            .filter(|_| config.add_description_as_comments)
    }
}

/// The properties that a type declares, with those that options add.
fn own_properties<'a>(
    entry: &Entry<'a>,
    config: &MetadataTypesConfig,
) -> Vec<Cow<'a, MetadataPropertyType>> {
    let mut own: Vec<_> = entry
        .described
        .own_properties()
        .iter()
        .map(Cow::Borrowed)
        .collect();
    if entry.operation.is_some() && config.add_implicit_version.is_some() && !has(&own, "Version") {
        own.insert(0, Cow::Owned(added("Version", "Int32", "System")));
    }
    let is_response = entry.role == Role::Response && !entry.described.is_enum;
    if is_response && config.add_response_status && !has(&own, "ResponseStatus") {
        own.push(Cow::Owned(added(
            "ResponseStatus",
            "ResponseStatus",
            NAMESPACE,
        )));
    }
    own
}

fn has(properties: &[Cow<'_, MetadataPropertyType>], name: &str) -> bool {
    properties.iter().any(|property| property.name == name)
}

fn added(name: &str, type_name: &str, namespace: &str) -> MetadataPropertyType {
    MetadataPropertyType {
        name: name.to_owned(),
        type_name: Some(type_name.to_owned()),
        namespace: Some(namespace.to_owned()),
        is_value_type: namespace == "System",
        ..MetadataPropertyType::default()
    }
}

/// What an operation answers: the stated type, else its response DTO.
fn answer(entry: &Entry<'_>, catalog: &Catalog<'_>) -> Option<TypeRef> {
    let operation = entry
        .operation
        .filter(|operation| !operation.returns_void)?;
    let response = operation
        .response
        .as_ref()
        .map(|response| MetadataTypeName {
            name: response.name.clone(),
            namespace: Some(response.namespace.clone()),
            generic_args: response.generic_args.clone(),
        });
    let stated = operation.return_type.clone().or(response)?;
    Some(catalog.type_of(&stated, &[]))
}

/// How an operation is called.
fn call<'a>(
    operation: &'a MetadataOperationType,
    answer: Option<&TypeRef>,
    catalog: &Catalog<'_>,
) -> Call<'a> {
    let open = |name: &str, arguments: Option<Vec<String>>| {
        let name = MetadataTypeName {
            name: name.to_owned(),
            namespace: Some(NAMESPACE.to_owned()),
            generic_args: arguments,
        };
        catalog.type_of(&name, &[])
    };
    let mut marker = match answer {
        Some(_) => Some(open(RETURNS, Some(vec!["Object".to_owned()]))),
        None => operation.returns_void.then(|| open(RETURNS_VOID, None)),
    };
    if let (Some(TypeRef::Named(named)), Some(answer)) = (&mut marker, answer) {
        named.arguments = vec![answer.clone()];
    }
    Call {
        name: simple_name(&operation.request.name),
        verb: operation.method.as_deref().unwrap_or("POST"),
        marker,
    }
}
