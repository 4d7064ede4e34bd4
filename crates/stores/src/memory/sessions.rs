use std::collections::{HashMap, VecDeque};
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use identity::{Provider, Session, SessionKey, SessionStore, StoreError};
use service::BoxFuture;

use super::expiring_map::ExpiringMap;

/// Sessions in this process: they end with it.
///
/// A user has so many at most, by each way of signing in; with one more the oldest ends. Without
/// that a client which signs in with every request could fill the memory, and by each way, so
/// that a program which sends HTTP Basic does not sign its user out of the browser.
#[derive(Debug)]
pub struct MemorySessions {
    most: NonZeroUsize,
    kept: Mutex<Kept>,
}

/// Every session, and the keys of a user's from the oldest on. Neither holds what the other lacks.
#[derive(Debug, Default)]
struct Kept {
    sessions: ExpiringMap<SessionKey, Session>,
    by_owner: HashMap<Owner, VecDeque<SessionKey>>,
}

type Owner = (i64, Provider);

impl MemorySessions {
    /// With `most` sessions of a user and a way of signing in.
    pub fn new(most: NonZeroUsize) -> Self {
        Self {
            most,
            kept: Mutex::default(),
        }
    }

    /// Every change is whole before the lock is let go, so that a panic elsewhere spoils nothing.
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn put(&mut self, key: &SessionKey, session: &Session, expires: Duration, now: Duration) {
        self.remove(key);
        let cleared = self
            .sessions
            .put(key.clone(), session.clone(), expires, now);
        let keys = self.by_owner.entry(owner(session)).or_default();
        keys.push_back(key.clone());
        for (key, session) in cleared {
            self.forget(&key, &session);
        }
    }

    /// Ends the oldest sessions of that owner until there are `most`.
    fn bound(&mut self, owner: Owner, most: usize) {
        let Some(keys) = self.by_owner.get_mut(&owner) else {
            return;
        };
        while keys.len() > most {
            if let Some(oldest) = keys.pop_front() {
                self.sessions.remove(&oldest);
            }
        }
    }

    fn remove(&mut self, key: &SessionKey) {
        if let Some(session) = self.sessions.remove(key) {
            self.forget(key, &session);
        }
    }

    fn forget(&mut self, key: &SessionKey, session: &Session) {
        let owner = owner(session);
        let Some(keys) = self.by_owner.get_mut(&owner) else {
            return;
        };
        keys.retain(|own| own != key);
        if keys.is_empty() {
            self.by_owner.remove(&owner);
        }
    }
}

const fn owner(session: &Session) -> Owner {
    (session.user_id, session.provider)
}

impl SessionStore for MemorySessions {
    fn put<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a Session,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        let mut kept = self.lock();
        kept.put(key, session, now.saturating_add(lifetime), now);
        kept.bound(owner(session), self.most.get());
        Box::pin(async { Ok(()) })
    }

    fn get<'a>(
        &'a self,
        key: &'a SessionKey,
        now: Duration,
    ) -> BoxFuture<'a, Result<Option<Session>, StoreError>> {
        let session = self.lock().sessions.get(key, now).cloned();
        Box::pin(async move { Ok(session) })
    }

    fn remove<'a>(&'a self, key: &'a SessionKey) -> BoxFuture<'a, Result<(), StoreError>> {
        self.lock().remove(key);
        Box::pin(async { Ok(()) })
    }
}

impl Default for MemorySessions {
    /// With a hundred.
    fn default() -> Self {
        const HUNDRED: NonZeroUsize = NonZeroUsize::new(100).unwrap();
        Self::new(HUNDRED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(user_id: i64, provider: Provider) -> Session {
        Session {
            user_id,
            provider,
            stamp: String::new(),
            is_permanent: false,
            started: Duration::ZERO,
        }
    }

    async fn put(store: &MemorySessions, id: &str, session: &Session, now: u64) {
        let (lifetime, now) = (Duration::from_secs(100), Duration::from_secs(now));
        let key = SessionKey::of(id);
        store.put(&key, session, lifetime, now).await.unwrap();
    }

    async fn live(store: &MemorySessions, ids: &[&str], now: u64) -> Vec<bool> {
        let mut found = Vec::new();
        for id in ids {
            let key = SessionKey::of(id);
            let session = store.get(&key, Duration::from_secs(now)).await;
            found.push(session.unwrap().is_some());
        }
        found
    }

    #[tokio::test]
    async fn with_one_session_too_many_the_oldest_of_its_kind_ends() {
        let store = MemorySessions::new(NonZeroUsize::new(2).unwrap());
        let (jane, joe) = (
            session(1, Provider::Credentials),
            session(2, Provider::Credentials),
        );
        let basic = session(1, Provider::Basic);
        for (id, owner) in [("a", &jane), ("b", &joe), ("c", &jane)] {
            put(&store, id, owner, 0).await;
        }
        for id in ["x", "y", "z"] {
            put(&store, id, &basic, 0).await;
        }
        let ids = ["a", "b", "c", "x", "y", "z"];
        let expected = [true, true, true, false, true, true];
        assert_eq!(live(&store, &ids, 1).await, expected);
        put(&store, "d", &jane, 1).await;
        assert_eq!(live(&store, &["a", "c", "d"], 1).await, [false, true, true]);
        // One that was ended counts no more, nor does one that was put again.
        store.remove(&SessionKey::of("c")).await.unwrap();
        put(&store, "d", &jane, 1).await;
        put(&store, "e", &jane, 1).await;
        assert_eq!(live(&store, &["d", "e"], 1).await, [true, true]);
    }

    #[tokio::test]
    async fn nothing_is_left_of_sessions_that_are_over() {
        let store = MemorySessions::default();
        for at in 0..1000 {
            let owner = session(i64::try_from(at % 7).unwrap(), Provider::Basic);
            put(&store, &at.to_string(), &owner, at).await;
        }
        for at in 900..1000 {
            store
                .remove(&SessionKey::of(&at.to_string()))
                .await
                .unwrap();
        }
        put(&store, "last", &session(8, Provider::Basic), 2000).await;
        let kept = store.lock();
        let listed: usize = kept.by_owner.values().map(VecDeque::len).sum();
        assert_eq!((listed, kept.by_owner.len()), (1, 1));
    }
}
