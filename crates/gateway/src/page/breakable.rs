/// A name in parts, between which a line may break: each begins with a capital and a small letter.
pub(crate) fn breakable(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let (part, after) = rest.split_at(first_word_end(rest)?);
        rest = after;
        Some(part)
    })
}

/// Where the first part of a name ends; `None` if nothing is left.
fn first_word_end(name: &str) -> Option<usize> {
    let mut letters = name.char_indices().zip(name.chars().skip(1)).skip(1);
    let capital = letters.find(|((_, letter), next)| letter.is_uppercase() && next.is_lowercase());
    match capital {
        Some(((at, _), _)) => Some(at),
        None => (!name.is_empty()).then_some(name.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::breakable;

    #[test]
    fn a_line_may_break_before_each_word() {
        let parts = |name| breakable(name).collect::<Vec<_>>();
        assert_eq!(parts("GetUserV2"), ["Get", "UserV2"]);
        assert_eq!(parts("List<HTTPReply>"), ["List<HTTP", "Reply>"]);
        assert_eq!(parts("ÄÖü"), ["Ä", "Öü"]);
        assert_eq!(parts("x"), ["x"]);
        assert_eq!(parts("").len(), 0);
    }
}
