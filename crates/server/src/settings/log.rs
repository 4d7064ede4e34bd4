//! `[log]`

use tracing_subscriber::filter::{LevelFilter, Targets};

use super::section::{Choice, Section};

/// Form and detail of the log, which goes to standard error.
#[derive(Debug, Clone)]
pub struct LogSettings {
    /// `format`: `auto`, `text` or `json`. Default `auto`.
    pub format: LogFormat,
    /// `level`: a level, or a list such as `info,gateway=debug`. Default `info`.
    pub level: Targets,
}

/// The form of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// Text on a terminal, JSON otherwise.
    Auto,
    /// Lines for people.
    Text,
    /// One JSON object a line, for collectors.
    Json,
}

impl Choice for LogFormat {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("auto", Self::Auto),
        ("text", Self::Text),
        ("json", Self::Json),
    ];
}

impl LogSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let format = section.choice("format");
        let level = section.parsed("level", parse_level);
        Some(Self {
            format: format?,
            level: level?,
        })
    }
}

/// `Targets` takes a word it does not know for a module's name; here a bare word must be a level.
fn parse_level(text: &str) -> Result<Targets, String> {
    for part in text.split(',') {
        let level = part
            .rsplit_once('=')
            .map_or(part, |(_, level)| level)
            .trim();
        level.parse::<LevelFilter>().map_err(|_| {
            format!(
                "has \"{level}\", which is no level; use off, error, warn, info, debug or trace"
            )
        })?;
    }
    text.parse()
        .map_err(|_| format!("is \"{text}\", not a list of module=level"))
}
