//! The straight way from strict text to a [`Value`], by the rules of the grammar and past serde's
//! visitors, which would move every value several times.
//!
//! It takes what writers write. Whatever else there is (a fault, a loose delimiter, a depth that
//! is not allowed) it leaves to the deserializer, which also knows what to say about it.

use std::borrow::Cow;

use super::{Map, Value};
use crate::de::undoubled;
use crate::grammar;
use crate::scan;

/// A list or map at the beginning of `input`, and how long it is.
pub(super) fn container(input: &str, depth_left: u8) -> Option<(Value<'_>, usize)> {
    let mut builder = Builder {
        depth_left,
        lengths: [EXPECTED; LEVELS],
    };
    let mut value = Value::Null;
    let rest = builder.nested(input, &mut value)?;
    Some((value, input.len() - rest.len()))
}

/// How many levels have a length of their own to expect.
const LEVELS: usize = 16;
/// How long a list or map is expected to be that has no neighbor.
const EXPECTED: u8 = 4;
/// The same while one is open: what is [`LEVELS`] further in shares its place.
const OPEN: u8 = 2;
/// The most entries or items that room is made for before they are seen. A text of many short
/// lists after a long one must not take much more memory than they need.
const MOST_EXPECTED: usize = 16;

/// Builds values where they will stay: moving them costs more than reading them.
struct Builder {
    depth_left: u8,
    /// How long the last list or map of each level was: its neighbor will mostly be as long.
    lengths: [u8; LEVELS],
}

impl Builder {
    /// A list or map, with its opening bracket, into `place`.
    fn nested<'a>(&mut self, input: &'a str, place: &mut Value<'a>) -> Option<&'a str> {
        self.depth_left = self.depth_left.checked_sub(1)?;
        let inner = input.get(1..)?;
        let level = usize::from(self.depth_left) % LEVELS;
        // What is open has no neighbor yet: no text can have much room made on every level.
        let expected = usize::from(std::mem::replace(&mut self.lengths[level], OPEN));
        let (rest, length) = match input.as_bytes()[0] {
            b'{' => {
                let map = place.become_map()?;
                (self.entries(inner, map, expected)?, map.len())
            }
            _ => {
                let items = place.become_list()?;
                (self.items(inner, items, expected)?, items.len())
            }
        };
        self.depth_left += 1;
        // One that is short among others that are long does not make the next grow.
        let length = length.max(expected.saturating_sub(1));
        self.lengths[level] = length.min(MOST_EXPECTED) as u8;
        Some(rest)
    }

    /// Puts in the place of a slice of the text what it stands for.
    #[inline]
    fn replace<'a>(&mut self, place: &mut Value<'a>, kind: Kind, rest: &'a str) -> Option<&'a str> {
        match (kind, &place) {
            (Kind::Nested, _) => return self.nested(rest, place),
            (Kind::Doubled, Value::Text(text)) => *place = undoubled(text).into(),
            _ => *place = Value::Null,
        }
        Some(rest)
    }

    /// The entries of a map whose brace is open, and the brace that closes it.
    #[inline(always)]
    fn entries<'a>(
        &mut self,
        input: &'a str,
        map: &mut Map<'a>,
        expected: usize,
    ) -> Option<&'a str> {
        if let Some(rest) = closed(input, b'}') {
            return Some(rest);
        }
        let entries = map.entries_mut();
        *entries = Vec::with_capacity(expected);
        let mut rest = input;
        loop {
            let (after_key, (key, key_kind)) = key(rest)?;
            let (after, (text, kind)) = scalar(after_key, b'}')?;
            rest = after;
            push(entries, || {
                (Cow::Borrowed(key), Value::Text(Cow::Borrowed(text)))
            });
            if key_kind != Kind::Plain {
                entries.last_mut()?.0 = Cow::Owned(undoubled(key));
            }
            if kind != Kind::Plain {
                rest = self.replace(&mut entries.last_mut()?.1, kind, rest)?;
            }
            let end = *rest.as_bytes().first()?;
            rest = rest.get(1..)?;
            match end {
                b',' => {}
                b'}' => break,
                _ => return None,
            }
        }
        map.settle_duplicates();
        Some(rest)
    }

    /// The items of a list whose bracket is open, and the bracket that closes it.
    #[inline(always)]
    fn items<'a>(
        &mut self,
        input: &'a str,
        items: &mut Vec<Value<'a>>,
        expected: usize,
    ) -> Option<&'a str> {
        if let Some(rest) = closed(input, b']') {
            return Some(rest);
        }
        *items = Vec::with_capacity(expected);
        let mut rest = input;
        loop {
            let (after, (text, kind)) = scalar(rest, b']')?;
            rest = after;
            push(items, || Value::Text(Cow::Borrowed(text)));
            if kind != Kind::Plain {
                rest = self.replace(items.last_mut()?, kind, rest)?;
            }
            let end = *rest.as_bytes().first()?;
            rest = rest.get(1..)?;
            match end {
                b',' => {}
                b']' => return Some(rest),
                _ => return None,
            }
        }
    }
}

/// As [`Vec::push`], which makes the value before there is room for it, and then moves it.
#[inline(always)]
fn push<T>(to: &mut Vec<T>, make: impl FnOnce() -> T) {
    to.extend(std::iter::once_with(make));
}

/// What a slice of the text stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A text as it is.
    Plain,
    /// A text whose quotes are doubled.
    Doubled,
    /// No value.
    Absent,
    /// The list or map that begins the rest.
    Nested,
}

/// What was read, and before it the rest.
type Read<'a, T> = Option<(&'a str, T)>;

/// A text or nothing, up to a comma or `close`.
#[inline(always)]
fn scalar(input: &str, close: u8) -> Read<'_, (&str, Kind)> {
    let bytes = input.as_bytes();
    let at = scan::structural(bytes, 0);
    let end = *bytes.get(at)?;
    let ends = end == b',' || end == close;
    if at > 0 {
        let (text, rest) = input.split_at_checked(at)?;
        return ends.then_some((rest, (text, Kind::Plain)));
    }
    match end {
        b'{' | b'[' => Some((input, ("", Kind::Nested))),
        b'"' => quoted(input),
        _ => ends.then_some((input, ("", Kind::Absent))),
    }
}

/// The rest after a bracket that closes at once, blanks before it not counted.
#[inline(always)]
fn closed(input: &str, close: u8) -> Option<&str> {
    let first = *input.as_bytes().first()?;
    if first == close {
        return input.get(1..);
    }
    if first > b' ' && first < 0x80 {
        return None;
    }
    input.trim_start().strip_prefix(char::from(close))
}

/// A key that is no map, and its colon.
#[inline(always)]
fn key(input: &str) -> Read<'_, (&str, Kind)> {
    let bytes = input.as_bytes();
    let at = scan::key_end(bytes, 0);
    match bytes.get(at)? {
        b':' if at > 0 => {
            let (key, rest) = input.split_at_checked(at)?;
            Some((rest.get(1..)?, (key, Kind::Plain)))
        }
        b'"' if at == 0 => {
            let (rest, key) = quoted(input)?;
            Some((rest.strip_prefix(':')?, key))
        }
        _ => None,
    }
}

#[inline(always)]
fn quoted(input: &str) -> Read<'_, (&str, Kind)> {
    let (rest, quoted) = grammar::quoted(input).ok()?;
    let inner = quoted.raw.get(1..quoted.raw.len() - 1)?;
    let kind = if quoted.is_doubled {
        Kind::Doubled
    } else {
        Kind::Plain
    };
    Some((rest, (inner, kind)))
}
