use crate::{MetadataOperationType, MetadataPropertyType, MetadataRoute, MetadataType};

/// Where a property travels, as parameter tables say it: `path`, `query`, `body` or `form`, or
/// what the property states itself.
pub fn parameter_kind<'a>(
    operation: &MetadataOperationType,
    class: &MetadataType,
    property: &'a MetadataPropertyType,
) -> &'a str {
    if let Some(stated) = &property.param_type {
        return stated;
    }
    if class.name != operation.request.name || class.namespace != operation.request.namespace {
        return "form";
    }
    let routes = operation.routes.as_deref().unwrap_or_default();
    if routes
        .iter()
        .any(|route| has_variable(route, &property.name))
    {
        "path"
    } else if routes.iter().any(takes_body) {
        "body"
    } else {
        "query"
    }
}

fn has_variable(route: &MetadataRoute, name: &str) -> bool {
    let variable = |segment: &str| {
        let inner = segment.strip_prefix('{')?.split('}').next()?;
        Some(inner.trim_end_matches('*').eq_ignore_ascii_case(name))
    };
    let mut segments = route.path.split('/');
    segments.any(|segment| variable(segment).unwrap_or_default())
}

/// Whether a verb with a body is named; a route for all verbs names none.
fn takes_body(route: &MetadataRoute) -> bool {
    let verbs = route.verbs.as_deref().unwrap_or_default();
    verbs
        .split(',')
        .any(|verb| matches!(verb.trim(), "POST" | "PUT"))
}

#[cfg(test)]
mod tests {
    use super::parameter_kind;
    use crate::{MetadataOperationType, MetadataPropertyType, MetadataRoute, MetadataType};

    fn class(name: &str) -> MetadataType {
        MetadataType {
            name: name.into(),
            ..MetadataType::default()
        }
    }

    fn operation(routes: &[(&str, Option<&str>)]) -> MetadataOperationType {
        let routes = routes.iter().map(|(path, verbs)| MetadataRoute {
            path: (*path).to_owned(),
            verbs: verbs.map(str::to_owned),
            ..MetadataRoute::default()
        });
        MetadataOperationType {
            request: class("Hello"),
            routes: Some(routes.collect()),
            ..MetadataOperationType::default()
        }
    }

    fn kind(routes: &[(&str, Option<&str>)], stated: Option<&str>) -> String {
        let property = MetadataPropertyType {
            name: "Name".into(),
            param_type: stated.map(str::to_owned),
            ..MetadataPropertyType::default()
        };
        parameter_kind(&operation(routes), &class("Hello"), &property).to_owned()
    }

    #[test]
    fn the_routes_of_the_operation_decide() {
        assert_eq!(kind(&[], None), "query");
        assert_eq!(kind(&[("/hello", None)], None), "query");
        assert_eq!(kind(&[("/hello", Some("GET,DELETE"))], None), "query");
        assert_eq!(kind(&[("/hello", Some("GET,PUT"))], None), "body");
        assert_eq!(kind(&[("/hello", Some("POST"))], None), "body");
        let several = [("/hello", Some("POST")), ("/hello/{name*}", None)];
        assert_eq!(kind(&several, None), "path");
        assert_eq!(kind(&several, Some("header")), "header");
    }

    #[test]
    fn other_types_than_the_request_are_forms() {
        let name = MetadataPropertyType {
            name: "Name".into(),
            ..MetadataPropertyType::default()
        };
        let operation = operation(&[("/hello/{Name}", None)]);
        assert_eq!(parameter_kind(&operation, &class("Base"), &name), "form");
    }
}
