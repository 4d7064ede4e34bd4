use super::collection::{Auth, Body, BodyOptions, Item, Pair, RawOptions, Request, Url, Variable};
use crate::openapi::{variables, wire_name};
use crate::{MetadataOperationType, MetadataRoute};

const JSON: &str = "application/json";

/// The request of an operation on one route.
pub(super) fn item(
    operation: &MetadataOperationType,
    route: &MetadataRoute,
    sample: Option<&str>,
) -> Item {
    let method = method(operation, route);
    let has_body = !matches!(method.as_str(), "GET" | "DELETE");
    let body = sample.filter(|_| has_body).map(|sample| Body {
        mode: "raw",
        raw: sample.to_owned(),
        options: BodyOptions {
            raw: RawOptions { language: "json" },
        },
    });
    let mut header = vec![Pair::new("Accept", JSON)];
    if body.is_some() {
        header.push(Pair::new("Content-Type", JSON));
    }
    let request = Request {
        auth: operation.requires_auth.then(basic),
        method,
        header,
        body,
        url: url(operation, &route.path, !has_body),
        description: operation.request.description.clone(),
    };
    Item::Request {
        name: operation.request.name.clone(),
        request: Box::new(request),
    }
}

/// The operation's own verb where the route has it, else the route's first.
fn method(operation: &MetadataOperationType, route: &MetadataRoute) -> String {
    let preferred = operation.method.as_deref().unwrap_or("POST");
    let mut stated = route.verbs.as_deref().unwrap_or(preferred).split(',');
    let first = stated.clone().next().unwrap_or(preferred);
    let chosen = stated.find(|verb| verb.trim() == preferred);
    chosen.unwrap_or(first).trim().to_owned()
}

fn basic() -> Auth {
    let part = |key, value: &str| Variable {
        key,
        value: value.to_owned(),
        kind: "string",
    };
    Auth {
        kind: "basic",
        basic: vec![
            part("username", "{{userName}}"),
            part("password", "{{password}}"),
        ],
    }
}

/// Variables of the path as Postman writes them (`:Name`), the other members in a query that is
/// sent only where somebody fills it in.
fn url(operation: &MetadataOperationType, path: &str, has_query: bool) -> Url {
    let names = variables(path);
    let segments: Vec<String> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(|segment| match variables(segment).as_slice() {
            [name] if segment.starts_with('{') && segment.ends_with('}') => format!(":{name}"),
            _ => segment.to_owned(),
        })
        .collect();
    let members = operation.request.own_properties().iter();
    let queried = members.filter(|property| {
        let name = wire_name(property);
        has_query && !names.iter().any(|known| known.eq_ignore_ascii_case(&name))
    });
    let query = queried.map(|property| Pair {
        description: property.description.clone(),
        disabled: true,
        ..Pair::new(&wire_name(property), "")
    });
    Url {
        raw: format!("{{{{baseUrl}}}}/{}", segments.join("/")),
        host: vec!["{{baseUrl}}".to_owned()],
        query: query.collect(),
        variable: names.iter().map(|name| Pair::new(name, "")).collect(),
        path: segments,
    }
}
