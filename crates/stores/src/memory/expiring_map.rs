use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::time::Duration;

/// How many expired entries a change clears away at most: more than a change can add, so that a
/// long life of many short ones does not grow, and no change has to wait for all of them.
const CLEARED_AT_ONCE: usize = 4;

/// A map whose entries expire. Times are since 1970, and are given by the caller. Every operation
/// takes at most logarithmic time.
#[derive(Debug)]
pub(super) struct ExpiringMap<K, V> {
    by_key: HashMap<K, Entry<V>>,
    /// The entries in the order in which they expire; those of one time in that of their making.
    by_expiry: BTreeMap<Place, K>,
    made: u64,
}

/// When an entry expires, and which one it is of all that were made.
type Place = (Duration, u64);

#[derive(Debug)]
struct Entry<V> {
    value: V,
    place: Place,
}

impl<K: Eq + Hash + Clone, V> ExpiringMap<K, V> {
    /// Keeps a value until `expires`. What was cleared away by the way is the answer.
    pub(super) fn put(
        &mut self,
        key: K,
        value: V,
        expires: Duration,
        now: Duration,
    ) -> Vec<(K, V)> {
        let place = (expires, self.made);
        self.made += 1;
        let replaced = self.by_key.insert(key.clone(), Entry { value, place });
        if let Some(replaced) = replaced {
            self.by_expiry.remove(&replaced.place);
        }
        self.by_expiry.insert(place, key);
        self.clear_expired(now)
    }

    /// The value, if it has not expired at `now`.
    pub(super) fn get(&self, key: &K, now: Duration) -> Option<&V> {
        let entry = self.by_key.get(key)?;
        (entry.place.0 > now).then_some(&entry.value)
    }

    pub(super) fn remove(&mut self, key: &K) -> Option<V> {
        let entry = self.by_key.remove(key)?;
        self.by_expiry.remove(&entry.place);
        Some(entry.value)
    }

    fn clear_expired(&mut self, now: Duration) -> Vec<(K, V)> {
        let mut cleared = Vec::new();
        while cleared.len() < CLEARED_AT_ONCE
            && let Some(first) = self.by_expiry.first_entry()
            && first.key().0 <= now
        {
            let key = first.remove();
            if let Some(entry) = self.by_key.remove(&key) {
                cleared.push((key, entry.value));
            }
        }
        cleared
    }
}

impl<K, V> Default for ExpiringMap<K, V> {
    fn default() -> Self {
        Self {
            by_key: HashMap::new(),
            by_expiry: BTreeMap::new(),
            made: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{CLEARED_AT_ONCE, ExpiringMap};

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn length<V>(map: &ExpiringMap<u64, V>) -> usize {
        assert_eq!(map.by_key.len(), map.by_expiry.len());
        map.by_key.len()
    }

    #[test]
    fn expired_entries_do_not_pile_up() {
        let mut map = ExpiringMap::default();
        for key in 0..1000 {
            map.put(key, (), at(key + 1), at(key));
        }
        assert_eq!(length(&map), 1);
        // Many that expire at once go a few at a time.
        for key in 1000..2000 {
            map.put(key, (), at(5000), at(1000));
        }
        for key in 2000..2500 {
            assert!(map.put(key, (), at(9000), at(6000)).len() <= CLEARED_AT_ONCE);
        }
        assert_eq!(length(&map), 500);
    }

    #[test]
    fn an_entry_that_is_replaced_or_removed_leaves_nothing_behind() {
        let mut map = ExpiringMap::default();
        map.put(1, "a", at(10), at(0));
        map.put(1, "b", at(20), at(0));
        map.put(2, "c", at(20), at(0));
        assert_eq!(map.get(&1, at(19)), Some(&"b"));
        assert_eq!(map.get(&1, at(20)), None);
        assert_eq!((map.remove(&2), map.remove(&2)), (Some("c"), None));
        assert_eq!(length(&map), 1);
        let cleared = map.put(3, "d", at(30), at(20));
        assert_eq!(cleared, [(1, "b")]);
        assert_eq!(length(&map), 1);
    }
}
