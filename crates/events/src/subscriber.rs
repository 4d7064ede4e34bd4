use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use contract::Map;
use service::Caller;
use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::channel::{Channel, joined};
use crate::event::Frame;

/// Who knows it may send heartbeats and unregister, so it is never shown.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SubscriberId(pub(crate) Arc<str>);

impl Borrow<str> for SubscriberId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SubscriberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubscriberId(redacted)")
    }
}

/// Somebody who listens.
#[derive(Debug)]
pub(crate) struct Subscriber {
    /// Its place in the order of arrival.
    pub(crate) number: u64,
    pub(crate) identity: Identity,
    pub(crate) channels: Vec<Channel>,
    /// Since 1970-01-01T00:00:00Z.
    pub(crate) created: Duration,
    pub(crate) last_heartbeat: Instant,
    pub(crate) queue: mpsc::Sender<Frame>,
}

/// Whose subscription it is.
#[derive(Debug, Clone)]
pub(crate) enum Identity {
    /// A user, in one session.
    User {
        user_id: i64,
        display_name: String,
        /// By its fingerprint.
        session: String,
    },
    /// Nobody who has signed in, by a number.
    Anonymous(u64),
}

impl Identity {
    pub(crate) fn of(caller: Option<&Caller>, number: u64) -> Self {
        match caller {
            None => Self::Anonymous(number),
            Some(caller) => Self::User {
                user_id: caller.user_id,
                display_name: caller.display_name.clone(),
                session: caller.session.clone(),
            },
        }
    }

    /// Its user, if anybody has signed in.
    pub(crate) fn user_id(&self) -> Option<i64> {
        match self {
            Self::User { user_id, .. } => Some(*user_id),
            Self::Anonymous(_) => None,
        }
    }

    /// Whether it is that user.
    pub(crate) fn is_user(&self, id: i64) -> bool {
        self.user_id() == Some(id)
    }

    /// Whether it is in that session.
    pub(crate) fn is_in_session(&self, fingerprint: &str) -> bool {
        matches!(self, Self::User { session, .. } if session == fingerprint)
    }

    /// Whether `caller`, who knows the id, may act for the subscription: the session that made it,
    /// or anybody where that was nobody's.
    pub(crate) fn admits(&self, caller: Option<&Caller>) -> bool {
        match self {
            Self::Anonymous(_) => true,
            Self::User { session, .. } => caller.is_some_and(|caller| caller.session == *session),
        }
    }
}

impl Subscriber {
    /// What everybody in its channels may know of it, by the names that clients know.
    pub(crate) fn public_facts(&self) -> Map<String, String> {
        let (user_id, display_name, is_authenticated) = match &self.identity {
            Identity::User {
                user_id,
                display_name,
                ..
            } => (user_id.to_string(), display_name.clone(), true),
            Identity::Anonymous(number) => ("-1".to_owned(), format!("user{number}"), false),
        };
        let facts = [
            ("userId", user_id),
            ("isAuthenticated", is_authenticated.to_string()),
            ("displayName", display_name),
            ("channels", joined(&self.channels)),
            ("createdAt", self.created.as_millis().to_string()),
        ];
        facts
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }
}
