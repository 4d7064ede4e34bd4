use std::fmt;

use crate::scan::work;

/// What a fallible function of this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A text that could not be read, or a value that could not be written.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    category: Category,
    message: String,
    position: Option<Position>,
    course: Course,
}

/// What becomes of a fault on its way up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    /// Lenient reading may pass over it.
    Usual,
    /// No reader passes over it.
    Final,
    /// No fault of the text: the reader wants another attempt, knowing what it has learnt.
    AttemptEnded,
}

#[derive(Debug, Clone, Copy)]
struct Position {
    offset: usize,
    line: usize,
    column: usize,
}

/// What sort of fault an [`Error`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// The text breaks the grammar.
    Syntax,
    /// The text is well formed, but a value does not fit its type.
    Data,
    /// The text ends too early.
    Eof,
    /// A reader or writer failed.
    Io,
    /// Lists and maps nest deeper than allowed.
    Depth,
}

impl Error {
    #[cold]
    pub(crate) fn at(
        category: Category,
        message: impl Into<String>,
        input: &str,
        offset: usize,
    ) -> Self {
        let offset = offset.min(input.len());
        work::count(offset);
        let before = &input.as_bytes()[..offset];
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
        // Columns count characters; a continuation byte starts none.
        let column = before[line_start..]
            .iter()
            .filter(|byte| **byte & 0xC0 != 0x80)
            .count()
            + 1;
        let position = Some(Position {
            offset,
            line,
            column,
        });
        Self(Box::new(Inner {
            category,
            message: message.into(),
            position,
            course: Course::Usual,
        }))
    }

    /// Ends an attempt at lenient reading, so that the next one goes another way.
    #[cold]
    pub(crate) fn attempt_ended() -> Self {
        let mut error = Self::without_place(Category::Data, "a member comes twice".into());
        error.0.course = Course::AttemptEnded;
        error
    }

    pub(crate) fn has_ended_attempt(&self) -> bool {
        self.0.course == Course::AttemptEnded
    }

    /// The same, but lenient reading does not pass over it.
    #[cold]
    pub(crate) fn made_final(mut self) -> Self {
        self.0.course = Course::Final;
        self
    }

    /// Whether lenient reading may leave a member at its default for it.
    pub(crate) fn may_be_passed_over(&self) -> bool {
        self.0.course == Course::Usual && self.0.category != Category::Depth
    }

    #[cold]
    fn without_place(category: Category, message: String) -> Self {
        Self(Box::new(Inner {
            category,
            message,
            position: None,
            course: Course::Usual,
        }))
    }

    #[cold]
    pub(crate) fn io(fault: &std::io::Error) -> Self {
        Self::without_place(Category::Io, fault.to_string())
    }

    /// The same at a place, unless it knows its own.
    #[cold]
    pub(crate) fn or_at(self, input: &str, offset: usize) -> Self {
        if self.0.position.is_some() || self.has_ended_attempt() {
            return self;
        }
        Self::at(self.0.category, self.0.message, input, offset)
    }

    /// What sort of fault it is.
    pub fn classify(&self) -> Category {
        self.0.category
    }

    /// The line, from 1; 0 where there is no place to name.
    pub fn line(&self) -> usize {
        self.0.position.map_or(0, |position| position.line)
    }

    /// The column in characters, from 1; 0 where there is no place to name.
    pub fn column(&self) -> usize {
        self.0.position.map_or(0, |position| position.column)
    }

    /// The place in bytes from the start; `None` where there is none to name.
    pub fn offset(&self) -> Option<usize> {
        self.0.position.map(|position| position.offset)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match self.0.position {
            Some(position) => write!(f, " at line {} column {}", position.line, position.column),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::without_place(Category::Data, message.to_string())
    }
}

impl serde::ser::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        serde::de::Error::custom(message)
    }
}
