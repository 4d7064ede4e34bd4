use std::borrow::Cow;

use contract::{Route, RouteError, TypeDescriptor};

use super::route_table::PathValues;

/// The variable whose value is thrown away.
const IGNORED: &str = "ignore";

/// A route's path, ready to be matched.
#[derive(Debug, Clone)]
pub(crate) struct PathTemplate {
    segments: Vec<Segment>,
}

#[derive(Debug, Clone)]
enum Segment {
    /// Compared without case; kept in lower case.
    Literal(String),
    Variable(String),
    /// Any number of segments.
    Wildcard(String),
    /// Literals and variables joined by dots: `{action}.{type}`.
    Dotted(Vec<Segment>),
}

impl PathTemplate {
    /// Reads a route's path and checks it against the DTO that it binds to.
    pub(crate) fn parse(route: &Route, request: &TypeDescriptor) -> Result<Self, RouteError> {
        let stated = format!("{} on {}", route.path, request.name);
        let path = route.path.strip_prefix('/');
        let path = path.ok_or_else(|| RouteError::NoLeadingSlash(stated.clone()))?;
        if let Some(found) = path
            .chars()
            .find(|c| matches!(c, '?' | '&'))
            .filter(|_| !path.contains("?}"))
        {
            return Err(RouteError::IllegalCharacter(stated, found));
        }
        let segments: Vec<Segment> = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(Segment::parse)
            .collect();
        let template = Self { segments };
        if template.is_malformed() {
            return Err(RouteError::Malformed(stated));
        }
        if path == "api" || path.starts_with("api/") {
            return Err(RouteError::Unreachable(stated));
        }
        if !template.segments.is_empty() && template.first_literal().is_none() {
            return Err(RouteError::NoLiteral(stated));
        }
        let unknown = template
            .variables()
            .into_iter()
            .find(|name| !name.eq_ignore_ascii_case(IGNORED) && request.property(name).is_none());
        match unknown {
            Some(name) => Err(RouteError::UnknownVariable(stated, name.to_owned())),
            None => Ok(template),
        }
    }

    fn is_malformed(&self) -> bool {
        let parts = || self.segments.iter().flat_map(Segment::parts);
        let wildcards = parts().filter(|part| matches!(part, Segment::Wildcard(_)));
        let has_stray_brace = parts().any(|part| match part {
            Segment::Literal(text) => text.contains(['{', '}']),
            Segment::Variable(name) | Segment::Wildcard(name) => {
                name.is_empty() || name.contains(['{', '}', '*'])
            }
            Segment::Dotted(_) => true,
        });
        has_stray_brace || wildcards.count() > 1
    }

    /// The first segment (or dotted part) that is no variable, by which routes are looked up.
    pub(crate) fn first_literal(&self) -> Option<&str> {
        self.segments
            .iter()
            .flat_map(Segment::parts)
            .find_map(|part| match part {
                Segment::Literal(text) => Some(text.as_str()),
                _ => None,
            })
    }

    pub(crate) fn has_wildcard(&self) -> bool {
        self.segments
            .iter()
            .any(|segment| matches!(segment, Segment::Wildcard(_)))
    }

    pub(crate) fn len(&self) -> usize {
        self.segments.len()
    }

    /// The same requests match both, whatever their variables are called.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        self.shape() == other.shape()
    }

    fn shape(&self) -> Vec<String> {
        self.segments.iter().map(Segment::shape).collect()
    }

    fn variables(&self) -> impl Iterator<Item = &str> {
        let parts = self.segments.iter().flat_map(Segment::parts);
        parts.filter_map(|part| match part {
            Segment::Variable(name) | Segment::Wildcard(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// How well the path fits, by ServiceStack's rule: fewer wildcard segments first, then fewer
    /// variables, then a verb that the route names alone. `None` if it does not fit.
    pub(crate) fn score(&self, path: &[Cow<'_, str>], names_verb_alone: bool) -> Option<u32> {
        let consumed = self.matches(path, 0)?;
        let wildcards = u32::try_from(consumed).unwrap_or(u32::MAX).min(99);
        let variables = u32::try_from(self.variables().count())
            .unwrap_or(u32::MAX)
            .min(9);
        let verb = if names_verb_alone { 10 } else { 1 };
        Some((100 - wildcards) * 1000 + (10 - variables) * 100 + verb)
    }

    /// How many segments the wildcards took; `None` if the path does not fit from `at` on.
    fn matches(&self, path: &[Cow<'_, str>], at: usize) -> Option<usize> {
        let Some(segment) = self.segments.get(at) else {
            return path.is_empty().then_some(0);
        };
        if let Segment::Wildcard(_) = segment {
            let rest = self.segments.len() - at - 1;
            let taken = path.len().checked_sub(rest)?;
            return self
                .matches(&path[taken..], at + 1)
                .map(|more| more + taken);
        }
        let (first, others) = path.split_first()?;
        segment
            .matches(first)
            .then(|| self.matches(others, at + 1))
            .flatten()
    }

    /// The values of the variables in a path that fits.
    pub(crate) fn values<'a>(
        &'a self,
        path: &'a [Cow<'_, str>],
        last_with_suffix: Option<&str>,
    ) -> PathValues<'a> {
        let mut values = PathValues::new();
        let mut rest = path;
        for (at, segment) in self.segments.iter().enumerate() {
            if let Segment::Wildcard(name) = segment {
                let taken = rest.len().saturating_sub(self.segments.len() - at - 1);
                let (mine, others) = rest.split_at(taken);
                let mut mine: Vec<&str> = mine.iter().map(AsRef::as_ref).collect();
                if let (true, Some(text)) = (others.is_empty(), last_with_suffix) {
                    // A suffix without a stem is no part of the segment before it: `/a/.json`.
                    if text.rfind('.') != Some(0) {
                        mine.pop();
                    }
                    mine.push(text);
                }
                values.push((name, Cow::Owned(mine.join("/"))));
                rest = others;
            } else if let Some((first, others)) = rest.split_first() {
                segment.collect(first, &mut values);
                rest = others;
            }
        }
        values.retain(|(name, _)| !name.eq_ignore_ascii_case(IGNORED));
        values
    }
}

impl Segment {
    fn parse(text: &str) -> Self {
        if text.contains('{') && text.contains('.') {
            return Self::Dotted(text.split('.').map(Self::parse_part).collect());
        }
        Self::parse_part(text)
    }

    fn parse_part(text: &str) -> Self {
        let Some(inner) = text
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
        else {
            return Self::Literal(text.to_lowercase());
        };
        let is_wildcard = inner.starts_with('*') || inner.ends_with('*');
        // `{Name:int}` and `{Name?}` are ASP.NET's; ServiceStack ignores constraint and mark.
        let name = inner
            .trim_matches('*')
            .split(':')
            .next()
            .unwrap_or_default();
        let name = name.trim_end_matches('?').to_owned();
        if is_wildcard {
            Self::Wildcard(name)
        } else {
            Self::Variable(name)
        }
    }

    fn parts(&self) -> &[Self] {
        match self {
            Self::Dotted(parts) => parts,
            other => std::slice::from_ref(other),
        }
    }

    fn shape(&self) -> String {
        match self {
            Self::Literal(text) => text.clone(),
            Self::Variable(_) => "{}".to_owned(),
            Self::Wildcard(_) => "{*}".to_owned(),
            Self::Dotted(parts) => parts.iter().map(Self::shape).collect::<Vec<_>>().join("."),
        }
    }

    fn matches(&self, text: &str) -> bool {
        match self {
            Self::Literal(literal) => same_without_case(literal, text),
            Self::Variable(_) | Self::Wildcard(_) => true,
            Self::Dotted(parts) => {
                let texts: Vec<&str> = text.splitn(parts.len(), '.').collect();
                texts.len() == parts.len()
                    && parts
                        .iter()
                        .zip(texts)
                        .all(|(part, text)| part.matches(text))
            }
        }
    }

    fn collect<'a>(&'a self, text: &'a str, values: &mut PathValues<'a>) {
        match self {
            Self::Variable(name) => values.push((name, Cow::Borrowed(text))),
            Self::Dotted(parts) => {
                let texts = text.splitn(parts.len(), '.');
                parts
                    .iter()
                    .zip(texts)
                    .for_each(|(part, text)| part.collect(text, values));
            }
            Self::Literal(_) | Self::Wildcard(_) => {}
        }
    }
}

/// Compares with a text in lower case; only what is not ASCII needs an allocation.
pub(super) fn same_without_case(lower: &str, text: &str) -> bool {
    if text.is_ascii() {
        lower.eq_ignore_ascii_case(text)
    } else {
        lower == text.to_lowercase()
    }
}
