use super::components::{Components, wire_name};
use super::document::Parameter;
use super::schema::{Schema, Types};
use crate::MetadataPropertyType;
use crate::clr_name::ClrName;

/// The names of the variables of a route: `{Name}`, `{Path*}`.
pub(crate) fn variables(path: &str) -> Vec<String> {
    let parts = path.split('{').skip(1);
    let names = parts.filter_map(|part| part.split_once('}'));
    names.map(|(name, _)| plain(name).to_owned()).collect()
}

/// The path as OpenAPI writes it: variables by their plain names.
pub(super) fn template(path: &str) -> String {
    let mut parts = path.split('{');
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((name, rest)) => written.push_str(&format!("{{{}}}{rest}", plain(name))),
            None => written.push_str(part),
        }
    }
    written
}

/// Without the marks of wildcards, constraints and optional variables.
fn plain(variable: &str) -> &str {
    let name = variable.trim_matches('*');
    name.split([':', '?']).next().unwrap_or(name)
}

/// A variable of the path.
pub(super) fn in_path(
    name: &str,
    members: &[(&MetadataPropertyType, ClrName)],
    components: &mut Components<'_>,
) -> Parameter {
    let member = members
        .iter()
        .find(|(property, _)| wire_name(property).eq_ignore_ascii_case(name));
    let mut schema = member.map_or_else(
        || Schema::of("string"),
        |(_, type_name)| of_text(components, type_name).unwrap_or_else(|| Schema::of("string")),
    );
    if schema.types == Types::One("string") && schema.pattern.is_none() {
        schema.min_length = Some(1);
    }
    Parameter {
        name: name.to_owned(),
        place: "path",
        required: true,
        description: member.and_then(|(property, _)| property.description.clone()),
        schema,
        explode: None,
    }
}

/// The members that can stand in a query or a form: scalars and lists of scalars.
pub(super) fn in_query(
    members: &[(&MetadataPropertyType, ClrName)],
    variables: &[String],
    components: &mut Components<'_>,
) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    for (property, type_name) in members {
        let name = wire_name(property);
        if variables
            .iter()
            .any(|known| known.eq_ignore_ascii_case(&name))
        {
            continue;
        }
        let Some(schema) = of_text(components, type_name) else {
            continue;
        };
        let is_list = schema.types == Types::One("array");
        parameters.push(Parameter {
            name,
            place: "query",
            required: property.is_required,
            description: property.description.clone(),
            schema,
            explode: is_list.then_some(false),
        });
    }
    parameters
}

/// The schema of a value that is one text, or several joined by commas; `None` for what only a
/// body can carry well.
fn of_text(components: &mut Components<'_>, type_name: &ClrName) -> Option<Schema> {
    let plain = match type_name.arguments.as_slice() {
        [held] if type_name.name == "Nullable" => held,
        _ => type_name,
    };
    let schema = components.of(plain);
    match &schema.types {
        Types::One("array") => {
            let mut items = components.resolved(schema.items.as_deref()?).clone();
            if !is_scalar(&items) {
                return None;
            }
            if items.types == Types::One("string")
                && items.pattern.is_none()
                && items.values.is_empty()
            {
                // Commas part the items, and brackets, braces and quotes are JSV's own.
                items.pattern = Some(r#"^[^,"\[\]{}]+$"#.to_owned());
            }
            Some(Schema::list(items))
        }
        Types::One("object") => None,
        _ => is_scalar(components.resolved(&schema)).then_some(schema),
    }
}

fn is_scalar(schema: &Schema) -> bool {
    matches!(
        schema.types,
        Types::One("string" | "integer" | "number" | "boolean")
    )
}
