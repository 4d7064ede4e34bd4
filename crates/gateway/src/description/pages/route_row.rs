use metadata::{MetadataOperationType, MetadataRoute};

/// A route as tables show it.
#[derive(Debug)]
pub(super) struct RouteRow<'a> {
    /// Verbs as they are stated.
    pub(super) verbs: &'a str,
    /// The first verb, which colors them; none for all.
    pub(super) class: &'a str,
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
        let verbs = route.verbs.as_deref();
        let first = verbs.and_then(|verbs| verbs.split(',').next());
        let known = ["GET", "POST", "PUT", "DELETE", "PATCH"];
        Self {
            verbs: verbs.unwrap_or("All Verbs"),
            class: first
                .filter(|verb| known.contains(verb))
                .unwrap_or_default(),
            path: &route.path,
            summary: route.summary.as_deref().unwrap_or_default(),
            notes: route.notes.as_deref().unwrap_or_default(),
        }
    }
}
