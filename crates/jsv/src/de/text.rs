/// A text, copied only where a quote in it was doubled.
#[derive(Debug)]
pub(crate) enum Text<'de> {
    Borrowed(&'de str),
    Owned(String),
}

impl<'de> Text<'de> {
    /// From a quoted text with its quotes.
    #[inline]
    pub(crate) fn unquoted(quoted: &'de str) -> Self {
        let inner = &quoted[1..quoted.len() - 1];
        if memchr::memchr(b'"', inner.as_bytes()).is_none() {
            return Self::Borrowed(inner);
        }
        Self::Owned(inner.replace("\"\"", "\""))
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
    if raw.starts_with('"') {
        Text::unquoted(raw)
    } else {
        Text::Borrowed(raw)
    }
}
