use std::time::Duration;

/// What server events may cost, and who may listen. The times are ServiceStack's.
#[derive(Debug, Clone)]
pub struct EventSettings {
    /// How often a client is to send a heartbeat.
    pub heartbeat_interval: Duration,
    /// How long a subscriber may go without one; then its stream ends.
    pub idle_timeout: Duration,
    /// Most subscribers at a time; more are refused with 503.
    pub max_subscribers: usize,
    /// Most streams of one user at a time; more are refused with 429. Who has not signed in counts
    /// for `max_subscribers` alone.
    pub max_per_user: usize,
    /// Most channels of one subscriber; more are refused with 400.
    pub max_channels: usize,
    /// Most events that wait for one subscriber; who reads slower than that is dropped.
    pub max_waiting: usize,
    /// Whether only who has signed in may listen, see the others and change channels; so unless
    /// it is said that anybody may.
    pub requires_sign_in: bool,
}

impl Default for EventSettings {
    fn default() -> Self {
        Self {
            heartbeat_interval: Duration::from_secs(10),
            idle_timeout: Duration::from_secs(30),
            max_subscribers: 10_000,
            max_per_user: 100,
            max_channels: 100,
            max_waiting: 256,
            requires_sign_in: true,
        }
    }
}
