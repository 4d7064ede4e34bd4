//! What is wrong with a configuration, and where it says so.

use std::fmt;
use std::path::PathBuf;

/// Where a value was given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// The embedded `config/gateway.toml`.
    Defaults,
    /// A line of the file given with `--config`; lines count from 1.
    File { path: PathBuf, line: usize },
    /// An environment variable, by name.
    Environment { variable: String },
    /// A command-line flag.
    Flag { name: &'static str },
}

impl Origin {
    /// The layer's rank: a higher one wins.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Defaults => 0,
            Self::File { .. } => 1,
            Self::Environment { .. } => 2,
            Self::Flag { .. } => 3,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Defaults => f.write_str("built-in config/gateway.toml"),
            Self::File { path, line } => write!(f, "{}:{line}", path.display()),
            Self::Environment { variable } => write!(f, "environment {variable}"),
            Self::Flag { name } => write!(f, "flag {name}"),
        }
    }
}

/// One fault, on one line: place, setting, what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    place: String,
    message: String,
}

impl Fault {
    pub(super) fn at(origin: &Origin, message: impl Into<String>) -> Self {
        Self {
            place: origin.to_string(),
            message: message.into(),
        }
    }

    pub(super) fn in_place(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// All faults of a configuration; displayed one a line.
#[derive(Debug, thiserror::Error)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn new(faults: Vec<Fault>) -> Self {
        Self(faults)
    }

    /// The faults, in the order of the sections.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let faults = self.0.len();
        write!(
            f,
            "the configuration has {faults} fault{}",
            if faults == 1 { "" } else { "s" }
        )?;
        self.0.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
    }
}
