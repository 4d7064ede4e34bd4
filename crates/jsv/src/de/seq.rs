use serde::de::{DeserializeSeed, SeqAccess};

use super::{Reader, ValueReader};
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
    #[inline]
    pub(super) fn open(reader: &'a mut Reader<'de>) -> Result<Self> {
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

    /// A list that takes all of the text: blanks around it do not count, and it needs no
    /// brackets.
    pub(super) fn at_root(reader: &'a mut Reader<'de>) -> Result<Self> {
        reader.trim();
        if reader.peek() == Some(b'[') {
            return Self::open(reader);
        }
        Ok(Self {
            reader,
            within: Within::OpenList,
            is_first: true,
            is_closed: false,
        })
    }

    /// Goes to the next slot; false after the last.
    #[inline]
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
        if self.within == Within::OpenList {
            self.is_closed = self.reader.peek().is_none();
            return self.is_closed;
        }
        let is_empty = self.reader.skip_closing(b']');
        if is_empty {
            self.finish();
        }
        is_empty
    }

    fn finish(&mut self) {
        self.is_closed = true;
        if self.within == Within::List {
            self.reader.leave();
        }
    }

    /// Checks that the visitor has asked for everything: what it leaves would be lost.
    #[inline]
    pub(super) fn close(&mut self) -> Result<()> {
        if self.advance()? {
            let message = "the list holds more items than its type";
            return Err(self.reader.fault(Category::Data, message));
        }
        Ok(())
    }
}

impl<'de> SeqAccess<'de> for &mut SeqReader<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.advance()? {
            return Ok(None);
        }
        self.reader.note_place();
        seed.deserialize(ValueReader::new(self.reader, self.within))
            .map(Some)
    }
}
