use std::collections::HashSet;

use memchr::memchr2;

use super::slot::Slot;
use crate::de::{Ends, mark_length};
use crate::error::{Category, Error, Result};
use crate::options::ReadOptions;
use crate::scan::work;

/// How many members may be left at their defaults because they do not fit. Each takes an attempt
/// of its own, so that without a limit a text could ask for as many as it has letters.
pub(super) const MEMBERS_LEFT_OUT: usize = 100;

/// All of a text, and what earlier attempts at reading it have learnt.
#[derive(Debug)]
pub(super) struct Document<'de> {
    pub(super) text: &'de str,
    ends: Ends,
    pub(super) options: ReadOptions,
    depth_left: u8,
    /// Where the values begin that do not fit their members.
    left_out: HashSet<usize>,
}

/// A part of the text: from one place up to another.
pub(super) type Part = std::ops::Range<usize>;

impl<'de> Document<'de> {
    pub(super) fn new(text: &'de str, options: ReadOptions) -> Self {
        Self {
            text,
            ends: Ends::of(text),
            options,
            depth_left: options.max_depth,
            left_out: HashSet::new(),
        }
    }

    /// All of the text, for another attempt.
    pub(super) fn root(&mut self) -> Slot<'_, 'de> {
        self.depth_left = self.options.max_depth;
        let part = mark_length(self.text)..self.text.len();
        Slot::new(self, part)
    }

    pub(super) fn bytes(&self) -> &'de [u8] {
        self.text.as_bytes()
    }

    pub(super) fn of(&self, part: &Part) -> &'de str {
        &self.text[part.clone()]
    }

    /// The value that begins where `within` does, cut out.
    pub(super) fn value(&self, within: &Part) -> Part {
        let begin = within.start;
        let bytes = &self.bytes()[within.clone()];
        let end = match bytes.first() {
            None | Some(b',' | b'}') => begin,
            Some(b'"') => self.after_quoted(within),
            Some(b'{' | b'[') => self
                .ends
                .after(begin)
                .map_or(within.end, |end| end.min(within.end)),
            Some(_) => {
                let found = memchr2(b',', b'}', bytes);
                found.map_or(within.end, |found| begin + found)
            }
        };
        work::count(end - begin);
        begin..end
    }

    /// Where the quoted text ends that begins where `within` does: with it, if no quote closes it.
    pub(super) fn after_quoted(&self, within: &Part) -> usize {
        let bytes = &self.bytes()[within.clone()];
        let mut at = 1;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(b'"', rest)) {
            at += found + 1;
            if bytes.get(at) != Some(&b'"') {
                return within.start + at;
            }
            at += 1;
        }
        within.end
    }

    /// Where the map ends that is a key.
    pub(super) fn after_map(&self, within: &Part) -> usize {
        let end = self.ends.after(within.start);
        end.map_or(within.end, |end| end.min(within.end))
    }

    /// The place after the character at `at`, whatever it is.
    pub(super) fn after_character(&self, at: usize) -> usize {
        let character = self.text[at..].chars().next();
        at + character.map_or(0, char::len_utf8)
    }

    /// Reads what is one level deeper.
    pub(super) fn deeper<T>(
        &mut self,
        at: usize,
        read: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        let Some(left) = self.depth_left.checked_sub(1) else {
            return Err(self.fault(Category::Depth, crate::grammar::TOO_DEEP, at));
        };
        self.depth_left = left;
        let value = read(self)?;
        self.depth_left += 1;
        Ok(value)
    }

    /// Whether the value that begins there did not fit its member.
    pub(super) fn is_left_out(&self, begin: usize) -> bool {
        self.left_out.contains(&begin)
    }

    /// What to do about a member that does not fit: leave it out in another attempt, if there
    /// may be one.
    #[cold]
    pub(super) fn member_error(&mut self, error: Error, begin: usize) -> Error {
        if self.left_out.len() < MEMBERS_LEFT_OUT && error.may_be_passed_over() {
            self.left_out.insert(begin);
            return Error::attempt_ended();
        }
        error.or_at(self.text, begin)
    }

    #[cold]
    pub(super) fn fault(&self, category: Category, message: impl Into<String>, at: usize) -> Error {
        Error::at(category, message, self.text, at)
    }
}
