use serde::de::{Deserializer, Visitor};

use super::Reader;
use super::ends::Ends;
use super::reader::Shadowing;
use super::text::{Text, unquoted};
use crate::error::{Category, Error, Result};
use crate::grammar::{self, Within};
use crate::options::Duplicates;

/// The members of a struct that is being read.
pub(super) struct Members {
    fields: &'static [&'static str],
    /// The member that comes next if the text keeps the order of the struct.
    expected: usize,
    /// A bit for each member so far.
    seen: u64,
    /// Whether the keys were looked through for those that a later one replaces.
    is_sought: bool,
    /// Where those stand, if there are any.
    shadowed: Option<Box<[usize]>>,
}

/// How many members have a bit that says whether they came.
const MOST_NOTED: usize = 64;
/// How many members in a row are looked past for the one that comes next.
const MOST_LEFT_OUT: usize = 8;

impl Members {
    #[inline]
    pub(super) fn of(fields: &'static [&'static str], reader: &mut Reader<'_>) -> Self {
        let is_sought = matches!(reader.shadowing, Shadowing::Sought(_));
        let is_sought = is_sought && !fields.is_empty() || fields.len() > MOST_NOTED;
        let shadowed = is_sought.then(|| shadowed(fields, reader)).flatten();
        Self {
            fields,
            expected: 0,
            seen: 0,
            is_sought,
            shadowed,
        }
    }

    pub(super) fn fields(&self) -> &'static [&'static str] {
        self.fields
    }

    pub(super) fn expected(&self) -> usize {
        self.expected
    }

    /// Whether a later member of the same name replaces the one at the place.
    #[inline]
    pub(super) fn is_shadowed(&self, at: usize) -> bool {
        let shadowed = self.shadowed.as_ref();
        shadowed.is_some_and(|places| places.binary_search(&at).is_ok())
    }

    /// Goes over the name of a member that is expected, if it comes next, spelled as the struct
    /// spells it, for the first time, and is not replaced by a later one.
    #[inline(always)]
    pub(super) fn take_expected(&mut self, reader: &mut Reader<'_>) -> Option<&'static str> {
        if self.shadowed.is_some() {
            return None;
        }
        // Writers keep the order of the struct and leave out what is null.
        let last = self.fields.len().min(self.expected + MOST_LEFT_OUT);
        for index in self.expected..last {
            let field = self.fields[index];
            if !reader.skip_name(field) {
                continue;
            }
            let bit = bit(index);
            if self.seen & bit != 0 {
                reader.go_back(field.len() + 1);
                return None;
            }
            self.seen |= bit;
            self.expected = index + 1;
            return Some(field);
        }
        None
    }

    /// Refuses a member that a later one replaces, if none may come twice.
    pub(super) fn check_shadowed(
        &self,
        name: &MemberName<'_>,
        reader: &mut Reader<'_>,
        at: usize,
    ) -> Result<()> {
        match name.index {
            Some(index) if reader.options.duplicates == Duplicates::Refused => {
                Err(self.duplicate(index, reader, at))
            }
            _ => Ok(()),
        }
    }

    /// Notes a member that is about to be read.
    #[inline]
    pub(super) fn note(
        &mut self,
        name: &MemberName<'_>,
        reader: &mut Reader<'_>,
        at: usize,
    ) -> Result<()> {
        let Some(index) = name.index else {
            // A type that names no fields matches the names itself.
            if reader.options.unknown_members_refused && !self.fields.is_empty() {
                let message = format!("no member is named {}", name.raw);
                return Err(reader.fault_at(Category::Data, message, at));
            }
            return Ok(());
        };
        self.expected = index + 1;
        let bit = bit(index);
        if self.seen & bit != 0 {
            return Err(self.duplicate(index, reader, at));
        }
        self.seen |= bit;
        Ok(())
    }

    #[cold]
    fn duplicate(&self, index: usize, reader: &mut Reader<'_>, at: usize) -> Error {
        if self.is_sought || reader.options.duplicates == Duplicates::Refused {
            let message = format!("the member {} comes twice", self.fields[index]);
            return reader.fault_at(Category::Data, message, at);
        }
        reader.end_attempt()
    }
}

/// The bit of a member; none for those that have no place.
#[inline]
fn bit(index: usize) -> u64 {
    let shift = u32::try_from(index).unwrap_or(u32::MAX);
    1_u64.checked_shl(shift).unwrap_or(0)
}

/// A member's name, given to the struct in the spelling that it knows.
pub(super) struct MemberName<'de> {
    raw: &'de str,
    fields: &'static [&'static str],
    /// Which of the fields it is.
    index: Option<usize>,
}

impl<'de> MemberName<'de> {
    #[inline]
    pub(super) fn of(raw: &'de str, fields: &'static [&'static str], expected: usize) -> Self {
        let index = if fields.get(expected).is_some_and(|field| *field == raw) {
            Some(expected)
        } else {
            position(raw, fields)
        };
        Self { raw, fields, index }
    }

    fn text(&self) -> Text<'de> {
        unquoted(self.raw)
    }
}

/// Which of the fields a raw name is.
pub(crate) fn position(raw: &str, fields: &[&str]) -> Option<usize> {
    let text = unquoted(raw);
    named(text.as_str(), fields)
}

/// Which of the fields goes by a name: in its very spelling first, then in any case.
pub(crate) fn named(name: &str, fields: &[&str]) -> Option<usize> {
    let exact = fields.iter().position(|field| *field == name);
    exact.or_else(|| fields.iter().position(|field| same_name(field, name)))
}

impl<'de> Deserializer<'de> for MemberName<'de> {
    type Error = Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if let Some(index) = self.index {
            return visitor.visit_borrowed_str(self.fields[index]);
        }
        match self.text() {
            Text::Borrowed(text) => visitor.visit_borrowed_str(text),
            Text::Owned(text) => visitor.visit_string(text),
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
    letters(field).eq(letters(name))
}

fn letters(name: &str) -> impl Iterator<Item = u8> {
    let bytes = name.bytes().filter(|byte| *byte != b'_');
    bytes.map(|byte| byte.to_ascii_lowercase())
}

/// Looks through the keys of the struct at the place, without reading a value, and tells which
/// of them a later one replaces. What breaks the grammar ends the look; reading will tell.
fn shadowed(fields: &'static [&'static str], reader: &mut Reader<'_>) -> Option<Box<[usize]>> {
    let ends = match &mut reader.shadowing {
        Shadowing::Sought(ends) => ends.take(),
        Shadowing::Unexpected => None,
    };
    let ends = ends.unwrap_or_else(|| Ends::of(reader.whole()));
    let start = reader.at();
    let mut last = vec![None; fields.len()];
    let mut shadowed = Vec::new();
    while let Some((at, raw)) = next_key(reader, &ends) {
        if let Some(index) = position(raw, fields) {
            shadowed.extend(last[index].replace(at));
        }
    }
    reader.move_to(start);
    reader.shadowing = Shadowing::Sought(Some(ends));
    shadowed.sort_unstable();
    (!shadowed.is_empty()).then(|| shadowed.into())
}

/// The place of the next key and its text; goes over the value and the comma too.
fn next_key<'de>(reader: &mut Reader<'de>, ends: &Ends) -> Option<(usize, &'de str)> {
    reader.skip_blanks();
    let at = reader.at();
    // Past the reader's faults, which say where they are: that takes a look at all of the text.
    let (rest, raw) = grammar::key(reader.rest()).ok()?;
    let rest = match rest.as_bytes().first() {
        Some(b'{' | b'[') => {
            let begin = reader.whole().len() - rest.len();
            reader.whole().get(ends.after(begin)?..)?
        }
        _ => {
            grammar::value(Within::Map, reader.is_outermost())(rest)
                .ok()?
                .0
        }
    };
    reader.move_to(reader.whole().len() - rest.len());
    if reader.peek() == Some(b',') {
        reader.skip(1);
    } else {
        reader.move_to(reader.whole().len());
    }
    Some((at, raw))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn case_and_underscores_do_not_count_but_the_exact_spelling_wins() {
        assert_eq!(named("b", &["B", "b"]), Some(1));
        assert_eq!(named("organisationID", &["id", "organisation_id"]), Some(1));
        assert_eq!(named("Organisation_Id", &["organisation_id"]), Some(0));
        assert_eq!(named("organisation_id", &["organisationId"]), None);
    }
}
