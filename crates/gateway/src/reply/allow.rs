use contract::{Verb, Verbs};

/// The header that names the verbs of a 405 (RFC 9110 section 10.2.1).
pub(crate) const ALLOW: &str = "Allow";

/// The verbs as [`ALLOW`] lists them; every verb where none is named.
pub(crate) fn allowed(verbs: Verbs) -> String {
    let names: Vec<&str> = verbs.iter().map(Verb::as_str).collect();
    names.join(", ")
}
