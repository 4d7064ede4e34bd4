use contract::Map;

use super::About;
use super::components::Components;
use super::document::{MediaType, Response};
use super::schema::Schema;
use crate::MetadataOperationType;
use crate::clr_name::ClrName;

const JSON: &str = "application/json";

/// What an operation answers: its response, or nothing; anything else is an error.
pub(super) fn of(
    operation: &MetadataOperationType,
    about: &About<'_>,
    components: &mut Components<'_>,
) -> Map<&'static str, Response> {
    let returned = operation.return_type.as_ref();
    let mut responses = Map::new();
    match returned {
        Some(returned) => {
            let schema = components.of(&ClrName::of_reference(returned));
            responses.insert("200", response("The answer", schema, about));
        }
        None => {
            let nothing = Response {
                description: "Done; there is nothing to tell".to_owned(),
                content: Map::new(),
            };
            responses.insert("204", nothing);
        }
    }
    let error = error_schema(components);
    let description = "An error; `responseStatus` says which";
    responses.insert("default", response(description, error, about));
    responses
}

fn response(description: &str, schema: Schema, about: &About<'_>) -> Response {
    let json = MediaType {
        schema: Some(schema),
    };
    let others = about.other_media_types.iter();
    let others = others.map(|name| ((*name).to_owned(), MediaType::default()));
    Response {
        description: description.to_owned(),
        content: [(JSON.to_owned(), json)]
            .into_iter()
            .chain(others)
            .collect(),
    }
}

/// Every error has a `ResponseStatus`, in whichever DTO.
fn error_schema(components: &mut Components<'_>) -> Schema {
    let status = components.of(&ClrName {
        name: "ResponseStatus".to_owned(),
        arguments: Vec::new(),
        array_rank: 0,
    });
    Schema {
        properties: Map::from([("responseStatus".to_owned(), status)]),
        ..Schema::of("object")
    }
}
