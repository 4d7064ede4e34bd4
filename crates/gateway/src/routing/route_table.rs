use std::borrow::Cow;
use std::collections::HashMap;

use contract::{Route, RouteError, TypeDescriptor, Verb, Verbs};

use super::{PathTemplate, RequestPath};

/// The variables of a path: name in the template, decoded value.
pub(crate) type PathValues<'a> = Vec<(&'a str, Cow<'a, str>)>;

/// The custom routes of a host, looked up by the first literal segment.
///
/// A route whose first literal comes earlier in the path beats one whose comes later, and any
/// route without a wildcard beats those with one; among the rest the score decides, and of equal
/// ones the first registered.
#[derive(Debug, Default)]
pub(crate) struct RouteTable {
    by_literal: HashMap<String, Vec<Entry>>,
    /// Routes on `/`.
    roots: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    template: PathTemplate,
    verbs: Verbs,
    endpoint: usize,
    /// For messages: the path as stated and the operation.
    stated: String,
}

impl Entry {
    /// Whether some verb would reach this route and one of `verbs` with the same score, so that
    /// only their order could decide.
    fn rivals(&self, verbs: Verbs) -> bool {
        let shared = self.verbs.iter().any(|verb| verbs.contains(verb));
        shared && self.verbs.single().is_some() == verbs.single().is_some()
    }
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found<'a> {
    /// An operation, by the index of its endpoint.
    Operation {
        endpoint: usize,
        values: PathValues<'a>,
    },
    /// The path is known, but only for these verbs.
    OtherVerbs(Verbs),
    /// No route has that path.
    Nothing,
}

impl RouteTable {
    /// Adds a route of the endpoint with that index.
    ///
    /// # Errors
    /// The route is malformed, or answers the same requests as one that is there already.
    pub(crate) fn add(
        &mut self,
        route: &Route,
        request: &TypeDescriptor,
        endpoint: usize,
    ) -> Result<(), RouteError> {
        let template = PathTemplate::parse(route, request)?;
        let stated = format!("{} on {}", route.path, request.name);
        let entries = match template.first_literal() {
            Some(literal) => self.by_literal.entry(literal.to_owned()).or_default(),
            None => &mut self.roots,
        };
        let rival = entries
            .iter()
            .find(|entry| entry.rivals(route.verbs) && entry.template.is_same_as(&template));
        if let Some(rival) = rival {
            return Err(RouteError::Ambiguous(rival.stated.clone(), stated));
        }
        entries.push(Entry {
            template,
            verbs: route.verbs,
            endpoint,
            stated,
        });
        Ok(())
    }

    /// The operation that answers `verb` on that path; without a verb, which ones it answers.
    pub(crate) fn find<'a>(&'a self, verb: Option<Verb>, path: &'a RequestPath<'_>) -> Found<'a> {
        let mut others: Option<Verbs> = None;
        for with_wildcard in [false, true] {
            for entries in self.candidates(&path.segments) {
                let fitting = entries.iter().filter(|entry| {
                    entry.template.has_wildcard() == with_wildcard
                        && (with_wildcard || entry.template.len() == path.segments.len())
                });
                let best = best_of(fitting, verb, &path.segments, &mut others);
                if let Some(entry) = best {
                    let suffix = path.last_with_suffix.as_deref();
                    let values = entry.template.values(&path.segments, suffix);
                    return Found::Operation {
                        endpoint: entry.endpoint,
                        values,
                    };
                }
            }
        }
        others.map_or(Found::Nothing, Found::OtherVerbs)
    }

    /// The routes under each literal of the path, in the order of its segments.
    fn candidates<'a>(
        &'a self,
        segments: &'a [Cow<'a, str>],
    ) -> impl Iterator<Item = &'a Vec<Entry>> {
        let roots = segments.is_empty().then_some(&self.roots);
        let literals = segments.iter().flat_map(|segment| {
            let dotted = segment
                .contains('.')
                .then(|| segment.split('.'))
                .into_iter()
                .flatten();
            std::iter::once(segment.as_ref()).chain(dotted)
        });
        roots
            .into_iter()
            .chain(literals.filter_map(|literal| self.under(literal)))
    }

    fn under(&self, literal: &str) -> Option<&Vec<Entry>> {
        if literal
            .bytes()
            .any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
        {
            self.by_literal.get(&literal.to_lowercase())
        } else {
            self.by_literal.get(literal)
        }
    }
}

fn best_of<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    verb: Option<Verb>,
    segments: &[Cow<'_, str>],
    others: &mut Option<Verbs>,
) -> Option<&'a Entry> {
    let mut best: Option<(u32, &Entry)> = None;
    for entry in entries {
        let names_verb_alone = verb.is_some() && entry.verbs.single() == verb;
        let Some(score) = entry.template.score(segments, names_verb_alone) else {
            continue;
        };
        if !verb.is_some_and(|verb| entry.verbs.contains(verb)) {
            *others = Some(others.map_or(entry.verbs, |known| known.union(entry.verbs)));
        } else if best.is_none_or(|(known, _)| score > known) {
            best = Some((score, entry));
        }
    }
    best.map(|(_, entry)| entry)
}

#[cfg(test)]
mod tests {
    use contract::{Dto, PropertyDescriptor, Route, RouteError, TypeDescriptor, Verb, Verbs};

    use super::{Found, RequestPath, RouteTable};

    #[derive(Debug, Clone, Default, PartialEq, Dto)]
    struct Request {
        name: Option<String>,
        id: i32,
        path: Option<String>,
        action: Option<String>,
        kind: Option<String>,
    }

    fn descriptor() -> &'static TypeDescriptor {
        let _: &[PropertyDescriptor] = &Request::descriptor().properties;
        Request::descriptor()
    }

    fn route(path: &'static str, verbs: &'static [Verb]) -> Route {
        Route {
            path,
            verbs: Verbs::of(verbs),
            stated_verbs: verbs,
            summary: None,
            notes: None,
        }
    }

    fn table(routes: &[Route]) -> RouteTable {
        let mut table = RouteTable::default();
        for (endpoint, route) in routes.iter().enumerate() {
            table.add(route, descriptor(), endpoint).unwrap();
        }
        table
    }

    fn endpoint(table: &RouteTable, verb: Verb, path: &str) -> Option<usize> {
        match table.find(Some(verb), &RequestPath::parse(path).unwrap()) {
            Found::Operation { endpoint, .. } => Some(endpoint),
            _ => None,
        }
    }

    /// Names and values, as `Name=value Other=value`.
    fn values(table: &RouteTable, path: &str) -> String {
        match table.find(Some(Verb::Get), &RequestPath::parse(path).unwrap()) {
            Found::Operation { values, .. } => {
                let values = values.iter().map(|(name, value)| format!("{name}={value}"));
                values.collect::<Vec<_>>().join(" ")
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn fewer_variables_beat_more_and_a_named_verb_beats_any() {
        let table = table(&[
            route("/things/{Name}", &[]),
            route("/things/new", &[]),
            route("/things/{Id}", &[Verb::Put]),
            route("/things/{Path*}", &[]),
        ]);
        assert_eq!(endpoint(&table, Verb::Get, "/things/new"), Some(1));
        assert_eq!(endpoint(&table, Verb::Get, "/things/other"), Some(0));
        assert_eq!(endpoint(&table, Verb::Put, "/things/other"), Some(2));
        assert_eq!(endpoint(&table, Verb::Get, "/things/a/b"), Some(3));
        assert_eq!(endpoint(&table, Verb::Get, "/things"), Some(3));
    }

    #[test]
    fn an_earlier_literal_wins_whatever_the_score() {
        let table = table(&[route("/{Name}/list", &[]), route("/users/{Id}", &[])]);
        assert_eq!(endpoint(&table, Verb::Get, "/users/list"), Some(1));
        assert_eq!(endpoint(&table, Verb::Get, "/others/list"), Some(0));
    }

    #[test]
    fn a_known_path_with_another_verb_says_which() {
        let table = table(&[route("/a", &[Verb::Get]), route("/A", &[Verb::Put])]);
        assert_eq!(endpoint(&table, Verb::Put, "/a"), Some(1));
        let allowed = Verbs::of(&[Verb::Get, Verb::Put]);
        let [known, unknown] = ["/a", "/b"].map(|path| RequestPath::parse(path).unwrap());
        let found = table.find(Some(Verb::Delete), &known);
        assert_eq!(found, Found::OtherVerbs(allowed));
        assert_eq!(table.find(Some(Verb::Get), &unknown), Found::Nothing);
    }

    #[test]
    fn values_are_decoded_and_a_wildcard_keeps_its_suffix() {
        let table = table(&[
            route("/files/{Path*}", &[]),
            route("/run/{Action}.{Kind}", &[]),
            route("/skip/{ignore}/{Id}", &[]),
        ]);
        assert_eq!(values(&table, "/files/a%20b/c.json"), "Path=a b/c.json");
        assert_eq!(values(&table, "/files/a/.json"), "Path=a/.json");
        assert_eq!(values(&table, "/files/.json"), "Path=.json");
        assert_eq!(values(&table, "/files/a/..json"), "Path=a/..json");
        assert_eq!(values(&table, "/run/go.fast"), "Action=go Kind=fast");
        assert_eq!(values(&table, "/skip/x/3"), "Id=3");
    }

    #[test]
    fn startup_refuses_what_cannot_be_served_and_names_both_rivals() {
        let mut table = table(&[route("/a/{Name}", &[Verb::Get])]);
        let add =
            |table: &mut RouteTable, path| table.add(&route(path, &[Verb::Get]), descriptor(), 9);
        assert_eq!(
            add(&mut table, "/A/{Id}").unwrap_err().to_string(),
            "routes /a/{Name} on Request and /A/{Id} on Request answer the same requests; \
             change a path or the verbs"
        );
        let mut several = |path, verbs| table.add(&route(path, verbs), descriptor(), 9);
        several("/a/{Name}", &[]).expect("a verb alone goes before any verb");
        assert!(matches!(
            several("/a/{Id}", &[Verb::Get, Verb::Post]),
            Err(RouteError::Ambiguous(..))
        ));
        for malformed in ["/a/{Name", "/a/x{Name}", "/a/{}", "/a/{Path*}/b/{Name*}"] {
            let refused = add(&mut table, malformed);
            assert!(
                matches!(refused, Err(RouteError::Malformed(_))),
                "{malformed}"
            );
        }
        assert!(matches!(
            add(&mut table, "/api/a"),
            Err(RouteError::Unreachable(_))
        ));
        assert!(matches!(
            add(&mut table, "a"),
            Err(RouteError::NoLeadingSlash(_))
        ));
        assert!(matches!(
            add(&mut table, "/a?b"),
            Err(RouteError::IllegalCharacter(_, '?'))
        ));
        assert!(matches!(
            add(&mut table, "/{Name}"),
            Err(RouteError::NoLiteral(_))
        ));
        assert!(matches!(
            add(&mut table, "/x/{Nope}"),
            Err(RouteError::UnknownVariable(..))
        ));
    }
}
