use serde::de::{DeserializeSeed, SeqAccess};

use super::map::MapReader;
use super::{Reader, Value};
use crate::error::{Category, Error, Result};
use crate::grammar::Within;

/// The items of a list that is open.
pub(super) struct SeqReader<'a, 'de> {
    reader: &'a mut Reader<'de>,
    within: Within,
    is_first: bool,
    is_closed: bool,
}

impl<'a, 'de> SeqReader<'a, 'de> {
    pub(super) fn open(reader: &'a mut Reader<'de>, _holder: Within) -> Result<Self> {
        match reader.peek() {
            Some(b'[') => reader.enter()?,
            Some(_) => return Err(reader.fault(Category::Syntax, "expected a list: '['")),
            None => return Err(reader.fault(Category::Eof, "expected a list: '['")),
        }
        reader.skip(1);
        Ok(Self {
            reader,
            within: Within::List,
            is_first: true,
            is_closed: false,
        })
    }

    /// A list that takes all of the text and has no brackets.
    pub(super) fn bare(reader: &'a mut Reader<'de>) -> Self {
        Self {
            reader,
            within: Within::OpenList,
            is_first: true,
            is_closed: false,
        }
    }

    /// Goes to the next slot; false after the last.
    fn advance(&mut self) -> Result<bool> {
        if self.is_closed {
            return Ok(false);
        }
        if self.is_first {
            self.is_first = false;
            return Ok(!self.skip_closing());
        }
        match (self.reader.peek(), self.within) {
            (Some(b','), _) => {
                self.reader.skip(1);
                Ok(true)
            }
            (Some(b']'), Within::List) => {
                self.reader.skip(1);
                self.finish();
                Ok(false)
            }
            (None, Within::OpenList) => {
                self.is_closed = true;
                Ok(false)
            }
            (Some(_), _) => Err(self.reader.fault(Category::Syntax, "expected ',' or ']'")),
            (None, _) => Err(self.reader.fault(Category::Eof, "a list is never closed")),
        }
    }

    /// `[]`, or nothing but blanks before the bracket.
    fn skip_closing(&mut self) -> bool {
        let rest = self.reader.rest();
        if self.within == Within::OpenList {
            self.is_closed = rest.is_empty();
            return self.is_closed;
        }
        let blanks = rest.len() - rest.trim_start().len();
        let is_empty = rest.as_bytes().get(blanks) == Some(&b']');
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

    /// Passes over what the visitor did not ask for.
    pub(super) fn close(mut self) -> Result<()> {
        while self.advance()? {
            self.reader.raw(self.within)?;
        }
        Ok(())
    }
}

impl<'de> SeqAccess<'de> for &mut SeqReader<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.advance()? {
            return Ok(None);
        }
        let at = self.reader.at();
        let item = seed.deserialize(Value::new(self.reader, self.within));
        item.map(Some)
            .map_err(|error| error.or_at_reader(self.reader, at))
    }
}

/// The values of a map in their order, as a tuple takes them.
pub(super) struct Items<'m, 'a, 'de>(pub(super) &'m mut MapReader<'a, 'de>);

impl<'de> SeqAccess<'de> for Items<'_, '_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.0.advance()? {
            return Ok(None);
        }
        self.0.key()?;
        seed.deserialize(Value::new(self.0.reader, Within::Map))
            .map(Some)
    }
}
