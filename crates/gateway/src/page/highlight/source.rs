use super::grammar::Grammar;
use super::{Part, Parts, end_of, first_character};

/// Colors source in a language, by its key in `/types/{language}`.
pub(crate) fn highlight_source(source: &str, language: &str) -> Vec<Part> {
    let grammar = Grammar::of(language);
    let (mut rest, mut parts) = (source, Parts::default());
    while !rest.is_empty() {
        let (class, length) = token(rest, grammar);
        let (token, after) = rest.split_at(length);
        parts.push(class, token);
        rest = after;
    }
    parts.0
}

/// The class and the length of what a text begins with; at least one character.
fn token(text: &str, grammar: &Grammar) -> (&'static str, usize) {
    if grammar
        .line_comments
        .iter()
        .any(|mark| text.starts_with(mark))
    {
        return ("c", text.find('\n').unwrap_or(text.len()));
    }
    if let Some((open, close)) = grammar.block_comment
        && text.starts_with(open)
    {
        let inner = &text[open.len()..];
        let end = inner.find(close).map(|at| at + open.len() + close.len());
        return ("c", end.unwrap_or(text.len()));
    }
    match text.chars().next() {
        Some(quote) if grammar.quotes.contains(&quote) => ("s", quoted(text, quote)),
        Some(first) if first.is_ascii_digit() => {
            ("n", end_of(text, |c| c.is_ascii_alphanumeric() || c == '.'))
        }
        Some(first) if first.is_alphabetic() || first == '_' => {
            let length = end_of(text, |c| c.is_alphanumeric() || c == '_');
            (word_class(&text[..length], grammar), length)
        }
        _ => ("", first_character(text)),
    }
}

fn word_class(word: &str, grammar: &Grammar) -> &'static str {
    if grammar.is_keyword(word) {
        "k"
    } else if word.starts_with(char::is_uppercase) {
        "t"
    } else {
        ""
    }
}

/// Up to the closing quote, or the end of the line where none is.
fn quoted(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '\n' => return at,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if character == quote => return at + character.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::highlight_source;

    #[test]
    fn words_texts_and_comments_are_told_apart() {
        let parts = highlight_source(
            "// c\nexport class A { b = \"c\\\"d\"; n: 12 }",
            "typescript",
        );
        let classes = parts.iter().filter(|part| !part.class.is_empty());
        let classes: Vec<_> = classes
            .map(|part| (part.class, part.text.as_str()))
            .collect();
        let expected = [
            ("c", "// c"),
            ("k", "export"),
            ("k", "class"),
            ("t", "A"),
            ("s", "\"c\\\"d\""),
            ("n", "12"),
        ];
        assert_eq!(classes, expected);
        let python = highlight_source("class A: # c", "python");
        assert_eq!(python.last().map(|part| part.class), Some("c"));
    }

    proptest! {
        #[test]
        fn no_character_is_lost(source in "[a-zA-Z0-9\"'`/*#(){}é\\\\\n ]{0,60}") {
            for language in ["typescript", "python", "fsharp", "vbnet", "rust", "php"] {
                let parts = highlight_source(&source, language);
                let text: String = parts.into_iter().map(|part| part.text).collect();
                prop_assert_eq!(&text, &source);
            }
        }
    }
}
