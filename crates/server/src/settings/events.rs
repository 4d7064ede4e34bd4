//! `[events]`

use ::events::EventSettings;

use super::section::Section;

/// Server events: whether clients may listen, and what that may cost.
#[derive(Debug, Clone)]
pub struct EventsSettings {
    /// `enabled`: whether there is `/event-stream` and what belongs to it. Default false.
    pub enabled: bool,
    /// The others: `require_sign_in`, `heartbeat_seconds`, `idle_seconds`, `max_subscribers`,
    /// `max_per_user`, `max_channels`, `max_waiting`.
    pub streams: EventSettings,
}

impl EventsSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let enabled = section.boolean("enabled");
        let requires_sign_in = section.boolean("require_sign_in");
        let heartbeat_interval = section.seconds("heartbeat_seconds", 1..=3_600);
        let idle_timeout = section.seconds("idle_seconds", 2..=7_200);
        let max_subscribers = section.integer("max_subscribers", 1..=1_000_000);
        let max_per_user = section.integer("max_per_user", 1..=1_000_000);
        let max_channels = section.integer("max_channels", 1..=10_000);
        let max_waiting = section.integer("max_waiting", 8..=100_000);
        if let (Some(heartbeat), Some(idle)) = (heartbeat_interval, idle_timeout)
            && idle <= heartbeat
        {
            let message = "must be less than events.idle_seconds, or no stream could last";
            section.fault("heartbeat_seconds", message.to_owned());
        }
        Some(Self {
            enabled: enabled?,
            streams: EventSettings {
                requires_sign_in: requires_sign_in?,
                heartbeat_interval: heartbeat_interval?,
                idle_timeout: idle_timeout?,
                max_subscribers: max_subscribers?,
                max_per_user: max_per_user?,
                max_channels: max_channels?,
                max_waiting: max_waiting?,
            },
        })
    }

    /// Those of the host; `None` if there are to be no streams.
    pub fn for_host(&self) -> Option<EventSettings> {
        self.enabled.then(|| self.streams.clone())
    }
}
