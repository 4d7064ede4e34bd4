use std::fmt;

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
    },
    /// A sign-out: forget them all.
    Ended,
}

/// Never shows the ids, which are as good as a password.
impl fmt::Debug for SessionChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Started { .. } => "Started",
            Self::Ended => "Ended",
        })
    }
}
