use std::fmt;
use std::time::Duration;

use contract::SecretText;

/// What a client is to do with its session cookies.
#[derive(Clone, PartialEq, Eq)]
pub enum SessionChange {
    /// A sign-in: take these ids and forget earlier ones.
    Started {
        /// `ss-id`.
        session_id: String,
        /// `ss-pid`.
        permanent_session_id: String,
        /// Whether `ss-pid` is the active one (`rememberMe`).
        is_permanent: bool,
        /// Whether tokens that there may be are to be forgotten.
        forgets_tokens: bool,
    },
    /// Tokens that stand for a session: keep them as cookies.
    Tokens {
        /// `ss-tok`.
        access: TimedToken,
        /// `ss-reftok`; none where the client keeps the one it has.
        refresh: Option<TimedToken>,
        /// Whether they outlive the browser (`rememberMe`).
        is_permanent: bool,
        /// Whether the ids of a session are to be forgotten.
        ends_session: bool,
    },
    /// An access token in a cookie that is good for nothing: forget it.
    TokenRefused,
    /// A sign-out: forget them all.
    Ended {
        /// Whether there may be tokens among them.
        tokens: bool,
    },
}

/// A token and how long it is good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimedToken {
    /// The token.
    pub token: SecretText,
    /// How long it is good for from now on.
    pub lifetime: Duration,
    /// When it expires, since 1970.
    pub expires: Duration,
}

/// Never shows ids or tokens, which are as good as a password.
impl fmt::Debug for SessionChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Started { .. } => "Started",
            Self::Tokens { .. } => "Tokens",
            Self::TokenRefused => "TokenRefused",
            Self::Ended { .. } => "Ended",
        })
    }
}
