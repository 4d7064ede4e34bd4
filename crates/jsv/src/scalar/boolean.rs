/// A truth value: `true` and `false` in any case with blanks around, and the short forms
/// `1 t y on`, `0 f n off` that HTML forms and query strings use.
pub fn parse_bool(text: &str) -> Option<bool> {
    match text {
        "True" | "true" | "1" | "t" | "T" | "y" | "Y" | "on" => return Some(true),
        "False" | "false" | "0" | "f" | "F" | "n" | "N" | "off" => return Some(false),
        _ => {}
    }
    let text = text.trim();
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::parse_bool;

    #[test]
    fn short_forms_are_exact_and_words_are_not() {
        for text in ["1", "t", "Y", "on", "True", " TRUE "] {
            assert_eq!(parse_bool(text), Some(true), "{text:?}");
        }
        for text in ["0", "f", "N", "off", "False", "false"] {
            assert_eq!(parse_bool(text), Some(false), "{text:?}");
        }
        for text in ["", "yes", "On", "2", "null", " 1"] {
            assert_eq!(parse_bool(text), None, "{text:?}");
        }
    }
}
