use std::fmt;

/// An HTTP method that an operation can be called with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "the names are the methods of RFC 9110 and RFC 5789"
)]
pub enum Verb {
    Get,
    Post,
    Put,
    Delete,
    Patch,
    Options,
    Head,
}

impl Verb {
    /// Every verb, in the order that CORS and `Allow` list them.
    pub const ALL: [Self; 7] = [
        Self::Get,
        Self::Post,
        Self::Put,
        Self::Delete,
        Self::Patch,
        Self::Options,
        Self::Head,
    ];

    /// The method's name as it is sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
        }
    }

    /// The verb of that name, in any case; `None` if there is none.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|verb| verb.as_str().eq_ignore_ascii_case(name))
    }

    /// Whether ServiceStack reads a form body for this verb.
    pub const fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of verbs; [`Verbs::ANY`] stands for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Verbs(u8);

impl Verbs {
    /// Every verb, as a route or service that names none accepts.
    pub const ANY: Self = Self(u8::MAX);

    /// Exactly these verbs; none at all means [`Verbs::ANY`].
    pub const fn of(verbs: &[Verb]) -> Self {
        if verbs.is_empty() {
            return Self::ANY;
        }
        let (mut bits, mut at) = (0, 0);
        while at < verbs.len() {
            bits |= verbs[at].bit();
            at += 1;
        }
        Self(bits)
    }

    /// Whether no verb was named, so that each is accepted.
    pub const fn is_any(self) -> bool {
        self.0 == u8::MAX
    }

    /// Whether `verb` is in the set.
    pub const fn contains(self, verb: Verb) -> bool {
        self.0 & verb.bit() != 0
    }

    /// The one verb of the set, if there is exactly one.
    pub fn single(self) -> Option<Verb> {
        let mut verbs = self.iter();
        let first = verbs.next()?;
        verbs.next().is_none().then_some(first)
    }

    /// The verbs of the set in the order of [`Verb::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Verb> {
        Verb::ALL
            .into_iter()
            .filter(move |verb| self.contains(*verb))
    }

    /// Both sets together.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The names joined by `separator`: `GET,POST`. Empty for [`Verbs::ANY`].
    pub fn join(self, separator: &str) -> String {
        if self.is_any() {
            return String::new();
        }
        self.iter()
            .map(Verb::as_str)
            .collect::<Vec<_>>()
            .join(separator)
    }
}

impl Default for Verbs {
    fn default() -> Self {
        Self::ANY
    }
}
