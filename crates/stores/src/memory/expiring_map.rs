use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// After that many insertions the expired entries are swept out, so that a long life of many
/// short ones does not grow.
const SWEEP_EVERY: usize = 1024;

/// A map whose entries expire. Times are since 1970, and are given by the caller.
#[derive(Debug)]
pub(super) struct ExpiringMap<K, V>(Mutex<Entries<K, V>>);

#[derive(Debug)]
struct Entries<K, V> {
    by_key: HashMap<K, (V, Duration)>,
    since_sweep: usize,
}

impl<K: Eq + Hash, V: Clone> ExpiringMap<K, V> {
    /// Keeps a value until `expires`.
    pub(super) fn put(&self, key: K, value: V, expires: Duration, now: Duration) {
        self.put_if(key, value, expires, now, |_| true);
    }

    /// Keeps a value until `expires`, if `is_right` says yes to what is there; says whether it did.
    pub(super) fn put_if(
        &self,
        key: K,
        value: V,
        expires: Duration,
        now: Duration,
        is_right: impl FnOnce(Option<&V>) -> bool,
    ) -> bool {
        let mut entries = self.lock();
        let found = entries.by_key.get(&key);
        let live = found.filter(|(_, expires)| *expires > now);
        if !is_right(live.map(|(value, _)| value)) {
            return false;
        }
        entries.by_key.insert(key, (value, expires));
        entries.since_sweep += 1;
        if entries.since_sweep >= SWEEP_EVERY {
            entries.since_sweep = 0;
            entries.by_key.retain(|_, (_, expires)| *expires > now);
        }
        true
    }

    /// The value, if it has not expired at `now`.
    pub(super) fn get(&self, key: &K, now: Duration) -> Option<V> {
        let entries = self.lock();
        let (value, expires) = entries.by_key.get(key)?;
        (*expires > now).then(|| value.clone())
    }

    pub(super) fn remove(&self, key: &K) {
        self.lock().by_key.remove(key);
    }

    /// Every change is whole before the lock is let go, so that a panic elsewhere spoils nothing.
    fn lock(&self) -> MutexGuard<'_, Entries<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K, V> Default for ExpiringMap<K, V> {
    fn default() -> Self {
        Self(Mutex::new(Entries {
            by_key: HashMap::new(),
            since_sweep: 0,
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{ExpiringMap, SWEEP_EVERY};

    #[test]
    fn expired_entries_do_not_pile_up() {
        let map = ExpiringMap::default();
        for at in 0..10 * SWEEP_EVERY as u64 {
            map.put(at, (), Duration::from_secs(at + 1), Duration::from_secs(at));
        }
        assert!(map.lock().by_key.len() <= SWEEP_EVERY);
    }
}
