//! `[events]`

use std::time::Duration;

use super::section::Section;

/// Server events: whether clients may listen, and what that may cost.
#[derive(Debug, Clone)]
pub struct EventsSettings {
    /// `enabled`: whether there is `/event-stream` and what belongs to it. Default false.
    pub enabled: bool,
    /// `require_sign_in`: whether only who has signed in may listen. Default true.
    pub requires_sign_in: bool,
    /// `heartbeat_seconds`: how often a client is to send a heartbeat. Default 10.
    pub heartbeat_interval: Duration,
    /// `idle_seconds`: how long it may go without one. Default 30.
    pub idle_timeout: Duration,
    /// `max_subscribers`: streams at a time. Default 10,000.
    pub max_subscribers: usize,
    /// `max_per_user`: streams of one user at a time. Default 100.
    pub max_per_user: usize,
    /// `max_channels`: channels of one subscriber. Default 100.
    pub max_channels: usize,
    /// `max_waiting`: events that wait for one subscriber. Default 256.
    pub max_waiting: usize,
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
            requires_sign_in: requires_sign_in?,
            heartbeat_interval: heartbeat_interval?,
            idle_timeout: idle_timeout?,
            max_subscribers: max_subscribers?,
            max_per_user: max_per_user?,
            max_channels: max_channels?,
            max_waiting: max_waiting?,
        })
    }

    /// The same for the host; `None` if there are to be no streams.
    pub fn for_host(&self) -> Option<events::EventSettings> {
        self.enabled.then_some(events::EventSettings {
            heartbeat_interval: self.heartbeat_interval,
            idle_timeout: self.idle_timeout,
            max_subscribers: self.max_subscribers,
            max_per_user: self.max_per_user,
            max_channels: self.max_channels,
            max_waiting: self.max_waiting,
            requires_sign_in: self.requires_sign_in,
        })
    }
}
