use memchr::memchr;

use crate::grammar::Quoted;

/// A text, copied only where a quote in it was doubled.
#[derive(Debug)]
pub(crate) enum Text<'de> {
    Borrowed(&'de str),
    Owned(String),
}

impl<'de> Text<'de> {
    /// From a quoted text.
    #[inline]
    pub(crate) fn of_quoted(quoted: Quoted<'de>) -> Self {
        let inner = &quoted.raw[1..quoted.raw.len() - 1];
        if quoted.is_doubled {
            Self::Owned(undoubled(inner))
        } else {
            Self::Borrowed(inner)
        }
    }

    /// From a quoted text with its quotes, of which nothing else is known.
    #[inline]
    pub(crate) fn unquoted(raw: &'de str) -> Self {
        let is_doubled = memchr(b'"', &raw.as_bytes()[1..raw.len() - 1]).is_some();
        Self::of_quoted(Quoted { raw, is_doubled })
    }

    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Owned(text) => text,
        }
    }
}

/// A raw name, blanks around it and quotes taken off.
pub(super) fn unquoted(raw: &str) -> Text<'_> {
    let raw = raw.trim();
    // A quote alone, which lenient reading lets through, is a character.
    if raw.len() > 1 && raw.starts_with('"') && raw.ends_with('"') {
        Text::unquoted(raw)
    } else {
        Text::Borrowed(raw)
    }
}

/// The text with one quote for every two.
pub(crate) fn undoubled(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr(b'"', rest.as_bytes()) {
        single.push_str(&rest[..=at]);
        let after = &rest[at + 1..];
        rest = after.strip_prefix('"').unwrap_or(after);
    }
    single.push_str(rest);
    single
}
