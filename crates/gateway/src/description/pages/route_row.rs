use metadata::{MetadataOperationType, MetadataRoute};

/// A route as tables show it.
#[derive(Debug)]
pub(super) struct RouteRow<'a> {
    /// The verbs in the order that they are stated; empty for all.
    pub(super) verbs: Vec<&'a str>,
    pub(super) path: &'a str,
    pub(super) summary: &'a str,
    pub(super) notes: &'a str,
}

/// The routes of an operation, in the order that they are stated.
pub(super) fn route_rows(operation: &MetadataOperationType) -> Vec<RouteRow<'_>> {
    let routes = operation.routes.iter().flatten();
    routes.map(RouteRow::of).collect()
}

impl<'a> RouteRow<'a> {
    fn of(route: &'a MetadataRoute) -> Self {
        let verbs = route.verbs.as_deref().unwrap_or_default();
        let verbs = verbs.split(',').map(str::trim);
        Self {
            verbs: verbs.filter(|verb| !verb.is_empty()).collect(),
            path: &route.path,
            summary: route.summary.as_deref().unwrap_or_default(),
            notes: route.notes.as_deref().unwrap_or_default(),
        }
    }
}
