//! Names with other capitals than they have on the wire.

use super::identifier::identifier;

/// The name with a capital at its start.
pub(in crate::native) fn pascal_case(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The name as an identifier with a capital at its start, for languages where only such names are
/// constants or seen by other files.
pub(in crate::native) fn capitalized(name: &str) -> String {
    let name = pascal_case(&identifier(name));
    if name.starts_with('_') {
        format!("X{name}")
    } else {
        name
    }
}
