//! Why a command was not done, as text for people and an exit code for scripts.

use std::error::Error;
use std::process::ExitCode;

use crate::settings::Faults;

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The configuration is wrong; exit code 3.
    #[error(transparent)]
    Configuration(#[from] Faults),
    /// Something else; exit code 1.
    #[error("{message}")]
    NotDone {
        /// What could not be done, and why.
        message: String,
    },
}

impl Failure {
    /// What could not be done, because of `cause`.
    pub fn because(what: impl AsRef<str>, cause: &dyn Error) -> Self {
        let mut message = format!("{}: {cause}", what.as_ref());
        let mut source = cause.source();
        while let Some(cause) = source {
            // Some errors tell their cause themselves.
            let text = cause.to_string();
            if !message.ends_with(&text) {
                message.push_str(&format!(": {text}"));
            }
            source = cause.source();
        }
        Self::NotDone { message }
    }

    /// A message that needs no cause.
    pub fn plain(message: impl Into<String>) -> Self {
        Self::NotDone {
            message: message.into(),
        }
    }

    /// The exit code that the command line documents.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::NotDone { .. } => ExitCode::from(1),
            Self::Configuration(_) => ExitCode::from(3),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::because("cannot write the answer", &error)
    }
}
