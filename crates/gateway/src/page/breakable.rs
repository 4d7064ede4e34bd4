/// A name in parts, between which a line may break: where a word begins after another or after an
/// abbreviation, but not after the one capital of a type parameter.
pub(crate) fn breakable(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let (part, after) = rest.split_at(first_part_end(rest)?);
        rest = after;
        Some(part)
    })
}

/// Where the first part of a name ends; `None` if nothing is left.
fn first_part_end(name: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    let ends = letters.windows(3).enumerate().find_map(|(index, window)| {
        let [(_, before), (place, letter), (_, next)] = window else {
            return None;
        };
        let is_word = letter.is_uppercase() && next.is_lowercase();
        let earlier = index.checked_sub(1).map(|index| letters[index].1);
        let is_abbreviation = before.is_uppercase() && earlier.is_some_and(char::is_uppercase);
        let is_after_word = before.is_lowercase() || before.is_numeric() || is_abbreviation;
        (is_word && is_after_word).then_some(*place)
    });
    ends.or_else(|| (!name.is_empty()).then_some(name.len()))
}

#[cfg(test)]
mod tests {
    use super::breakable;

    #[test]
    fn a_line_may_break_before_each_word() {
        let parts = |name| breakable(name).collect::<Vec<_>>();
        assert_eq!(parts("GetUserV2"), ["Get", "UserV2"]);
        assert_eq!(parts("List<HTTPReply>"), ["List<HTTP", "Reply>"]);
        assert_eq!(parts("PutTenanted<TItem>"), ["Put", "Tenanted<TItem>"]);
        assert_eq!(parts("éÄÖü"), ["éÄÖü"]);
        assert_eq!(parts("éÖü"), ["é", "Öü"]);
        assert_eq!(parts("x"), ["x"]);
        assert_eq!(parts("").len(), 0);
    }
}
