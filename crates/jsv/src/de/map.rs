use std::collections::HashSet;

use serde::de::{DeserializeSeed, MapAccess};

use super::key::Key;
use super::member::{MemberName, Members};
use super::{Reader, ValueReader};
use crate::error::{Category, Error, Result};
use crate::grammar::{self, Within};
use crate::options::Duplicates;

/// The entries of a map whose brace is open.
pub(super) struct MapReader<'a, 'de> {
    pub(super) reader: &'a mut Reader<'de>,
    /// The members, if the map is a struct.
    members: Option<Members>,
    /// The keys so far, if none may come twice.
    seen: Option<HashSet<&'de str>>,
    is_first: bool,
    is_closed: bool,
}

impl<'a, 'de> MapReader<'a, 'de> {
    #[inline]
    pub(super) fn open(reader: &'a mut Reader<'de>) -> Result<Self> {
        match reader.peek() {
            Some(b'{') => reader.enter()?,
            Some(_) => return Err(reader.fault(Category::Syntax, "expected a map: '{'")),
            None => return Err(reader.fault(Category::Eof, "expected a map: '{'")),
        }
        reader.skip(1);
        let refuses = reader.options.duplicates == Duplicates::Refused;
        Ok(Self {
            reader,
            members: None,
            seen: refuses.then(HashSet::new),
            is_first: true,
            is_closed: false,
        })
    }

    /// The keys are members of a struct: blanks before them and their case do not count.
    #[inline]
    pub(super) fn of_struct(mut self, fields: &'static [&'static str]) -> Self {
        self.members = Some(Members::of(fields, self.reader));
        self.seen = None;
        self
    }

    /// Goes to the next entry; false after the last.
    #[inline]
    pub(super) fn advance(&mut self) -> Result<bool> {
        if self.is_closed {
            return Ok(false);
        }
        if self.is_first {
            self.is_first = false;
            return Ok(!self.skip_closing_brace());
        }
        match self.reader.peek() {
            Some(b',') => {
                self.reader.skip(1);
                Ok(true)
            }
            Some(b'}') => {
                self.reader.skip(1);
                self.finish();
                Ok(false)
            }
            Some(_) => Err(self.reader.fault(Category::Syntax, "expected ',' or '}'")),
            None => Err(self.reader.fault(Category::Eof, "a map is never closed")),
        }
    }

    /// `{}`, or nothing but blanks before the brace.
    fn skip_closing_brace(&mut self) -> bool {
        let start = self.reader.at();
        self.reader.skip_blanks();
        let is_empty = self.reader.peek() == Some(b'}');
        if is_empty {
            self.reader.skip(1);
            self.finish();
        } else {
            self.reader.move_to(start);
        }
        is_empty
    }

    fn finish(&mut self) {
        self.is_closed = true;
        self.reader.leave();
    }

    /// The raw name of a member at the place. Readable text breaks lines before one; before a
    /// quoted one, .NET takes the quotes for a part of the name.
    #[inline]
    pub(super) fn name(&mut self) -> Result<&'de str> {
        if self.reader.skip_blanks() > 0 && self.reader.peek() == Some(b'"') {
            let message = "blanks stand before a quoted name";
            return Err(self.reader.fault(Category::Syntax, message));
        }
        self.reader.apply(grammar::key)
    }

    /// Notes a key that ends where the reader is, and refuses it the second time.
    #[cold]
    fn note(&mut self, start: usize) -> Result<()> {
        let key = &self.reader.whole()[start..self.reader.at()];
        if self.seen.as_mut().is_none_or(|seen| seen.insert(key)) {
            return Ok(());
        }
        let message = format!("the key {} comes twice", key.trim_end_matches(':'));
        Err(self.reader.fault_at(Category::Data, message, start))
    }

    /// Passes over what the visitor did not ask for.
    pub(super) fn close(mut self) -> Result<()> {
        while self.advance()? {
            self.reader.skip_key()?;
            self.reader.raw(Within::Map)?;
        }
        Ok(())
    }

    #[inline]
    fn member<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        loop {
            let raw = self.name()?;
            let at = self.reader.at() - 1 - raw.len();
            let Some(members) = &mut self.members else {
                return Ok(None);
            };
            let name = MemberName::of(raw, members.fields(), members.expected());
            if members.is_shadowed(at) {
                self.reader.raw(Within::Map)?;
                if !self.advance()? {
                    return Ok(None);
                }
                continue;
            }
            members.note(&name, self.reader, at)?;
            let key = seed.deserialize(name);
            return key
                .map(Some)
                .map_err(|error| self.reader.locate_at(error, at));
        }
    }
}

impl<'de> MapAccess<'de> for &mut MapReader<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.advance()? {
            return Ok(None);
        }
        if self.members.is_some() {
            return self.member(seed);
        }
        let at = self.reader.at();
        let key = seed.deserialize(Key::new(self.reader));
        let key = key.map_err(|error| self.reader.locate_at(error, at))?;
        if self.seen.is_some() {
            self.note(at)?;
        }
        Ok(Some(key))
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let at = self.reader.at();
        let value = seed.deserialize(ValueReader::new(self.reader, Within::Map));
        value.map_err(|error| self.reader.locate_at(error, at))
    }
}
