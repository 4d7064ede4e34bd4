//! The grammar, as nom parsers that slice and never copy.
//!
//! ```text
//! value   = quoted | map | list | bare
//! quoted  = '"' { any - '"' | '""' } '"'
//! map     = '{' … '}'                      (balanced; quotes hide braces)
//! list    = '[' … ']'                      (balanced; quotes hide brackets)
//! bare    = { any } up to ',' or the end of what holds it
//! key     = quoted | { any } up to ':'
//! ```

use memchr::{memchr, memchr2, memchr3_iter};
use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult, Input};

use crate::Category;

/// Where a bare value ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// At the end of the text.
    Root,
    /// At `,` or `}`.
    Map,
    /// At `,` or `]`.
    List,
    /// At `,` or the end of the text: a list without its brackets.
    OpenList,
}

/// Why a text breaks the grammar, and how far from the end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) category: Category,
    pub(crate) message: &'static str,
    /// What was left to read.
    pub(crate) rest: usize,
}

impl ParseError<&str> for Fault {
    fn from_error_kind(input: &str, _: ErrorKind) -> Self {
        Self {
            category: Category::Eof,
            message: "unexpected end of text",
            rest: input.len(),
        }
    }

    fn append(_: &str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

type Parsed<'a> = IResult<&'a str, &'a str, Fault>;

fn fault(category: Category, message: &'static str, input: &str) -> Err<Fault> {
    Err::Failure(Fault {
        category,
        message,
        rest: input.len(),
    })
}

/// The raw text of a value, whatever it is: what a `str` target gets, or what is skipped.
pub(crate) fn value(within: Within) -> impl Fn(&str) -> Parsed<'_> {
    move |input| match input.as_bytes().first() {
        Some(b'"') => quoted(input),
        Some(b'{') => nested(b'{', b'}')(input),
        Some(b'[') => nested(b'[', b']')(input),
        _ => bare(within)(input),
    }
}

/// A quoted text with its quotes.
pub(crate) fn quoted(input: &str) -> Parsed<'_> {
    let bytes = input.as_bytes();
    let mut at = 1;
    loop {
        let Some(found) = bytes.get(at..).and_then(|rest| memchr(b'"', rest)) else {
            return Err(fault(
                Category::Eof,
                "a quoted text has no closing quote",
                input,
            ));
        };
        at += found + 1;
        if bytes.get(at) != Some(&b'"') {
            return Ok(input.take_split(at));
        }
        at += 1;
    }
}

/// A map or list with its brackets, whole.
fn nested(open: u8, close: u8) -> impl Fn(&str) -> Parsed<'_> {
    move |input| {
        let (mut depth, mut is_quoted) = (0_usize, false);
        for at in memchr3_iter(open, close, b'"', input.as_bytes()) {
            match input.as_bytes()[at] {
                b'"' => is_quoted = !is_quoted,
                _ if is_quoted => {}
                found if found == open => depth += 1,
                _ => depth -= 1,
            }
            if depth == 0 {
                return Ok(input.take_split(at + 1));
            }
        }
        Err(fault(Category::Eof, "a bracket is never closed", input))
    }
}

/// A text without quotes, up to where what holds it goes on.
pub(crate) fn bare(within: Within) -> impl Fn(&str) -> Parsed<'_> {
    move |input| {
        let bytes = input.as_bytes();
        let end = match within {
            Within::Root => Some(bytes.len()),
            Within::OpenList => Some(memchr(b',', bytes).unwrap_or(bytes.len())),
            Within::Map => short_memchr2(b',', b'}', bytes),
            Within::List => end_in_list(bytes),
        };
        match end {
            Some(end) => Ok(input.take_split(end)),
            None => Err(fault(Category::Eof, "a bracket is never closed", input)),
        }
    }
}

/// Most values are short: a plain loop beats setting up a vector search.
fn short_memchr2(first: u8, second: u8, bytes: &[u8]) -> Option<usize> {
    const SHORT: usize = 16;
    let head = &bytes[..bytes.len().min(SHORT)];
    match head
        .iter()
        .position(|byte| *byte == first || *byte == second)
    {
        None if bytes.len() > SHORT => memchr2(first, second, &bytes[SHORT..]).map(|at| at + SHORT),
        found => found,
    }
}

/// Brackets inside a bare text of a list pair up before one ends the list.
fn end_in_list(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b',' if depth == 0 => return Some(at),
            b']' if depth == 0 => return Some(at),
            b']' => depth -= 1,
            b'[' => depth += 1,
            _ => {}
        }
    }
    None
}

/// The raw text of a key, and the rest after its colon.
pub(crate) fn key(input: &str) -> Parsed<'_> {
    let (rest, key) = match input.as_bytes().first() {
        Some(b'"') => quoted(input)?,
        // A dictionary may have objects for keys.
        Some(b'{') => nested(b'{', b'}')(input)?,
        _ => match input
            .bytes()
            .position(|byte| matches!(byte, b':' | b',' | b'{' | b'}' | b'[' | b']' | b'"'))
        {
            Some(at) => input.take_split(at),
            None => return Err(fault(Category::Eof, "a key has no ':' after it", input)),
        },
    };
    match rest.strip_prefix(':') {
        Some(_) if key.is_empty() => Err(fault(
            Category::Syntax,
            "a key is missing before ':'",
            input,
        )),
        Some(rest) => Ok((rest, key)),
        None if rest.is_empty() => Err(fault(Category::Eof, "a key has no ':' after it", rest)),
        None => Err(fault(Category::Syntax, "expected ':' after a key", rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Within, key, quoted, value};

    #[test]
    fn values_end_where_their_holder_goes_on() {
        assert_eq!(value(Within::Map)("a:b,c:d}").unwrap(), (",c:d}", "a:b"));
        assert_eq!(value(Within::Map)("x[1]}").unwrap(), ("}", "x[1]"));
        assert_eq!(
            value(Within::Map)("é 漢 😀,b}").unwrap(),
            (",b}", "é 漢 😀")
        );
        assert_eq!(value(Within::List)("x[1],y]").unwrap(), (",y]", "x[1]"));
        assert_eq!(value(Within::List)("]").unwrap(), ("]", ""));
        assert_eq!(value(Within::Root)("a,b}").unwrap(), ("", "a,b}"));
        let long = "a".repeat(40) + "}";
        assert_eq!(value(Within::Map)(&long).unwrap().0, "}");
    }

    #[test]
    fn quotes_hide_brackets_and_doubled_quotes_do_not_end() {
        assert_eq!(
            value(Within::Map)(r#"{a:"}"},b"#).unwrap(),
            (",b", r#"{a:"}"}"#)
        );
        assert_eq!(quoted(r#""a""b"c"#).unwrap(), ("c", r#""a""b""#));
        assert!(quoted(r#""abc"#).is_err());
        assert!(value(Within::Map)("[1,[2]").is_err());
    }

    #[test]
    fn keys_are_bare_quoted_or_objects() {
        assert_eq!(key("name:x").unwrap(), ("x", "name"));
        assert_eq!(key(r#""a:b":c"#).unwrap(), ("c", r#""a:b""#));
        assert_eq!(key("{n:k}:10").unwrap(), ("10", "{n:k}"));
        for bad in ["name", ":x", "a,b:c", "", "\"a\"", "a}"] {
            assert!(key(bad).is_err(), "{bad:?}");
        }
    }
}
