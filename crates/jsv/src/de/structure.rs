use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, MapAccess};

use super::entries::Entries;
use super::member::{MemberName, Members};
use super::{Reader, ValueReader};
use crate::error::{Error, Result};
use crate::grammar::Within;

/// The entries of a map whose keys are the members of a struct: blanks before them and their case
/// do not count.
pub(super) struct StructReader<'a, 'de> {
    entries: Entries<'a, 'de>,
    members: Members,
}

impl<'a, 'de> StructReader<'a, 'de> {
    #[inline]
    pub(super) fn open(
        reader: &'a mut Reader<'de>,
        fields: &'static [&'static str],
    ) -> Result<Self> {
        let entries = Entries::open(reader)?;
        let members = Members::of(fields, entries.reader);
        Ok(Self { entries, members })
    }

    /// A member that is not the one expected, or not spelled as the struct spells it.
    #[inline(never)]
    fn named_member<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        loop {
            let raw = self.entries.name()?;
            let reader = &mut *self.entries.reader;
            let at = reader.at() - 1 - raw.len();
            let name = MemberName::of(raw, self.members.fields(), self.members.expected());
            if !self.members.is_shadowed(at) {
                self.members.note(&name, reader, at)?;
                reader.note_place();
                return seed.deserialize(name).map(Some);
            }
            self.members.check_shadowed(&name, reader, at)?;
            reader.raw(Within::Map)?;
            if !self.entries.advance()? {
                return Ok(None);
            }
        }
    }

    /// Passes over what the visitor did not ask for.
    #[inline]
    pub(super) fn close(&mut self) -> Result<()> {
        self.entries.close()
    }
}

impl<'de> MapAccess<'de> for &mut StructReader<'_, 'de> {
    type Error = Error;

    #[inline(always)]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.entries.advance()? {
            return Ok(None);
        }
        if let Some(field) = self.members.take_expected(self.entries.reader) {
            self.entries.reader.note_place();
            let name = BorrowedStrDeserializer::new(field);
            return seed.deserialize(name).map(Some);
        }
        self.named_member(seed)
    }

    #[inline(always)]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.entries.reader.note_place();
        seed.deserialize(ValueReader::new(self.entries.reader, Within::Map))
    }
}
