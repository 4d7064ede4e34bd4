use std::io::Read;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::{de, lenient};

/// How a text is taken that .NET would not have written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// What loses data is an error: unbalanced or trailing text, a value that does not fit.
    #[default]
    Strict,
    /// As ServiceStack.Text reads: brackets are optional, what does not fit is left at its
    /// default, and what is never closed ends with the text.
    Lenient,
}

/// What happens when a key stands twice in a map, or a member in a struct.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// The last one counts, as in .NET.
    #[default]
    LastWins,
    /// The text is an error.
    Refused,
}

/// What a reader can be told.
///
/// ```
/// use jsv::{Duplicates, ReadOptions};
///
/// let options = ReadOptions::new().lenient().duplicates(Duplicates::Refused);
/// let numbers: Vec<i32> = options.from_str("1,2,3")?;
/// assert_eq!(numbers, [1, 2, 3]);
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadOptions {
    pub(crate) mode: Mode,
    pub(crate) max_depth: u8,
    pub(crate) duplicates: Duplicates,
    pub(crate) unknown_members_refused: bool,
    pub(crate) trailing_blanks: bool,
}

impl ReadOptions {
    /// The depth that is allowed unless told otherwise.
    pub const DEFAULT_MAX_DEPTH: u8 = 128;

    /// Strict, 128 levels, the last duplicate wins, unknown members are passed over.
    pub const fn new() -> Self {
        Self {
            mode: Mode::Strict,
            max_depth: Self::DEFAULT_MAX_DEPTH,
            duplicates: Duplicates::LastWins,
            unknown_members_refused: false,
            trailing_blanks: false,
        }
    }

    /// Reads as ServiceStack.Text does: see [`Mode::Lenient`].
    #[must_use]
    pub const fn lenient(self) -> Self {
        self.mode(Mode::Lenient)
    }

    /// Strict or lenient.
    #[must_use]
    pub const fn mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// How deep lists and maps may nest. Each level takes a frame of the stack, whose size depends
    /// on the target type: large structs nested hundreds deep want a larger stack than a thread
    /// has by itself.
    #[must_use]
    pub const fn max_depth(mut self, levels: u8) -> Self {
        self.max_depth = levels;
        self
    }

    /// Whether a key may come twice.
    #[must_use]
    pub const fn duplicates(mut self, duplicates: Duplicates) -> Self {
        self.duplicates = duplicates;
        self
    }

    /// Whether a member that the struct does not have is an error.
    #[must_use]
    pub const fn refuse_unknown_members(mut self, refuse: bool) -> Self {
        self.unknown_members_refused = refuse;
        self
    }

    /// Whether blanks may follow the whole value, such as the line end of a file. A blank is
    /// data in JSV and .NET fails on one behind a map, so they may not unless told.
    #[must_use]
    pub const fn allow_trailing_blanks(mut self, allow: bool) -> Self {
        self.trailing_blanks = allow;
        self
    }

    /// Reads a value from a text, borrowing from it where no quote is doubled.
    ///
    /// # Errors
    /// As [`from_str`](crate::from_str), with what the options say.
    pub fn from_str<'de, T: Deserialize<'de>>(&self, text: &'de str) -> Result<T> {
        match self.mode {
            Mode::Strict => de::read(text, *self),
            Mode::Lenient => lenient::read(text, *self),
        }
    }

    /// Reads a value from bytes, which must be UTF-8.
    ///
    /// # Errors
    /// As [`from_slice`](crate::from_slice), with what the options say.
    pub fn from_slice<'de, T: Deserialize<'de>>(&self, bytes: &'de [u8]) -> Result<T> {
        self.from_str(de::utf8(bytes)?)
    }

    /// Reads a value from a reader, to its end.
    ///
    /// # Errors
    /// As [`from_reader`](crate::from_reader), with what the options say.
    pub fn from_reader<R: Read, T: DeserializeOwned>(&self, mut reader: R) -> Result<T> {
        let mut bytes = Vec::new();
        let read = reader.read_to_end(&mut bytes);
        read.map_err(|fault| Error::io(&fault))?;
        self.from_slice(&bytes)
    }
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self::new()
    }
}
