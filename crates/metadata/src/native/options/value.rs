//! The values of options: from the query, and as the head of the file shows them.

/// `True` or `False`, in any case.
pub(super) fn flag(text: &str) -> Result<bool, &'static str> {
    if text.eq_ignore_ascii_case("true") || text == "1" {
        Ok(true)
    } else if text.eq_ignore_ascii_case("false") || text == "0" {
        Ok(false)
    } else {
        Err("True or False")
    }
}

/// A whole number.
pub(super) fn number(text: &str) -> Result<i32, &'static str> {
    text.parse().map_err(|_| "a whole number")
}

/// The items of a list, apart by commas that are not within braces: `Hello.*,{auth,admin}`. A list in
/// brackets is one too. Blanks mean nothing: the head of a file has some where a pattern would end its
/// comment (`Foundry/ *`).
pub(in crate::native) fn list(text: &str) -> Vec<String> {
    let text = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(text);
    let mut items = vec![String::new()];
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(item) = items.last_mut() {
            item.push(character);
        }
    }
    items
        .iter()
        .map(|item| item.split_whitespace().collect::<String>())
        .filter(|item| !item.is_empty())
        .collect()
}

/// `True` or `False`.
pub(super) fn show_flag(flag: bool) -> String {
    if flag { "True" } else { "False" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn commas_in_braces_hold_together() {
        assert_eq!(list("A.*, {b,c} ,D"), ["A.*", "{b,c}", "D"]);
        assert_eq!(list("Foundry/ *"), ["Foundry/*"]);
        assert_eq!(list("[A,B]"), ["A", "B"]);
        assert_eq!(list(",}},"), ["}}"]);
    }
}
