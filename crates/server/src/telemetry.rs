//! The log: one subscriber for the process, lines on standard error.

use std::io::{self, IsTerminal};

use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};
use tracing_subscriber::{Layer, Registry, fmt};

use crate::settings::{LogFormat, LogSettings};

/// Installs the subscriber that `settings` ask for.
///
/// # Errors
/// When the process has one already.
pub fn install(settings: &LogSettings) -> Result<(), TryInitError> {
    let terminal = io::stderr().is_terminal();
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match settings.format {
        LogFormat::Auto if terminal => text(terminal),
        LogFormat::Text => text(terminal),
        LogFormat::Auto | LogFormat::Json => json(),
    };
    tracing_subscriber::registry()
        .with(lines.with_filter(settings.level.clone()))
        .try_init()
}

fn text(terminal: bool) -> Box<dyn Layer<Registry> + Send + Sync> {
    let color = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(color)
        .boxed()
}

fn json() -> Box<dyn Layer<Registry> + Send + Sync> {
    fmt::layer()
        .json()
        .flatten_event(true)
        // The span that an event is in is the last of the list.
        .with_current_span(false)
        .with_writer(io::stderr)
        .boxed()
}
