use std::fmt;

/// A body that could not be read; its text is fit for the client that sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    message: String,
    /// Line and column, both from 1.
    position: Option<(usize, usize)>,
}

impl DecodeError {
    #[cold]
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            position: None,
        }
    }

    /// At a byte of a text.
    #[cold]
    pub(crate) fn at(message: impl Into<String>, input: &str, offset: usize) -> Self {
        let before = &input.as_bytes()[..offset.min(input.len())];
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
        // A continuation byte of UTF-8 starts no character.
        let column = before[start..]
            .iter()
            .filter(|byte| **byte & 0xC0 != 0x80)
            .count()
            + 1;
        Self {
            message: message.into(),
            position: Some((line, column)),
        }
    }

    /// The same at a place, unless it knows its own.
    #[cold]
    pub(crate) fn or_at(self, input: &str, offset: usize) -> Self {
        if self.position.is_some() {
            self
        } else {
            Self::at(self.message, input, offset)
        }
    }

    /// Line and column, both from 1, where there is a place to name.
    pub const fn position(&self) -> Option<(usize, usize)> {
        self.position
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match self.position {
            Some((line, column)) => write!(f, " at line {line} column {column}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DecodeError {}

impl serde::de::Error for DecodeError {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

impl From<jsv::Error> for DecodeError {
    fn from(error: jsv::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// A value that a format cannot write: a fault of the program, not of a client.
#[derive(Debug)]
pub struct EncodeError(String);

impl EncodeError {
    #[cold]
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EncodeError {}

impl serde::ser::Error for EncodeError {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

impl From<jsv::Error> for EncodeError {
    fn from(error: jsv::Error) -> Self {
        Self(error.to_string())
    }
}
