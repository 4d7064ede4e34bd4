//! Text of the description, made harmless for where it is written.

/// What ends or opens a comment in one of the languages, starts an escape that Java reads even in
/// comments, or leaves PHP. A blank takes the pair apart.
const MARKS: [&str; 8] = ["*/", "/*", "*)", "(*", "\"\"\"", "?>", "\\u", "'''"];

/// `text` on one line that no language's comment is left by.
pub(crate) fn comment(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in one_line(text).trim().chars() {
        let ends_mark = |mark: &&str| {
            let before = mark.strip_suffix(character);
            before.is_some_and(|before| safe.ends_with(before))
        };
        if MARKS.iter().any(ends_mark) {
            safe.push(' ');
        }
        safe.push(character);
    }
    safe
}

/// `text` as a double-quoted literal of a language with backslash escapes.
pub(crate) fn double_quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text, &['\\', '"']))
}

/// As [`double_quoted`], for languages whose literals put in values at a `$`.
pub(crate) fn double_quoted_with_dollar(text: &str) -> String {
    format!("\"{}\"", escaped(text, &['\\', '"', '$']))
}

/// `text` as a single-quoted literal with backslash escapes.
pub(crate) fn single_quoted(text: &str) -> String {
    format!("'{}'", escaped(text, &['\\', '\'']))
}

/// As [`single_quoted`], for languages whose literals put in values at a `$`.
pub(crate) fn single_quoted_with_dollar(text: &str) -> String {
    format!("'{}'", escaped(text, &['\\', '\'', '$']))
}

/// `text` as a literal in which only a doubled quote stands for a quote.
pub(crate) fn doubled(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('"', "\"\""))
}

/// What opens or ends a comment, or leads an import to another host.
const NO_NAMES: [&str; 3] = ["//", "/*", "*/"];

/// `text` with only what names of packages, modules and imports consist of.
pub(crate) fn dotted_name(text: &str) -> String {
    let is_kept = |c: &char| c.is_alphanumeric() || "._:/*@-".contains(*c);
    let mut name = String::with_capacity(text.len());
    for character in text.chars().filter(is_kept) {
        name.push(character);
        if let Some(mark) = NO_NAMES.iter().find(|mark| name.ends_with(**mark)) {
            name.truncate(name.len() - mark.len());
        }
    }
    name
}

fn escaped(text: &str, special: &[char]) -> String {
    let mut literal = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        if special.contains(&character) {
            literal.push('\\');
        }
        literal.push(character);
    }
    literal
}

/// `text` with a blank for every control character and line end, and without the characters that
/// show text in another order than it has.
fn one_line(text: &str) -> String {
    text.chars()
        .filter(|character| !matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .map(|character| match character {
            '\u{2028}' | '\u{2029}' => ' ',
            control if control.is_control() => ' ',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{comment, dotted_name, double_quoted, doubled, single_quoted_with_dollar};

    #[test]
    fn no_comment_is_left_by_its_text() {
        assert_eq!(comment("a */ b\r\nc"), "a * / b  c");
        assert_eq!(comment("a **/ /* *) (* b"), "a ** / / * * ) ( * b");
        assert_eq!(comment("\"\"\" ?> \\u002a/"), "\"\" \" ? > \\ u002a/");
        assert_eq!(comment("x\u{2028}y\u{202e}z"), "x yz");
    }

    #[test]
    fn text_of_nothing_but_marks_is_taken_apart_in_one_go() {
        let text = comment(&"'''*/".repeat(20_000));
        assert!(text.len() < 200_000 && !text.contains("'''") && !text.contains("*/"));
        assert_eq!(dotted_name(&"/*".repeat(50_000)), "");
    }

    #[test]
    fn no_literal_is_left_by_its_text() {
        assert_eq!(double_quoted("a\"\\\nb"), r#""a\"\\ b""#);
        assert_eq!(doubled("a\"b"), "\"a\"\"b\"");
        assert_eq!(single_quoted_with_dollar("a'${b}"), r"'a\'\${b}'");
        assert_eq!(dotted_name("java.util.*;x()"), "java.util.*x");
        assert_eq!(dotted_name("@servicestack/client"), "@servicestack/client");
        assert_eq!(dotted_name("a/*b*/c"), "abc");
        assert_eq!(dotted_name("a///**/b"), "ab");
        assert_eq!(dotted_name("https://evil/x.js"), "https:evil/x.js");
    }
}
