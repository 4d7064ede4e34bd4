use contract::Map;

use super::document::SecurityScheme;

/// The ways to prove who is calling: a session's cookie, or name and password with each request.
pub(super) fn schemes() -> Map<&'static str, SecurityScheme> {
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
    Map::from([("session", session), ("basic", basic)])
}

/// Either of them.
pub(super) fn required() -> Vec<Map<&'static str, Vec<String>>> {
    ["session", "basic"]
        .map(|name| Map::from([(name, Vec::new())]))
        .to_vec()
}
