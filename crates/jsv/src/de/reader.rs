use nom::{Err, IResult};

use super::ends::Ends;
use super::text::Text;
use crate::error::{Category, Error, Result};
use crate::grammar::{self, Fault, Within};
use crate::options::ReadOptions;
use crate::scalar::{leading_decimal, leading_digits};
use crate::short;

/// The text and the place in it.
#[derive(Debug)]
pub(crate) struct Reader<'de> {
    text: &'de str,
    at: usize,
    /// Where the key or value begins that was begun last.
    begun: usize,
    depth_left: u8,
    pub(super) options: ReadOptions,
    pub(super) shadowing: Shadowing,
    /// Whether this attempt at reading has to be followed by another.
    has_ended: bool,
}

/// How a struct finds members that a later one of the same name replaces.
#[derive(Debug)]
pub(super) enum Shadowing {
    /// Not at all, as there are hardly ever any: the first duplicate ends the attempt.
    Unexpected,
    /// By a look at the keys of a struct before it is read.
    Sought(Option<Ends>),
}

impl<'de> Reader<'de> {
    pub(super) fn new(text: &'de str, options: ReadOptions, shadowing: Shadowing) -> Self {
        Self {
            text,
            at: mark_length(text),
            begun: 0,
            depth_left: options.max_depth,
            options,
            shadowing,
            has_ended: false,
        }
    }

    pub(super) fn set_options(&mut self, options: ReadOptions) {
        self.depth_left = options.max_depth;
        self.options = options;
    }

    /// What is left to read.
    #[inline]
    pub(crate) fn rest(&self) -> &'de str {
        &self.text[self.at..]
    }

    /// Takes blanks around what is left off.
    pub(super) fn trim(&mut self) {
        self.skip_blanks();
        let rest = self.rest();
        let blanks = rest.len() - rest.trim_end().len();
        self.text = &self.text[..self.text.len() - blanks];
    }

    /// All of the text.
    pub(super) fn whole(&self) -> &'de str {
        self.text
    }

    #[inline]
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Notes that a key or value begins here, for errors that do not know their place.
    #[inline]
    pub(super) fn note_place(&mut self) {
        self.begun = self.at;
    }

    /// Goes back to a place, or on to one.
    pub(super) fn move_to(&mut self, at: usize) {
        self.at = at;
    }

    /// The next byte.
    #[inline]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over `count` bytes of ASCII.
    #[inline]
    pub(crate) fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Goes over blanks; how many there were.
    #[inline(always)]
    pub(super) fn skip_blanks(&mut self) -> usize {
        // Most texts have none: a letter needs no look at Unicode's tables.
        if self.peek().is_none_or(|byte| byte > b' ' && byte < 0x80) {
            return 0;
        }
        self.skip_any_blanks()
    }

    #[inline(never)]
    fn skip_any_blanks(&mut self) -> usize {
        let rest = self.rest();
        let blanks = rest.len() - rest.trim_start().len();
        self.at += blanks;
        blanks
    }

    /// Goes over a bracket that closes at once, and blanks before it; over nothing if something
    /// else comes first. Whether it was there.
    #[inline(always)]
    pub(super) fn skip_closing(&mut self, bracket: u8) -> bool {
        let start = self.at;
        self.skip_blanks();
        let is_there = self.peek() == Some(bracket);
        self.at = if is_there { self.at + 1 } else { start };
        is_there
    }

    /// Applies a rule of the grammar at the place.
    #[inline(always)]
    pub(crate) fn apply<T>(
        &mut self,
        rule: impl FnOnce(&'de str) -> IResult<&'de str, T, Fault>,
    ) -> Result<T> {
        match rule(self.rest()) {
            Ok((rest, found)) => {
                self.at = self.text.len() - rest.len();
                Ok(found)
            }
            Err(error) => Err(self.grammar_fault(&error)),
        }
    }

    #[cold]
    fn grammar_fault(&self, error: &Err<Fault>) -> Error {
        match error {
            Err::Error(fault) | Err::Failure(fault) => {
                let at = self.text.len() - fault.rest;
                self.fault_at(fault.category, fault.message, at)
            }
            // Only parsers of streams ask for more.
            Err::Incomplete(_) => self.fault(Category::Eof, "unexpected end of text"),
        }
    }

    /// Whether what holds the value at the place is held by nothing itself.
    #[inline]
    pub(super) fn is_outermost(&self) -> bool {
        self.options.max_depth - self.depth_left <= 1
    }

    /// The raw text of the value at the place.
    #[inline(always)]
    pub(crate) fn raw(&mut self, within: Within) -> Result<&'de str> {
        let is_outermost = self.is_outermost();
        self.apply(grammar::value(within, is_outermost))
    }

    /// Goes over the key at the place and its colon.
    pub(super) fn skip_key(&mut self) -> Result<()> {
        if self.peek() == Some(b'{') {
            self.apply(grammar::nested)?;
            return self.colon();
        }
        self.apply(grammar::key).map(drop)
    }

    /// Goes over the colon after a key.
    pub(super) fn colon(&mut self) -> Result<()> {
        self.apply(|rest| grammar::colon(rest).map(|rest| (rest, "")))
            .map(drop)
    }

    /// The value at the place as text, unquoted.
    #[inline(always)]
    pub(crate) fn text(&mut self, within: Within) -> Result<Text<'de>> {
        if self.peek() != Some(b'"') {
            return self.raw(within).map(Text::Borrowed);
        }
        let at = self.at;
        let quoted = self.apply(grammar::quoted)?;
        self.after_quoted(within, at)?;
        Ok(Text::of_quoted(quoted))
    }

    /// After a closing quote only a delimiter may follow.
    #[inline]
    fn after_quoted(&self, within: Within, started: usize) -> Result<()> {
        // What may follow the whole value is the caller's matter.
        if within == Within::Root || ends_value(self.peek(), within) {
            return Ok(());
        }
        let message = format!("text follows a quoted value that began at byte {started}");
        Err(self.fault(Category::Syntax, message))
    }

    /// The number that the digits at the place make, if they are all of the value and no more
    /// than fit. Goes over them only then.
    #[inline(always)]
    pub(super) fn digits(&mut self, within: Within) -> Option<u64> {
        let bytes = &self.text.as_bytes()[self.at..];
        let (number, length) = leading_digits(bytes)?;
        if !ends_value(bytes.get(length).copied(), within) {
            return None;
        }
        self.at += length;
        Some(number)
    }

    /// The number that a plain decimal at the place makes, if it is all of the value. Goes over it
    /// only then.
    #[inline]
    pub(super) fn decimal(&mut self, within: Within) -> Option<f64> {
        let rest = self.rest();
        let (number, length) = leading_decimal(rest)?;
        if !ends_value(rest.as_bytes().get(length).copied(), within) {
            return None;
        }
        self.at += length;
        Some(number)
    }

    /// Goes over a key that is spelled just so, and its colon. Whether it was there.
    #[inline]
    pub(super) fn skip_name(&mut self, name: &str) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        let is_there =
            rest.get(name.len()) == Some(&b':') && short::starts_with(rest, name.as_bytes());
        if is_there && !name.is_empty() {
            self.at += name.len() + 1;
        }
        is_there && !name.is_empty()
    }

    /// Goes back over `count` bytes of ASCII.
    #[cold]
    pub(super) fn go_back(&mut self, count: usize) {
        self.at -= count;
    }

    /// Goes over a text that .NET takes for null: `""`, or `null` as a member, where what does
    /// not fit is null as well. Whether there was one.
    pub(super) fn skip_null(&mut self, within: Within) -> bool {
        let rest = self.rest();
        let length = match rest.as_bytes() {
            [b'"', b'"', ..] => 2,
            [b'n', b'u', b'l', b'l', ..] if within == Within::Map => 4,
            _ => return false,
        };
        let is_whole = ends_value(rest.as_bytes().get(length).copied(), within);
        if is_whole {
            self.at += length;
        }
        is_whole
    }

    /// How many levels deeper lists and maps may go.
    #[inline]
    pub(super) fn depth_left(&self) -> u8 {
        self.depth_left
    }

    /// Ends this attempt at reading. Whatever the target type makes of the error, the next one
    /// follows.
    #[cold]
    pub(super) fn end_attempt(&mut self) -> Error {
        self.has_ended = true;
        self.fault(Category::Data, "a member comes twice")
    }

    /// Whether another attempt has to follow.
    pub(super) fn has_ended(&self) -> bool {
        self.has_ended
    }

    /// Goes one level deeper.
    #[inline]
    pub(crate) fn enter(&mut self) -> Result<()> {
        match self.depth_left.checked_sub(1) {
            Some(left) => {
                self.depth_left = left;
                Ok(())
            }
            None => Err(self.fault(Category::Depth, grammar::TOO_DEEP)),
        }
    }

    /// Comes back up a level.
    #[inline]
    pub(crate) fn leave(&mut self) {
        self.depth_left += 1;
    }

    /// Checks that nothing is left, or only blanks where they are allowed.
    pub(super) fn end(&self) -> Result<()> {
        let rest = self.rest();
        if rest.is_empty() || self.options.trailing_blanks && rest.trim().is_empty() {
            return Ok(());
        }
        Err(self.fault(Category::Syntax, "something follows the value"))
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
        Error::at(category, message, self.text, at)
    }

    /// Says where an error of the target type arose: at the key or value that was begun last.
    #[cold]
    pub(super) fn locate(&self, error: Error) -> Error {
        error.or_at(self.text, self.begun)
    }
}

/// Whether a value ends before a byte, or before the end of the text.
#[inline]
fn ends_value(next: Option<u8>, within: Within) -> bool {
    match next {
        None => true,
        Some(b',') => within != Within::Root,
        Some(b'}') => within == Within::Map,
        Some(b']') => within == Within::List,
        Some(_) => false,
    }
}

/// How long the byte order mark before a text is.
pub(crate) fn mark_length(text: &str) -> usize {
    if text.starts_with('\u{feff}') { 3 } else { 0 }
}
