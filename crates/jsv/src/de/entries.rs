use super::Reader;
use crate::error::{Category, Result};
use crate::grammar::{self, Within};

/// The way from entry to entry of a map whose brace is open.
pub(super) struct Entries<'a, 'de> {
    pub(super) reader: &'a mut Reader<'de>,
    is_first: bool,
    is_closed: bool,
}

impl<'a, 'de> Entries<'a, 'de> {
    #[inline]
    pub(super) fn open(reader: &'a mut Reader<'de>) -> Result<Self> {
        match reader.peek() {
            Some(b'{') => reader.enter()?,
            Some(_) => return Err(reader.fault(Category::Syntax, "expected a map: '{'")),
            None => return Err(reader.fault(Category::Eof, "expected a map: '{'")),
        }
        reader.skip(1);
        Ok(Self {
            reader,
            is_first: true,
            is_closed: false,
        })
    }

    /// Goes to the next entry; false after the last.
    // Here and on the way of a member, a call costs structs a fifth of their time.
    #[inline(always)]
    pub(super) fn advance(&mut self) -> Result<bool> {
        if self.is_closed {
            return Ok(false);
        }
        if self.is_first {
            self.is_first = false;
            let is_empty = self.reader.skip_closing(b'}');
            if is_empty {
                self.finish();
            }
            return Ok(!is_empty);
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

    /// Passes over what the visitor did not ask for.
    #[inline(always)]
    pub(super) fn close(&mut self) -> Result<()> {
        if self.is_closed {
            return Ok(());
        }
        self.skip_others()
    }

    #[inline(never)]
    fn skip_others(&mut self) -> Result<()> {
        while self.advance()? {
            self.reader.skip_key()?;
            self.reader.raw(Within::Map)?;
        }
        Ok(())
    }
}
