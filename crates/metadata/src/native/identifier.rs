/// `name` as an identifier: what cannot stand in one becomes `_`.
pub(crate) fn identifier(name: &str) -> String {
    let mut safe: String = name
        .chars()
        .map(|character| match character {
            letter if letter.is_alphanumeric() || letter == '_' => letter,
            _ => '_',
        })
        .collect();
    if safe.chars().next().is_none_or(|first| first.is_numeric()) {
        safe.insert(0, '_');
    }
    safe
}

/// Whether `name` needs no change to be an identifier.
pub(crate) fn is_identifier(name: &str) -> bool {
    identifier(name) == name
}

/// Whether `name` is one of `words`, which blanks separate.
pub(crate) fn is_among(name: &str, words: &str) -> bool {
    words.split_whitespace().any(|word| word == name)
}

/// `name`, or what `escape` makes of it when it is one of the `reserved` words.
pub(crate) fn unreserved(
    name: String,
    reserved: &str,
    escape: impl FnOnce(&str) -> String,
) -> String {
    if is_among(&name, reserved) {
        escape(&name)
    } else {
        name
    }
}

/// A CLR namespace with an identifier between each two dots.
pub(crate) fn namespace(name: &str) -> String {
    let parts: Vec<String> = name.split('.').map(identifier).collect();
    parts.join(".")
}

/// The CLR name without arity and without the types that it is nested in.
pub(crate) fn simple_name(clr: &str) -> String {
    let name = clr.split('`').next().unwrap_or_default();
    identifier(name.rsplit(['.', '+']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{identifier, namespace, simple_name};

    #[test]
    fn names_are_identifiers() {
        for (name, safe) in [
            ("Name", "Name"),
            ("a-b", "a_b"),
            ("1st", "_1st"),
            ("", "_"),
            ("x{}; drop", "x____drop"),
            ("Größe", "Größe"),
        ] {
            assert_eq!(identifier(name), safe);
        }
        assert_eq!(simple_name("Outer.Inner`1"), "Inner");
        assert_eq!(namespace("A.B-C"), "A.B_C");
    }
}
