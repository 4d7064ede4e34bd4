/// A piece of a text for people: words, or code, which doc comments put between backquotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prose<'a> {
    Words(&'a str),
    Code(&'a str),
}

/// Takes a text apart; a backquote without its other stays what it is.
pub(crate) fn prose(text: &str) -> Vec<Prose<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, code, after)) = first_code(rest) {
        pieces.push(Prose::Words(words));
        pieces.push(Prose::Code(code));
        rest = after;
    }
    pieces.push(Prose::Words(rest));
    pieces.retain(|piece| !matches!(piece, Prose::Words("")));
    pieces
}

fn first_code(text: &str) -> Option<(&str, &str, &str)> {
    let (words, rest) = text.split_once('`')?;
    let (code, after) = rest.split_once('`')?;
    Some((words, code, after))
}

#[cfg(test)]
mod tests {
    use super::Prose::{Code, Words};
    use super::prose;

    #[test]
    fn code_stands_between_backquotes() {
        let expected = [Words("An "), Code("x"), Words(" or "), Code("y")];
        assert_eq!(prose("An `x` or `y`"), expected);
        assert_eq!(prose("a ` b"), [Words("a ` b")]);
        assert_eq!(prose(""), []);
    }
}
