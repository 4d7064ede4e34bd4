use contract::{OperationDescriptor, Returns, Route, TypeDescriptor, TypeRef, TypeShape, Verb};

use super::class;
use super::type_name::type_name;
use crate::{MetadataOperationType, MetadataRoute, MetadataType, MetadataTypeName};

/// The interfaces that tell a client which verb to use.
const VERB_MARKERS: [(&str, Verb); 6] = [
    ("IGet", Verb::Get),
    ("IPost", Verb::Post),
    ("IPut", Verb::Put),
    ("IDelete", Verb::Delete),
    ("IPatch", Verb::Patch),
    ("IOptions", Verb::Options),
];

pub(super) fn describe(operation: &OperationDescriptor) -> MetadataOperationType {
    let returned = match &operation.returns {
        Returns::Type(returned) => Some(returned),
        Returns::Void | Returns::Nothing => None,
    };
    let access = &operation.access;
    let routes: Vec<MetadataRoute> = operation.routes.iter().map(route).collect();
    MetadataOperationType {
        request: class::describe(operation.request),
        response: returned.map(response),
        actions: actions(operation),
        returns_void: operation.returns == Returns::Void,
        method: Some(method(operation).as_str().to_owned()),
        return_type: returned.map(type_name),
        routes: (!routes.is_empty()).then_some(routes),
        view_model: returned.and_then(view_model),
        requires_auth: !access.is_open(),
        required_roles: owned(access.required_roles),
        requires_any_role: owned(access.any_roles),
        tags: owned(operation.tags),
        ..MetadataOperationType::default()
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

/// The response DTO; for a scalar or a list .NET's own type without members.
fn response(returned: &TypeRef) -> MetadataType {
    returned.descriptor().map_or_else(
        || {
            let named = type_name(returned);
            MetadataType {
                name: named.name,
                namespace: named.namespace.unwrap_or_default(),
                generic_args: named.generic_args,
                ..MetadataType::default()
            }
        },
        class::describe,
    )
}

fn actions(operation: &OperationDescriptor) -> Vec<String> {
    if operation.actions.is_any() {
        return vec!["ANY".to_owned()];
    }
    let implemented = Verb::ALL
        .into_iter()
        .filter(|verb| operation.actions.contains(*verb));
    implemented.map(|verb| verb.as_str().to_owned()).collect()
}

/// What a marker says, else the one verb of the only route that has verbs, else the first verb
/// that the service implements, else POST.
fn method(operation: &OperationDescriptor) -> Verb {
    let lineage = operation.request.lineage();
    let mut markers = lineage
        .iter()
        .rev()
        .flat_map(|class| &class.implements)
        .filter_map(marked_verb);
    markers
        .next()
        .or_else(|| single_verb(&operation.routes))
        .or_else(|| first_action(operation))
        .unwrap_or(Verb::Post)
}

fn marked_verb(interface: &TypeRef) -> Option<Verb> {
    let mut markers = VERB_MARKERS.iter();
    let marker =
        markers.find(|(name, _)| interface.name == *name && interface.namespace == "ServiceStack");
    marker.map(|(_, verb)| *verb)
}

fn single_verb(routes: &[Route]) -> Option<Verb> {
    let mut with_verbs = routes.iter().filter(|route| !route.stated_verbs.is_empty());
    match (with_verbs.next(), with_verbs.next()) {
        (Some(route), None) => route.verbs.single(),
        _ => None,
    }
}

fn first_action(operation: &OperationDescriptor) -> Option<Verb> {
    if operation.actions.is_any() {
        return None;
    }
    Verb::ALL
        .into_iter()
        .find(|verb| operation.actions.contains(*verb))
}

fn route(stated: &Route) -> MetadataRoute {
    let verbs: Vec<&str> = stated
        .stated_verbs
        .iter()
        .map(|verb| verb.as_str())
        .collect();
    MetadataRoute {
        path: stated.path.to_owned(),
        verbs: (!verbs.is_empty()).then(|| verbs.join(",")),
        notes: stated.notes.map(ToOwned::to_owned),
        summary: stated.summary.map(ToOwned::to_owned),
    }
}

/// What a `Results` list of the response consists of, or the type of its `Result`.
fn view_model(returned: &TypeRef) -> Option<MetadataTypeName> {
    let response: &TypeDescriptor = returned.descriptor()?;
    if let Some(results) = response.property("Results")
        && results.type_ref.shape == TypeShape::List
    {
        return results.type_ref.generic_args.first().map(type_name);
    }
    Some(type_name(&response.property("Result")?.type_ref))
}
