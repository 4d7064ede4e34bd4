//! The grammar of strict reading, as nom parsers that slice and never copy.
//!
//! ```text
//! value   = quoted | map | list | bare
//! quoted  = '"' { any - '"' | '""' } '"'
//! map     = '{' … '}'          (balanced; quotes hide brackets)
//! list    = '[' … ']'          (balanced; quotes hide brackets)
//! bare    = { any } up to ',' or the end of what holds it
//! key     = ( quoted | map | letter { letter } ) ':'
//! letter  = any - ( ':' '"' ',' '{' '}' '[' ']' )
//! ```

use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult, Input};

use crate::Category;
use crate::scan;

/// What holds a value, which says where a bare one ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// Nothing: it ends with the text.
    Root,
    /// A map: at `,` or `}`.
    Map,
    /// A list: at `,` or `]`.
    List,
    /// A list without its brackets: at `,` or the end of the text.
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

#[cold]
fn fault(category: Category, message: &'static str, input: &str) -> Err<Fault> {
    Err::Failure(Fault {
        category,
        message,
        rest: input.len(),
    })
}

/// The raw text of a value, whatever it is: what a `str` target gets, or what is skipped.
/// `is_outermost` says that what holds the value is held by nothing itself.
#[inline(always)]
pub(crate) fn value(within: Within, is_outermost: bool) -> impl Fn(&str) -> Parsed<'_> {
    move |input| match (input.as_bytes().first(), within) {
        (Some(b'"'), _) => quoted(input).map(|(rest, quoted)| (rest, quoted.raw)),
        (_, Within::Root) => Ok(input.take_split(input.len())),
        (Some(b'{' | b'['), _) => nested(input),
        _ => bare(within, is_outermost)(input),
    }
}

/// A quoted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quoted<'a> {
    /// With its quotes.
    pub(crate) raw: &'a str,
    /// A quote in it is doubled.
    pub(crate) is_doubled: bool,
}

/// A quoted text, up to the first quote after the one at the beginning that is not doubled.
#[inline(always)]
pub(crate) fn quoted(input: &str) -> IResult<&str, Quoted<'_>, Fault> {
    let bytes = input.as_bytes();
    let (mut at, mut is_doubled) = (1, false);
    loop {
        at = scan::quote(bytes, at) + 1;
        if at > bytes.len() {
            let message = "a quoted text has no closing quote";
            return Err(fault(Category::Eof, message, input));
        }
        if bytes.get(at) != Some(&b'"') {
            let (rest, raw) = input.take_split(at);
            return Ok((rest, Quoted { raw, is_doubled }));
        }
        is_doubled = true;
        at += 1;
    }
}

/// A map or list with its brackets, whole. The kinds of the open brackets are the bits of a
/// few numbers, so that nothing is allocated.
pub(crate) fn nested(input: &str) -> Parsed<'_> {
    let bytes = input.as_bytes();
    let (mut kinds, mut depth, mut at) = ([0_u64; 4], 0_usize, 0);
    loop {
        at = scan::structural(bytes, at);
        match bytes.get(at) {
            None => return Err(fault(Category::Eof, "a bracket is never closed", input)),
            Some(b'"') => at += quoted_length(&input[at..])?,
            Some(open @ (b'{' | b'[')) => {
                if depth == MOST_NESTED {
                    return Err(fault(Category::Depth, TOO_DEEP, &input[at..]));
                }
                let (word, bit) = (depth / 64, 1 << (depth % 64));
                kinds[word] = kinds[word] & !bit | if *open == b'{' { bit } else { 0 };
                depth += 1;
                at += 1;
            }
            Some(close @ (b'}' | b']')) => {
                depth -= 1;
                let is_map = kinds[depth / 64] >> (depth % 64) & 1 == 1;
                if is_map != (*close == b'}') {
                    let message = "a bracket closes one of the other kind";
                    return Err(fault(Category::Syntax, message, &input[at..]));
                }
                at += 1;
                if depth == 0 {
                    return Ok(input.take_split(at));
                }
            }
            Some(_) => at += 1,
        }
    }
}

/// How deep what is skipped may nest: the largest limit that a reader can be given.
const MOST_NESTED: usize = 255;

/// What a reader says at its limit.
pub(crate) const TOO_DEEP: &str = "lists and maps nest too deep";

/// How long the quoted part is that a nested run skips.
fn quoted_length(input: &str) -> Result<usize, Err<Fault>> {
    quoted(input).map(|(_, quoted)| quoted.raw.len())
}

/// A text without quotes around it, up to where what holds it goes on.
#[inline(always)]
fn bare(within: Within, is_outermost: bool) -> impl Fn(&str) -> Parsed<'_> {
    move |input| {
        let bytes = input.as_bytes();
        let at = scan::structural(bytes, 0);
        match (bytes.get(at), within) {
            (Some(b','), _) | (Some(b'}'), Within::Map) | (Some(b']'), Within::List) => {
                Ok(input.take_split(at))
            }
            (None, Within::OpenList) => Ok(input.take_split(at)),
            _ => bare_with_delimiters(input, at, within, is_outermost),
        }
    }
}

/// A bare text that holds what .NET would have quoted. It is taken where every reader agrees on
/// its end: brackets that pair up anywhere; quotes and single brackets only in the outermost map
/// or list, because whoever looks for the end of an inner one would miss it there.
#[cold]
fn bare_with_delimiters(
    input: &str,
    first: usize,
    within: Within,
    is_outermost: bool,
) -> Parsed<'_> {
    let bytes = input.as_bytes();
    let (mut at, mut open) = (first, 0_usize);
    loop {
        let is_loose = is_outermost && within == Within::Map;
        match bytes.get(at) {
            None if within == Within::OpenList && open == 0 => return Ok(input.take_split(at)),
            None => return Err(fault(Category::Eof, "a bracket is never closed", input)),
            Some(b',') if open == 0 || is_loose => return Ok(input.take_split(at)),
            Some(b'}') if within == Within::Map && (open == 0 || is_loose) => {
                return Ok(input.take_split(at));
            }
            Some(b']') if within == Within::List && open == 0 => return Ok(input.take_split(at)),
            Some(b'"') if is_outermost => {}
            Some(b'[') => open += 1,
            Some(b']') if open > 0 => open -= 1,
            Some(b']') if is_loose || within == Within::OpenList => {}
            Some(_) => {
                let message = "a text that holds this has to be quoted";
                return Err(fault(Category::Syntax, message, &input[at..]));
            }
        }
        at = scan::structural(bytes, at + 1);
    }
}

/// The raw text of a key that is no map, and the rest after its colon.
#[inline(always)]
pub(crate) fn key(input: &str) -> Parsed<'_> {
    let bytes = input.as_bytes();
    if bytes.first() == Some(&b'"') {
        let (rest, key) = quoted(input)?;
        return colon(rest).map(|rest| (rest, key.raw));
    }
    let at = scan::key_end(bytes, 0);
    match bytes.get(at) {
        Some(b':') if at > 0 => {
            let (rest, key) = input.take_split(at);
            Ok((&rest[1..], key))
        }
        Some(b':') => Err(fault(
            Category::Syntax,
            "a key is missing before ':'",
            input,
        )),
        _ => colon(&input[at..]).map(|rest| (rest, input)),
    }
}

/// The colon after a key.
pub(crate) fn colon(input: &str) -> Result<&str, Err<Fault>> {
    match input.strip_prefix(':') {
        Some(rest) => Ok(rest),
        None if input.is_empty() => Err(fault(Category::Eof, "a key has no ':' after it", input)),
        None => Err(fault(Category::Syntax, "expected ':' after a key", input)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Within, key, nested, quoted, value};

    fn inner(within: Within) -> impl Fn(&str) -> super::Parsed<'_> {
        value(within, false)
    }

    #[test]
    fn values_end_where_their_holder_goes_on() {
        assert_eq!(inner(Within::Map)("a:b,c:d}").unwrap(), (",c:d}", "a:b"));
        assert_eq!(inner(Within::Map)("x[1]}").unwrap(), ("}", "x[1]"));
        assert_eq!(
            inner(Within::Map)("é 漢 😀,b}").unwrap(),
            (",b}", "é 漢 😀")
        );
        assert_eq!(inner(Within::List)("x[1],y]").unwrap(), (",y]", "x[1]"));
        assert_eq!(inner(Within::List)("]").unwrap(), ("]", ""));
        assert_eq!(inner(Within::Root)("a,b}").unwrap(), ("", "a,b}"));
        let long = "a".repeat(40) + "}";
        assert_eq!(inner(Within::Map)(&long).unwrap().0, "}");
    }

    #[test]
    fn quotes_hide_brackets_and_doubled_quotes_do_not_end() {
        assert_eq!(
            inner(Within::Map)(r#"{a:"}"},b"#).unwrap(),
            (",b", r#"{a:"}"}"#)
        );
        let (rest, found) = quoted(r#""a""b"c"#).unwrap();
        assert_eq!(
            (rest, found.raw, found.is_doubled),
            ("c", r#""a""b""#, true)
        );
        assert!(!quoted(r#""a","b""#).unwrap().1.is_doubled);
        assert!(quoted(r#""abc"#).is_err());
        assert!(inner(Within::Map)("[1,[2]").is_err());
        assert!(nested("[1,{2]}").is_err());
        assert!(nested(&"[".repeat(256)).is_err());
        assert!(nested(&("[{".repeat(127) + &"}]".repeat(127))).is_ok());
    }

    #[test]
    fn what_dotnet_would_quote_is_taken_only_where_no_reader_errs() {
        let outer = value(Within::Map, true);
        assert_eq!(outer("a\"b}").unwrap(), ("}", "a\"b"));
        assert_eq!(outer("x]y,z").unwrap(), (",z", "x]y"));
        for text in ["a\"b}", "x]y}", "x[y}", "x{y}}", " {y}}"] {
            assert!(inner(Within::Map)(text).is_err(), "{text:?}");
        }
        for text in ["a}b]", "a{b]"] {
            assert!(value(Within::List, true)(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn keys_are_bare_or_quoted() {
        assert_eq!(key("name:x").unwrap(), ("x", "name"));
        assert_eq!(key(r#""a:b":c"#).unwrap(), ("c", r#""a:b""#));
        for bad in ["name", ":x", "a,b:c", "", "\"a\"", "a}", "\"a\" :b"] {
            assert!(key(bad).is_err(), "{bad:?}");
        }
    }
}
