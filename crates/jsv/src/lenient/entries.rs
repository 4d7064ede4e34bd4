use std::collections::HashSet;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, VariantAccess, Visitor,
};

use super::document::{Document, Part};
use super::slot::{Slot, unquoted};
use crate::de::{Text, VariantName};
use crate::error::{Category, Error, Result};
use crate::options::Duplicates;

/// Goes from entry to entry of a map.
pub(super) struct Entries {
    /// What is left.
    pub(super) rest: Part,
}

/// A key and its value, both cut out.
pub(super) struct Entry {
    pub(super) key: Part,
    pub(super) value: Part,
}

impl Entries {
    /// The entries of a map; the brace before them may be missing.
    pub(super) fn of(document: &Document<'_>, part: &Part) -> Self {
        let mut rest = part.clone();
        if document.of(part).starts_with('{') {
            rest.start += 1;
        }
        if matches!(document.of(&rest).trim(), "" | "}") {
            rest.start = rest.end;
        }
        Self { rest }
    }

    /// The next entry. What stands between it and the one after is left.
    pub(super) fn next(&mut self, document: &Document<'_>) -> Result<Option<Entry>> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let begin = self.rest.start;
        let end = match document.bytes()[begin] {
            b'"' => document.after_quoted(&self.rest),
            b'{' => document.after_map(&self.rest),
            _ => {
                // The first character is not looked at: a key has at least one.
                let second = document.after_character(begin);
                let found = memchr::memchr(b':', &document.bytes()[second..self.rest.end]);
                let Some(found) = found else {
                    let message = "a key has no ':' after it";
                    return Err(document.fault(Category::Eof, message, begin));
                };
                second + found
            }
        };
        // Whatever stands where the colon should is passed over unseen.
        self.rest.start = document.after_character(end).min(self.rest.end);
        let value = document.value(&self.rest);
        self.rest.start = value.end;
        let key = begin..end;
        Ok(Some(Entry { key, value }))
    }

    /// Passes over a separator, if there is one.
    pub(super) fn skip_separator(&mut self, document: &Document<'_>) {
        if let Some(b',' | b'}') = document.bytes()[self.rest.clone()].first() {
            self.rest.start += 1;
        }
    }

    /// Passes over one character, whatever it is.
    pub(super) fn skip_character(&mut self, document: &Document<'_>) {
        self.rest.start = document.after_character(self.rest.start).min(self.rest.end);
    }

    /// The variant of an enum that is written as a map.
    pub(super) fn variant<'a, 'de>(
        document: &'a mut Document<'de>,
        part: Part,
        variants: &'static [&'static str],
    ) -> Result<Variant<'a, 'de>> {
        match Self::of(document, &part).next(document)? {
            Some(entry) => Ok(Variant {
                document,
                entry,
                variants,
            }),
            None => Err(de::Error::custom("the map of a variant is empty")),
        }
    }
}

/// The entries of a map, for a visitor.
pub(super) struct MapEntries<'a, 'de> {
    document: &'a mut Document<'de>,
    entries: Entries,
    value: Part,
    /// The keys so far, if none may come twice.
    seen: Option<HashSet<&'de str>>,
}

impl<'a, 'de> MapEntries<'a, 'de> {
    pub(super) fn of(document: &'a mut Document<'de>, part: Part) -> Self {
        let refuses = document.options.duplicates == Duplicates::Refused;
        Self {
            entries: Entries::of(document, &part),
            document,
            value: part,
            seen: refuses.then(HashSet::new),
        }
    }
}

impl<'de> MapAccess<'de> for MapEntries<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(entry) = self.entries.next(self.document)? else {
            return Ok(None);
        };
        self.entries.skip_separator(self.document);
        self.value = entry.value;
        let raw = self.document.of(&entry.key);
        if self.seen.as_mut().is_some_and(|seen| !seen.insert(raw)) {
            let message = format!("the key {raw} comes twice");
            let fault = self
                .document
                .fault(Category::Data, message, entry.key.start);
            return Err(fault.made_final());
        }
        let begin = entry.key.start;
        let key = seed.deserialize(Slot::new(self.document, entry.key));
        key.map(Some)
            .map_err(|error| error.or_at(self.document.text, begin))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let begin = self.value.start;
        let value = seed.deserialize(Slot::new(self.document, self.value.clone()));
        value.map_err(|error| error.or_at(self.document.text, begin))
    }
}

/// `{Name:content}`.
pub(super) struct Variant<'a, 'de> {
    document: &'a mut Document<'de>,
    entry: Entry,
    variants: &'static [&'static str],
}

impl<'a, 'de> EnumAccess<'de> for Variant<'a, 'de> {
    type Error = Error;
    type Variant = Slot<'a, 'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Slot<'a, 'de>)> {
        let name: Text<'de> = unquoted(self.document, &self.entry.key)?;
        let variant = VariantName::of(name.as_str(), self.variants).give(seed)?;
        Ok((variant, Slot::new(self.document, self.entry.value)))
    }
}

impl<'de> VariantAccess<'de> for Slot<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_struct("", fields, visitor)
    }
}
