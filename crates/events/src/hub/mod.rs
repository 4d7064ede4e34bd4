mod delivery;
mod manage;
mod publish;
mod subscribe;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use service::Environment;
use tokio::time::Instant;

use crate::EventSettings;
use crate::roster::Roster;
use crate::subscriber::SubscriberId;

#[cfg(test)]
mod limit_tests;
#[cfg(test)]
mod tests;

use delivery::remove;
pub use subscribe::Listener;

/// Everybody who listens to this process; clones share them.
#[derive(Clone)]
pub struct ServerEvents(Arc<Shared>);

struct Shared {
    settings: EventSettings,
    environment: Environment,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    roster: Roster,
    /// How many there have been.
    arrived: u64,
    is_closed: bool,
}

impl ServerEvents {
    /// Nobody yet.
    pub fn new(settings: EventSettings, environment: Environment) -> Self {
        Self(Arc::new(Shared {
            settings,
            environment,
            state: Mutex::default(),
        }))
    }

    /// The settings it was made with.
    pub fn settings(&self) -> &EventSettings {
        &self.0.settings
    }

    /// Ends every stream, and takes nobody on any more.
    pub fn close(&self) {
        let mut state = self.state();
        state.is_closed = true;
        state.roster = Roster::default();
    }

    /// How long a subscriber may still go without a heartbeat; `None` if it is gone.
    pub(crate) fn time_left(&self, id: &SubscriberId) -> Option<Duration> {
        let state = self.state();
        let last = state.roster.get(id)?.last_heartbeat;
        Some(self.0.settings.idle_timeout.saturating_sub(last.elapsed()))
    }

    /// Takes a subscriber off whose stream has ended.
    pub(crate) fn leave(&self, id: &SubscriberId) {
        remove(&mut self.state().roster, vec![id.clone()]);
    }

    fn drop_idle(&self, roster: &mut Roster) {
        let idle = roster.idle(Instant::now(), self.0.settings.idle_timeout);
        remove(roster, idle);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for ServerEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerEvents")
            .field("subscribers", &self.state().roster.len())
            .finish_non_exhaustive()
    }
}
