use nom::{Err, IResult};

use super::text::Text;
use crate::error::{Category, Error, Result};
use crate::grammar::{self, Fault, Within};
use crate::options::ReadOptions;

/// The text and the place in it.
#[derive(Debug)]
pub(crate) struct Reader<'de> {
    input: &'de str,
    at: usize,
    depth_left: u8,
}

impl<'de> Reader<'de> {
    pub(super) fn new(input: &'de str, options: ReadOptions) -> Self {
        Self {
            input,
            at: 0,
            depth_left: options.max_depth,
        }
    }

    pub(super) fn set_options(&mut self, options: ReadOptions) {
        self.depth_left = options.max_depth;
    }

    /// What is left to read.
    pub(crate) fn rest(&self) -> &'de str {
        &self.input[self.at..]
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The next byte.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.input.as_bytes().get(self.at).copied()
    }

    /// Goes over `count` bytes of ASCII.
    pub(crate) fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Applies a rule of the grammar at the place.
    pub(crate) fn apply(
        &mut self,
        rule: impl Fn(&'de str) -> IResult<&'de str, &'de str, Fault>,
    ) -> Result<&'de str> {
        match rule(self.rest()) {
            Ok((rest, found)) => {
                self.at = self.input.len() - rest.len();
                Ok(found)
            }
            Err(Err::Error(fault) | Err::Failure(fault)) => {
                let at = self.input.len() - fault.rest;
                Err(self.fault_at(fault.category, fault.message, at))
            }
            // Only parsers of streams ask for more.
            Err(Err::Incomplete(_)) => Err(self.fault(Category::Eof, "unexpected end of text")),
        }
    }

    /// The raw text of the value at the place.
    pub(crate) fn raw(&mut self, within: Within) -> Result<&'de str> {
        self.apply(grammar::value(within))
    }

    /// The value at the place as text, unquoted.
    pub(crate) fn text(&mut self, within: Within) -> Result<Text<'de>> {
        let at = self.at;
        let raw = self.raw(within)?;
        if !raw.starts_with('"') {
            return Ok(Text::Borrowed(raw));
        }
        self.after_quoted(within, at)?;
        Ok(Text::unquoted(raw))
    }

    /// After a closing quote only a delimiter may follow.
    fn after_quoted(&self, within: Within, started: usize) -> Result<()> {
        let is_delimited = match (self.peek(), within) {
            (None, _) | (Some(b','), Within::Map | Within::List | Within::OpenList) => true,
            (Some(b'}'), Within::Map) | (Some(b']'), Within::List) => true,
            (Some(_), Within::Root) => self.rest().trim().is_empty(),
            _ => false,
        };
        if is_delimited {
            return Ok(());
        }
        let message = format!("text follows a quoted value that began at byte {started}");
        Err(self.fault(Category::Syntax, message))
    }

    /// Goes over a text that .NET takes for null: `""` or `null`. Whether there was one.
    pub(super) fn skip_null(&mut self, within: Within) -> Result<bool> {
        if !matches!(self.peek(), Some(b'"' | b'n')) {
            return Ok(false);
        }
        let start = self.at;
        let text = self.text(within)?;
        let is_null = matches!(text.as_str(), "" | "null");
        if !is_null {
            self.at = start;
        }
        Ok(is_null)
    }

    /// Goes one level deeper.
    pub(crate) fn enter(&mut self) -> Result<()> {
        match self.depth_left.checked_sub(1) {
            Some(left) => {
                self.depth_left = left;
                Ok(())
            }
            None => Err(self.fault(Category::Depth, "lists and maps nest too deep")),
        }
    }

    /// Comes back up a level.
    pub(crate) fn leave(&mut self) {
        self.depth_left += 1;
    }

    /// A fault at the place.
    #[cold]
    pub(crate) fn fault(&self, category: Category, message: impl Into<String>) -> Error {
        self.fault_at(category, message, self.at)
    }

    #[cold]
    pub(crate) fn fault_at(
        &self,
        category: Category,
        message: impl Into<String>,
        at: usize,
    ) -> Error {
        Error::at(category, message, self.input, at)
    }

    /// Says where an error of the target type arose.
    #[cold]
    pub(super) fn locate(&self, error: Error) -> Error {
        error.or_at(self.input, self.at)
    }
}
