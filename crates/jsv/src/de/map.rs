use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

use super::key::Key;
use super::text::Text;
use super::{Reader, Value};
use crate::error::{Category, Error, Result};
use crate::grammar::{self, Within};

/// The entries of a map whose brace is open.
pub(super) struct MapReader<'a, 'de> {
    pub(super) reader: &'a mut Reader<'de>,
    fields: Option<&'static [&'static str]>,
    is_first: bool,
    is_closed: bool,
}

impl<'a, 'de> MapReader<'a, 'de> {
    pub(super) fn open(reader: &'a mut Reader<'de>) -> Result<Self> {
        match reader.peek() {
            Some(b'{') => reader.enter()?,
            Some(_) => return Err(reader.fault(Category::Syntax, "expected a map: '{'")),
            None => return Err(reader.fault(Category::Eof, "expected a map: '{'")),
        }
        reader.skip(1);
        Ok(Self {
            reader,
            fields: None,
            is_first: true,
            is_closed: false,
        })
    }

    /// The keys are members of a struct: blanks around them and their case do not count.
    pub(super) fn of_struct(mut self, fields: &'static [&'static str]) -> Self {
        self.fields = Some(fields);
        self
    }

    /// Goes to the next entry; false after the last.
    pub(super) fn advance(&mut self) -> Result<bool> {
        if self.is_closed {
            return Ok(false);
        }
        if self.is_first {
            self.is_first = false;
            if self.skip_closing_brace() {
                return Ok(false);
            }
            return Ok(true);
        }
        match self.reader.peek() {
            Some(b',') => self.reader.skip(1),
            Some(b'}') => {
                self.reader.skip(1);
                self.finish();
                return Ok(false);
            }
            Some(_) => return Err(self.reader.fault(Category::Syntax, "expected ',' or '}'")),
            None => return Err(self.reader.fault(Category::Eof, "a map is never closed")),
        }
        Ok(true)
    }

    /// `{}`, or nothing but blanks before the brace.
    fn skip_closing_brace(&mut self) -> bool {
        let rest = self.reader.rest();
        let blanks = rest.len() - rest.trim_start().len();
        let is_empty = rest.as_bytes().get(blanks) == Some(&b'}');
        if is_empty {
            self.reader.skip(blanks + 1);
            self.finish();
        }
        is_empty
    }

    fn finish(&mut self) {
        self.is_closed = true;
        self.reader.leave();
    }

    /// The raw key at the place.
    pub(super) fn key(&mut self) -> Result<&'de str> {
        if self.fields.is_some() {
            // Readable text breaks lines before a member.
            let rest = self.reader.rest();
            self.reader.skip(rest.len() - rest.trim_start().len());
        }
        self.reader.apply(grammar::key)
    }

    /// Passes over what the visitor did not ask for.
    pub(super) fn close(mut self) -> Result<()> {
        while self.advance()? {
            self.key()?;
            self.reader.raw(Within::Map)?;
        }
        Ok(())
    }
}

impl<'de> MapAccess<'de> for &mut MapReader<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.advance()? {
            return Ok(None);
        }
        let at = self.reader.at();
        let raw = self.key()?;
        let key = match self.fields {
            Some(fields) => seed.deserialize(MemberName {
                raw: raw.trim(),
                fields,
            }),
            None => seed.deserialize(Key { raw }),
        };
        key.map(Some)
            .map_err(|error| error.or_at_reader(self.reader, at))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let at = self.reader.at();
        let value = seed.deserialize(Value::new(self.reader, Within::Map));
        value.map_err(|error| error.or_at_reader(self.reader, at))
    }
}

/// A member's name, given to the struct in the spelling that it knows.
struct MemberName<'de> {
    raw: &'de str,
    fields: &'static [&'static str],
}

impl<'de> Deserializer<'de> for MemberName<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let text = if self.raw.starts_with('"') {
            Text::unquoted(self.raw)
        } else {
            Text::Borrowed(self.raw)
        };
        let known = self
            .fields
            .iter()
            .find(|field| same_name(field, text.as_str()));
        match (known, text) {
            (Some(field), _) => visitor.visit_borrowed_str(field),
            (None, Text::Borrowed(text)) => visitor.visit_borrowed_str(text),
            (None, Text::Owned(text)) => visitor.visit_string(text),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

/// `OrganisationId`, `organisationId` and `organisation_id` are the same member.
fn same_name(field: &str, name: &str) -> bool {
    if field.eq_ignore_ascii_case(name) {
        return true;
    }
    if !field.contains('_') {
        return false;
    }
    let letters = |text: &str| {
        text.bytes()
            .filter(|b| *b != b'_')
            .map(|b| b.to_ascii_lowercase())
            .collect::<Vec<_>>()
    };
    letters(field) == letters(name)
}
