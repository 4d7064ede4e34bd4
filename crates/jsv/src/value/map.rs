use std::borrow::Cow;
use std::ops::Index;

use super::Value;

/// The entries of a map in the order of the text, each key once.
///
/// Entries stand side by side in one vector: reading makes no tree and hashes nothing, and
/// looking a key up compares it with those before it. Two maps are equal if they have the same
/// entries, in whatever order.
#[derive(Debug, Clone, Default)]
pub struct Map<'a> {
    entries: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> Map<'a> {
    /// A map without entries.
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
        }
    }

    /// How many entries there are.
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        let mut entries = self.entries.iter();
        entries.find(|entry| entry.0 == key).map(|entry| &entry.1)
    }

    /// The value of a key, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value<'a>> {
        let mut entries = self.entries.iter_mut();
        let entry = entries.find(|entry| entry.0 == key);
        entry.map(|entry| &mut entry.1)
    }

    /// Whether the key is there.
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Sets the value of a key and returns the one before. A new key goes to the end.
    pub fn insert(
        &mut self,
        key: impl Into<Cow<'a, str>>,
        value: impl Into<Value<'a>>,
    ) -> Option<Value<'a>> {
        let (key, value) = (key.into(), value.into());
        match self.get_mut(&key) {
            Some(before) => Some(std::mem::replace(before, value)),
            None => {
                self.entries.push((key, value));
                None
            }
        }
    }

    /// Takes an entry out; the others keep their order.
    pub fn remove(&mut self, key: &str) -> Option<Value<'a>> {
        let at = self.entries.iter().position(|entry| entry.0 == key)?;
        Some(self.entries.remove(at).1)
    }

    /// The entries in order.
    pub fn iter(&self) -> Iter<'_, 'a> {
        Iter(self.entries.iter())
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.0)
    }

    /// The values in order.
    pub fn values(&self) -> impl Iterator<Item = &Value<'a>> {
        self.entries.iter().map(|entry| &entry.1)
    }

    /// The same, with every text copied.
    pub fn into_owned(self) -> Map<'static> {
        let entries = self.entries.into_iter();
        let owned = entries.map(|(key, value)| (Cow::Owned(key.into_owned()), value.into_owned()));
        Map {
            entries: owned.collect(),
        }
    }

    /// The entries by their keys.
    fn sorted(&self) -> Vec<(&str, &Value<'a>)> {
        let mut entries: Vec<_> = self.iter().collect();
        entries.sort_unstable_by_key(|entry| entry.0);
        entries
    }

    /// From the entries of a text.
    pub(super) fn of_entries(entries: Vec<(Cow<'a, str>, Value<'a>)>) -> Self {
        let mut map = Self { entries };
        map.settle_duplicates();
        map
    }

    /// The entries, for a reader that settles duplicates afterwards.
    pub(super) const fn entries_mut(&mut self) -> &mut Vec<(Cow<'a, str>, Value<'a>)> {
        &mut self.entries
    }

    /// Lets a later entry replace an earlier one of the same key.
    #[inline]
    pub(super) fn settle_duplicates(&mut self) {
        let holds_duplicates = match self.entries.as_slice() {
            [] | [_] => false,
            // Few keys are mostly told apart by their lengths.
            entries if entries.len() <= 4 => hold_duplicates(entries),
            entries if entries.len() > 64 => true,
            entries => may_hold_duplicates(entries) && hold_duplicates(entries),
        };
        if holds_duplicates {
            self.drop_duplicates();
        }
    }

    /// Keeps the place of the first of several entries and the value of the last.
    fn drop_duplicates(&mut self) {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by(|a, b| self.entries[*a].0.cmp(&self.entries[*b].0));
        let is_same = |a: &usize, b: &usize| self.entries[*a].0 == self.entries[*b].0;
        let groups = order.chunk_by(is_same).filter(|group| group.len() > 1);
        let groups: Vec<&[usize]> = groups.collect();
        let mut is_dropped = vec![false; if groups.is_empty() { 0 } else { order.len() }];
        for group in groups {
            if let [first, others @ .., last] = group {
                self.entries[*first].1 = self.entries[*last].1.take();
                is_dropped[*last] = true;
                others.iter().for_each(|at| is_dropped[*at] = true);
            }
        }
        let mut dropped = is_dropped.into_iter();
        self.entries.retain(|_| !dropped.next().unwrap_or(false));
    }
}

impl PartialEq for Map<'_> {
    fn eq(&self, other: &Self) -> bool {
        if self.len() != other.len() {
            return false;
        }
        // Mostly the order is the same as well, and nothing needs to be sorted.
        if self.keys().eq(other.keys()) {
            return self.values().eq(other.values());
        }
        self.sorted() == other.sorted()
    }
}

impl Eq for Map<'_> {}

/// False if no key comes twice for sure: no two keys share a bit.
fn may_hold_duplicates(entries: &[(Cow<'_, str>, Value<'_>)]) -> bool {
    let mut bits = [0_u64; 16];
    let mut is_shared = false;
    for (key, _) in entries {
        let hash = spread(key.as_bytes());
        let (word, bit) = ((hash >> 60) as usize, 1 << (hash >> 54 & 63));
        is_shared |= bits[word] & bit != 0;
        bits[word] |= bit;
    }
    is_shared
}

/// Compares each key with those before it.
fn hold_duplicates(entries: &[(Cow<'_, str>, Value<'_>)]) -> bool {
    let comes_before = |(at, entry): (usize, &(Cow<'_, str>, _))| {
        entries[..at].iter().any(|before| before.0 == entry.0)
    };
    entries.iter().enumerate().any(comes_before)
}

/// Spreads keys over the bits of a number: by their length and up to sixteen of their bytes.
#[inline(always)]
fn spread(key: &[u8]) -> u64 {
    let (head, tail) = match (key.first_chunk::<8>(), key.last_chunk::<8>()) {
        (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        _ => match (key.first_chunk::<4>(), key.last_chunk::<4>()) {
            (Some(head), Some(tail)) => (
                u64::from(u32::from_le_bytes(*head)),
                u64::from(u32::from_le_bytes(*tail)),
            ),
            _ => {
                let byte = |at: usize| key.get(at).map_or(0, |byte| u64::from(*byte));
                (byte(0) << 8 | byte(1), byte(2))
            }
        },
    };
    let mixed = (head ^ key.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ tail;
    mixed.wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

impl<'a> Index<&str> for Map<'a> {
    type Output = Value<'a>;

    /// The value of a key; null if there is none.
    fn index(&self, key: &str) -> &Value<'a> {
        self.get(key).unwrap_or(&super::NULL)
    }
}

impl<'a, K: Into<Cow<'a, str>>, V: Into<Value<'a>>> FromIterator<(K, V)> for Map<'a> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let entries = entries.into_iter();
        let entries = entries.map(|(key, value)| (key.into(), value.into()));
        Self::of_entries(entries.collect())
    }
}

/// The entries of a [`Map`] in order.
#[derive(Debug, Clone)]
pub struct Iter<'m, 'a>(std::slice::Iter<'m, (Cow<'a, str>, Value<'a>)>);

impl<'m, 'a> Iterator for Iter<'m, 'a> {
    type Item = (&'m str, &'m Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (&**key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_, '_> {}

impl<'m, 'a> IntoIterator for &'m Map<'a> {
    type Item = (&'m str, &'m Value<'a>);
    type IntoIter = Iter<'m, 'a>;

    fn into_iter(self) -> Iter<'m, 'a> {
        self.iter()
    }
}

/// The entries of a [`Map`] that is given up, in order.
#[derive(Debug)]
pub struct IntoIter<'a>(std::vec::IntoIter<(Cow<'a, str>, Value<'a>)>);

impl<'a> Iterator for IntoIter<'a> {
    type Item = (Cow<'a, str>, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'a> IntoIterator for Map<'a> {
    type Item = (Cow<'a, str>, Value<'a>);
    type IntoIter = IntoIter<'a>;

    fn into_iter(self) -> IntoIter<'a> {
        IntoIter(self.entries.into_iter())
    }
}

#[cfg(test)]
mod tests {
    use super::Map;

    #[test]
    fn the_last_of_several_wins_at_the_place_of_the_first() {
        for count in [3_usize, 70] {
            let others = (0..count).map(|at| (format!("key{at}"), at.to_string()));
            let doubled = [("a", "1"), ("b", "2"), ("a", "3")];
            let doubled = doubled.map(|(key, value)| (key.to_owned(), value.to_owned()));
            let map: Map<'_> = doubled.into_iter().chain(others).collect();
            assert_eq!(map.len(), count + 2);
            assert_eq!(map.keys().take(3).collect::<Vec<_>>(), ["a", "b", "key0"]);
            assert_eq!(map["a"], "3");
        }
    }

    #[test]
    fn entries_are_set_and_taken_in_order() {
        let mut map = Map::new();
        assert_eq!(map.insert("b", 1), None);
        assert_eq!(map.insert("a", 2), None);
        assert_eq!(map.insert("b", true), Some("1".into()));
        assert_eq!(map.iter().next(), Some(("b", &"True".into())));
        assert_eq!(map.remove("b"), Some(true.into()));
        assert!(!map.contains_key("b"));
        assert_eq!(map.into_iter().count(), 1);
    }
}
