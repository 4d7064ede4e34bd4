use contract::Map;

use super::document::SecurityScheme;

/// A way to prove who is calling that not every host has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherProof {
    /// A bearer token (RFC 6750).
    BearerToken,
    /// A key in the header `X-Api-Key`.
    ApiKey,
}

impl OtherProof {
    const fn name(self) -> &'static str {
        match self {
            Self::BearerToken => "bearer",
            Self::ApiKey => "apiKey",
        }
    }

    const fn scheme(self) -> SecurityScheme {
        match self {
            Self::BearerToken => SecurityScheme {
                kind: "http",
                scheme: Some("bearer"),
                place: None,
                name: None,
                description: "An access token, or an API key",
            },
            Self::ApiKey => SecurityScheme {
                kind: "apiKey",
                scheme: None,
                place: Some("header"),
                name: Some("X-Api-Key"),
                description: "An API key",
            },
        }
    }
}

/// The ways to prove who is calling: a session's cookie, or name and password with each request,
/// and what else the host takes.
pub(super) fn schemes(others: &[OtherProof]) -> Map<&'static str, SecurityScheme> {
    let session = SecurityScheme {
        kind: "apiKey",
        scheme: None,
        place: Some("cookie"),
        name: Some("ss-id"),
        description: "The session that signing in at /auth starts",
    };
    let basic = SecurityScheme {
        kind: "http",
        scheme: Some("basic"),
        place: None,
        name: None,
        description: "User name and password",
    };
    let mut schemes = Map::from([("session", session), ("basic", basic)]);
    for other in others {
        schemes.insert(other.name(), other.scheme());
    }
    schemes
}

/// One of them.
pub(super) fn required(others: &[OtherProof]) -> Vec<Map<&'static str, Vec<String>>> {
    let others = others.iter().map(|other| other.name());
    let names = ["session", "basic"].into_iter().chain(others);
    names.map(|name| Map::from([(name, Vec::new())])).collect()
}
