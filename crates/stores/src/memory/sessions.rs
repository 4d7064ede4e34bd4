use std::time::Duration;

use identity::{Session, SessionKey, SessionStore, StoreError};
use service::BoxFuture;

use super::expiring_map::ExpiringMap;

/// Sessions in this process: they end with it.
#[derive(Debug, Default)]
pub struct MemorySessions(ExpiringMap<SessionKey, Session>);

impl SessionStore for MemorySessions {
    fn put<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a Session,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        let expires = now.saturating_add(lifetime);
        self.0.put(key.clone(), session.clone(), expires, now);
        Box::pin(async { Ok(()) })
    }

    fn get<'a>(
        &'a self,
        key: &'a SessionKey,
        now: Duration,
    ) -> BoxFuture<'a, Result<Option<Session>, StoreError>> {
        let session = self.0.get(key, now);
        Box::pin(async move { Ok(session) })
    }

    fn remove<'a>(&'a self, key: &'a SessionKey) -> BoxFuture<'a, Result<(), StoreError>> {
        self.0.remove(key);
        Box::pin(async { Ok(()) })
    }
}
