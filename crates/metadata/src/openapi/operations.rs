use contract::Map;

use super::components::Components;
use super::document::{MediaType, Operation, Parameter, RequestBody};
use super::schema::Schema;
use super::{About, parameters, responses, security};
use crate::clr_name::ClrName;
use crate::{MetadataOperationType, MetadataPropertyType};

/// An operation on one path.
pub(super) struct Place<'a> {
    pub(super) operation: &'a MetadataOperationType,
    pub(super) verb: &'static str,
    pub(super) variables: Vec<String>,
    pub(super) id: String,
    pub(super) summary: Option<String>,
    pub(super) notes: Option<String>,
}

pub(super) fn describe<'a>(
    place: Place<'a>,
    about: &About<'_>,
    components: &mut Components<'a>,
) -> Operation {
    let operation = place.operation;
    let members = components.members(&operation.request);
    let mut stated: Vec<Parameter> = place
        .variables
        .iter()
        .map(|name| parameters::in_path(name, &members, components))
        .collect();
    let has_body = matches!(place.verb, "post" | "put" | "patch");
    let has_members = members.len() > place.variables.len();
    let request_body = (has_body && has_members).then(|| body(operation, &members, components));
    if !has_body {
        stated.extend(parameters::in_query(&members, &place.variables, components));
    }
    let description = [operation.request.description.clone(), place.notes];
    let description: Vec<String> = description.into_iter().flatten().collect();
    Operation {
        operation_id: place.id,
        tags: operation.tags.clone(),
        summary: place.summary,
        description: (!description.is_empty()).then(|| description.join("\n\n")),
        parameters: stated,
        request_body,
        responses: responses::of(operation, about, components),
        security: if operation.requires_auth {
            security::required(about.other_proofs)
        } else {
            Vec::new()
        },
    }
}

/// JSON, or a form for what is no more than scalars.
fn body(
    operation: &MetadataOperationType,
    members: &[(&MetadataPropertyType, ClrName)],
    components: &mut Components<'_>,
) -> RequestBody {
    let json = MediaType {
        schema: Some(components.of_class(&operation.request)),
    };
    let mut content = Map::from([("application/json", json)]);
    let fields = parameters::in_query(members, &[], components);
    if !fields.is_empty() && fields.iter().all(|field| field.explode.is_none()) {
        let mut form = Schema::of("object");
        for field in fields {
            if field.required {
                form.required.push(field.name.clone());
            }
            form.properties.insert(field.name, field.schema);
        }
        let form = MediaType { schema: Some(form) };
        content.insert("application/x-www-form-urlencoded", form);
    }
    RequestBody { content }
}
