//! `[sessions]`

use std::num::NonZeroUsize;
use std::time::Duration;

use super::section::Section;
use super::store_kind::StoreKind;

const DAY: u64 = 24 * 60 * 60;

/// Login sessions behind the `ss-id` and `ss-pid` cookies.
#[derive(Debug, Clone)]
pub struct SessionSettings {
    /// `store`: `memory` or `redis`. Default `memory`.
    pub store: StoreKind,
    /// `per_user`: most sessions that a user has in process by each way of signing in; with one more the oldest ends. Default 100.
    pub per_user: NonZeroUsize,
    /// `temporary_seconds`: life of a session (`ss-id`). Default 14 days.
    pub temporary_lifetime: Duration,
    /// `permanent_seconds`: life of a session with "remember me" (`ss-pid`). Default 28 days.
    pub permanent_lifetime: Duration,
    /// `basic_seconds`: life of a session that HTTP Basic starts. Default 15 minutes.
    pub basic_lifetime: Duration,
}

impl SessionSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let store = section.choice("store");
        let per_user = section.integer("per_user", 1..=100_000);
        let temporary_lifetime = section.seconds("temporary_seconds", 60..=400 * DAY);
        let permanent_lifetime = section.seconds("permanent_seconds", 60..=400 * DAY);
        let basic_lifetime = section.seconds("basic_seconds", 60..=400 * DAY);
        Some(Self {
            store: store?,
            per_user: per_user.and_then(NonZeroUsize::new)?,
            temporary_lifetime: temporary_lifetime?,
            permanent_lifetime: permanent_lifetime?,
            basic_lifetime: basic_lifetime?,
        })
    }
}
