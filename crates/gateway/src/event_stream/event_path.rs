use contract::{Verb, Verbs};

/// A path of the server events. What else they have is operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EventPath {
    Stream,
    Heartbeat,
    Unregister,
}

impl EventPath {
    /// The path that decoded segments lead to, in any case.
    pub(crate) fn find(segments: &[impl AsRef<str>]) -> Option<Self> {
        let [only] = segments else {
            return None;
        };
        let is = |name: &str| only.as_ref().eq_ignore_ascii_case(name);
        if is("event-stream") {
            Some(Self::Stream)
        } else if is("event-heartbeat") {
            Some(Self::Heartbeat)
        } else if is("event-unregister") {
            Some(Self::Unregister)
        } else {
            None
        }
    }

    /// The verbs that it takes. Browsers and ServiceStack's clients post heartbeats; the id is the
    /// proof, so that a GET does no harm.
    pub(crate) const fn verbs(self) -> Verbs {
        match self {
            Self::Stream => Verbs::of(&[Verb::Get]),
            Self::Heartbeat | Self::Unregister => Verbs::of(&[Verb::Get, Verb::Post]),
        }
    }
}
