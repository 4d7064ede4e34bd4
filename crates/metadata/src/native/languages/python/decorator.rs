/// The decorator that an option states: a name with dots and, in parentheses, switches such as
/// `frozen=True`. Anything else could run when the file is imported, and is not taken.
pub(super) fn decorator(stated: Option<&str>, otherwise: &str) -> String {
    let Some(stated) = stated else {
        return otherwise.to_owned();
    };
    let stated = stated.trim().trim_start_matches('@');
    let (name, switches) = match stated.split_once('(') {
        Some((name, rest)) => (name, rest.strip_suffix(')')),
        None => (stated, Some("")),
    };
    let are_safe = switches.is_some_and(|all| all.is_empty() || all.split(',').all(is_switch));
    if name.split('.').all(is_identifier) && are_safe {
        return format!("@{stated}");
    }
    otherwise.to_owned()
}

fn is_switch(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, value)| {
        is_identifier(name.trim()) && matches!(value.trim(), "True" | "False")
    })
}

fn is_identifier(text: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    text.chars().all(is_part) && text.starts_with(|first: char| !first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::decorator;

    #[test]
    fn a_decorator_is_a_name_with_switches_and_never_a_program() {
        let otherwise = "@dataclass";
        for stated in [
            "dataclass(frozen=True)",
            "@attr.s",
            "attr.s(slots=True, eq=False)",
        ] {
            let bare = stated.trim_start_matches('@');
            assert_eq!(decorator(Some(stated), otherwise), format!("@{bare}"));
        }
        for program in [
            "exec(bytes((105,)).decode())",
            "a(b=c())",
            "a(",
            "a\nb",
            "1a",
            "",
            "a()()",
        ] {
            assert_eq!(decorator(Some(program), otherwise), otherwise, "{program}");
        }
    }
}
