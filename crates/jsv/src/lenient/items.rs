use serde::de::{DeserializeSeed, SeqAccess};

use super::document::{Document, Part};
use super::entries::Entries;
use super::slot::Slot;
use crate::de::{Absent, item_number};
use crate::error::{Category, Error, Result};

/// The items of a list, its brackets present or not.
pub(super) struct Items<'a, 'de> {
    document: &'a mut Document<'de>,
    rest: Part,
    /// The first item is a map: then one character of any sort stands between items.
    holds_maps: bool,
    /// A separator was the last: an item with nothing in it follows.
    is_slot_left: bool,
}

impl<'a, 'de> Items<'a, 'de> {
    pub(super) fn of(document: &'a mut Document<'de>, part: Part) -> Result<Self> {
        let raw = document.of(&part);
        let trimmed = raw.trim();
        let begin = part.start + raw.len() - raw.trim_start().len();
        let mut rest = begin..begin + trimmed.len();
        if let Some(inner) = trimmed.strip_prefix('[') {
            // The last character goes too, whatever it is.
            let mut inner = inner.chars();
            if inner.next_back().is_none() {
                return Err(document.fault(Category::Eof, "a list is never closed", part.start));
            }
            rest = begin + 1..begin + 1 + inner.as_str().len();
        }
        if document.of(&rest).trim().is_empty() {
            rest.start = rest.end;
        }
        let holds_maps = document.of(&rest).starts_with('{');
        Ok(Self {
            document,
            rest,
            holds_maps,
            is_slot_left: false,
        })
    }

    /// The next item, cut out.
    fn next(&mut self) -> Option<Part> {
        if self.rest.is_empty() {
            let end = self.rest.end;
            return std::mem::take(&mut self.is_slot_left).then_some(end..end);
        }
        let item = self.document.value(&self.rest);
        self.rest.start = item.end;
        if self.holds_maps {
            let after = self.document.after_character(item.end);
            self.rest.start = after.min(self.rest.end);
        } else if let Some(b',' | b'}') = self.document.bytes()[self.rest.clone()].first() {
            self.rest.start += 1;
            self.is_slot_left = self.rest.is_empty();
        }
        Some(item)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some(item) = self.next() else {
            return Ok(None);
        };
        let begin = item.start;
        let value = seed.deserialize(Slot::new(self.document, item));
        value
            .map(Some)
            .map_err(|error| error.or_at(self.document.text, begin))
    }
}

/// The items of a tuple: `{Item1:a,Item2:b}` in any order.
pub(super) struct TupleItems<'a, 'de> {
    document: &'a mut Document<'de>,
    items: std::vec::IntoIter<Option<Part>>,
}

impl<'a, 'de> TupleItems<'a, 'de> {
    pub(super) fn of(document: &'a mut Document<'de>, part: Part, len: usize) -> Result<Self> {
        let mut entries = Entries::of(document, &part);
        let mut items = vec![None; len];
        while let Some(entry) = entries.next(document)? {
            entries.skip_character(document);
            let number = item_number(document.of(&entry.key)).unwrap_or(0);
            if let Some(item) = number.checked_sub(1).and_then(|at| items.get_mut(at)) {
                *item = Some(entry.value);
            }
        }
        let items = items.into_iter();
        Ok(Self { document, items })
    }
}

impl<'de> SeqAccess<'de> for TupleItems<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        match self.items.next() {
            None => Ok(None),
            Some(None) => seed.deserialize(Absent { what: "item" }).map(Some),
            Some(Some(item)) => seed.deserialize(Slot::new(self.document, item)).map(Some),
        }
    }
}
