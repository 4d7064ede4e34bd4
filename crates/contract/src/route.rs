use std::fmt;

use crate::{Verb, Verbs};

/// A path that an operation answers on, as stated by `#[route("/hello/{Name}", GET)]`.
///
/// Segments are literals, `{Name}` for one segment or `{Name*}` for any number of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The path template, beginning with `/`.
    pub path: &'static str,
    /// The verbs it answers.
    pub verbs: Verbs,
    /// The verbs as stated, in their order, for metadata (`GET,POST`); empty for any.
    pub stated_verbs: &'static [Verb],
    /// One line for the metadata page.
    pub summary: Option<&'static str>,
    /// More text for the metadata page.
    pub notes: Option<&'static str>,
}

/// Why a route cannot be served; the host refuses to start with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RouteError {
    /// Does not begin with `/`.
    NoLeadingSlash(String),
    /// Holds `?` or `&`, which can never be part of a path.
    IllegalCharacter(String, char),
    /// Has no literal segment, so it would take every path of its length.
    NoLiteral(String),
    /// Names a variable that the request DTO has no property for.
    UnknownVariable(String, String),
    /// Has a brace that is no variable's, or a second wildcard.
    Malformed(String),
    /// Lies below `/api`, which is looked up before any stated route.
    Unreachable(String),
    /// Two operations answer the very same path and verbs.
    Ambiguous(String, String),
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoLeadingSlash(route) => write!(f, "route {route} must start with a '/'"),
            Self::IllegalCharacter(route, found) => {
                write!(
                    f,
                    "route {route} holds '{found}', which is not part of a path"
                )
            }
            Self::NoLiteral(route) => {
                write!(
                    f,
                    "route {route} needs at least one segment that is not a variable"
                )
            }
            Self::UnknownVariable(route, name) => {
                write!(
                    f,
                    "route {route}: the request DTO has no property for {{{name}}}"
                )
            }
            Self::Malformed(route) => write!(
                f,
                "route {route} must have its variables as {{Name}} or {{Name*}}, one for a segment \
                 or for a part between dots, and no more than one wildcard"
            ),
            Self::Unreachable(route) => write!(
                f,
                "route {route} can never be reached: paths below /api name operations"
            ),
            Self::Ambiguous(one, other) => write!(
                f,
                "routes {one} and {other} answer the same requests; change a path or the verbs"
            ),
        }
    }
}

impl std::error::Error for RouteError {}
