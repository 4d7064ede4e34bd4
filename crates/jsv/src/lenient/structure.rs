use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, MapAccess};

use super::document::{Document, Part};
use super::entries::{Entries, Entry};
use super::slot::{Slot, unquoted};
use crate::de::named;
use crate::error::{Category, Error, Result};
use crate::options::Duplicates;

/// The members of a struct, the last of each name, without those that did not fit.
pub(super) struct StructEntries<'a, 'de> {
    document: &'a mut Document<'de>,
    members: std::vec::IntoIter<Member>,
    fields: &'static [&'static str],
    value: Part,
}

struct Member {
    entry: Entry,
    /// Which of the fields it is.
    index: Option<usize>,
}

impl<'a, 'de> StructEntries<'a, 'de> {
    pub(super) fn of(
        document: &'a mut Document<'de>,
        part: Part,
        fields: &'static [&'static str],
    ) -> Result<Self> {
        if !document.of(&part).starts_with('{') {
            let category = if part.is_empty() {
                Category::Eof
            } else {
                Category::Syntax
            };
            return Err(document.fault(category, "expected a map: '{'", part.start));
        }
        let mut entries = Entries::of(document, &part);
        let mut members: Vec<Option<Member>> = Vec::new();
        let mut last = vec![None; fields.len()];
        while let Some(entry) = entries.next(document)? {
            entries.skip_character(document);
            let index = index_of(document, &entry, fields)?;
            // What did not fit replaces nothing.
            if document.is_left_out(entry.value.start) {
                continue;
            }
            if let Some(earlier) = index.and_then(|index| last[index].replace(members.len())) {
                replace(document, &entry, &mut members[earlier])?;
            }
            members.push(Some(Member { entry, index }));
        }
        let members: Vec<Member> = members.into_iter().flatten().collect();
        Ok(Self {
            document,
            members: members.into_iter(),
            fields,
            value: part,
        })
    }
}

/// Which of the fields an entry is for.
fn index_of(
    document: &Document<'_>,
    entry: &Entry,
    fields: &'static [&'static str],
) -> Result<Option<usize>> {
    let name = unquoted(document, &entry.key)?;
    let index = named(name.as_str().trim(), fields);
    if index.is_none() && document.options.unknown_members_refused && !fields.is_empty() {
        let message = format!("no member is named {}", name.as_str());
        let fault = document.fault(Category::Data, message, entry.key.start);
        return Err(fault.made_final());
    }
    Ok(index)
}

/// Drops a member that a later one replaces.
fn replace(document: &Document<'_>, entry: &Entry, earlier: &mut Option<Member>) -> Result<()> {
    if document.options.duplicates == Duplicates::Refused {
        let message = format!("the member {} comes twice", document.of(&entry.key));
        let fault = document.fault(Category::Data, message, entry.key.start);
        return Err(fault.made_final());
    }
    *earlier = None;
    Ok(())
}

impl<'de> MapAccess<'de> for StructEntries<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(Member { entry, index }) = self.members.next() else {
            return Ok(None);
        };
        self.value = entry.value;
        let text = unquoted(self.document, &entry.key)?;
        let name = index.map_or_else(|| text.as_str().trim(), |index| self.fields[index]);
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let value = seed.deserialize(Slot::new(self.document, self.value.clone()));
        value.map_err(|error| self.document.member_error(error, self.value.start))
    }
}
