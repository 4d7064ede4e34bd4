use std::collections::HashSet;

use serde::de::{DeserializeSeed, MapAccess};

use super::entries::Entries;
use super::key::Key;
use super::{Reader, ValueReader};
use crate::error::{Category, Error, Result};
use crate::grammar::Within;
use crate::options::Duplicates;

/// The entries of a map whose keys are values of a type.
pub(super) struct MapReader<'a, 'de> {
    entries: Entries<'a, 'de>,
    /// The keys so far, if none may come twice.
    #[expect(clippy::box_collection, reason = "maps are moved; most have none")]
    seen: Option<Box<HashSet<&'de str>>>,
}

impl<'a, 'de> MapReader<'a, 'de> {
    #[inline]
    pub(super) fn open(reader: &'a mut Reader<'de>) -> Result<Self> {
        let entries = Entries::open(reader)?;
        let refuses = entries.reader.options.duplicates == Duplicates::Refused;
        let seen = refuses.then(Box::default);
        Ok(Self { entries, seen })
    }

    /// Notes a key that ends where the reader is, and refuses it the second time.
    #[cold]
    fn note(&mut self, start: usize) -> Result<()> {
        let reader = &self.entries.reader;
        let key = &reader.whole()[start..reader.at()];
        if self.seen.as_mut().is_none_or(|seen| seen.insert(key)) {
            return Ok(());
        }
        let message = format!("the key {} comes twice", key.trim_end_matches(':'));
        Err(reader.fault_at(Category::Data, message, start))
    }

    /// Passes over what the visitor did not ask for.
    #[inline]
    pub(super) fn close(&mut self) -> Result<()> {
        self.entries.close()
    }
}

impl<'de> MapAccess<'de> for &mut MapReader<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.entries.advance()? {
            return Ok(None);
        }
        self.entries.reader.note_place();
        let at = self.entries.reader.at();
        let key = seed.deserialize(Key::new(self.entries.reader))?;
        if self.seen.is_some() {
            self.note(at)?;
        }
        Ok(Some(key))
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.entries.reader.note_place();
        seed.deserialize(ValueReader::new(self.entries.reader, Within::Map))
    }
}
