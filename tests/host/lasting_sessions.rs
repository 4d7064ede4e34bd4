//! Sessions that a sign-out does not end, for checkers that sign a user in once and go on with
//! that session after the case that signs it out: each case was recorded with a living one.

use std::time::Duration;

use identity::{Session, SessionKey, SessionStore, StoreError};
use service::BoxFuture;
use stores::MemorySessions;

/// [`MemorySessions`] that are only ended by time.
#[derive(Debug, Default)]
pub(crate) struct LastingSessions(MemorySessions);

impl SessionStore for LastingSessions {
    fn put<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a Session,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        self.0.put(key, session, lifetime, now)
    }

    fn get<'a>(
        &'a self,
        key: &'a SessionKey,
        now: Duration,
    ) -> BoxFuture<'a, Result<Option<Session>, StoreError>> {
        self.0.get(key, now)
    }

    fn remove<'a>(&'a self, _key: &'a SessionKey) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async { Ok(()) })
    }
}
