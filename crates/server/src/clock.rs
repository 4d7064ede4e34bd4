//! The system's clock: the one place that reads it. Everything below takes the time as an argument.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The time now since 1970-01-01T00:00:00Z; zero on a machine whose clock stands before that.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the module that reads the clock"
)]
pub fn now() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}
