use contract::Map;
use service::{Caller, ServiceError};
use tokio::time::Instant;

use super::ServerEvents;
use super::delivery::{command, deliver_to, remove, tell_channels};
use crate::channel::{Channel, merged};
use crate::roster::Roster;
use crate::subscriber::{Subscriber, SubscriberId};

impl ServerEvents {
    /// Keeps a stream from being idle, and says so on it.
    ///
    /// # Errors
    /// 404 if there is no such subscription, or it is another session's.
    pub fn heartbeat(&self, id: &str, caller: Option<&Caller>) -> Result<(), ServiceError> {
        let mut state = self.state();
        let id = owned(&state.roster, id, caller)?;
        let Some(subscriber) = state.roster.get_mut(&id) else {
            return Ok(());
        };
        subscriber.last_heartbeat = Instant::now();
        let beat = command("onHeartbeat", &subscriber.public_facts());
        deliver_to(&mut state.roster, vec![id], &beat.frame());
        Ok(())
    }

    /// Ends a stream; what was public of its subscriber.
    ///
    /// # Errors
    /// 404 if there is no such subscription, or it is another session's.
    pub fn unregister(
        &self,
        id: &str,
        caller: Option<&Caller>,
    ) -> Result<Map<String, String>, ServiceError> {
        let mut state = self.state();
        let id = owned(&state.roster, id, caller)?;
        let facts = state.roster.get(&id).map(Subscriber::public_facts);
        remove(&mut state.roster, vec![id]);
        Ok(facts.unwrap_or_default())
    }

    /// Changes the channels of a subscriber; those it leaves and those it has then are told.
    ///
    /// # Errors
    /// 404 as [`heartbeat`](Self::heartbeat), 400 for a channel that there cannot be.
    pub(crate) fn update(
        &self,
        id: &str,
        caller: Option<&Caller>,
        subscribe: &[String],
        unsubscribe: &[String],
    ) -> Result<(), ServiceError> {
        let mut state = self.state();
        let id = owned(&state.roster, id, caller)?;
        let Some(subscriber) = state.roster.get(&id) else {
            return Ok(());
        };
        let mut channels = subscriber.channels.clone();
        channels.retain(|channel| !unsubscribe.iter().any(|name| name.trim() == &**channel));
        let most = self.0.settings.max_channels;
        let channels = merged(channels, subscribe.iter().map(String::as_str), most)?;
        let before = state
            .roster
            .set_channels(&id, channels.clone())
            .unwrap_or_default();
        let left = before
            .into_iter()
            .filter(|channel| !channels.contains(channel));
        let concerned: Vec<Channel> = channels.iter().cloned().chain(left).collect();
        if let Some(subscriber) = state.roster.get(&id) {
            let updated = command("onUpdate", &subscriber.public_facts());
            tell_channels(&mut state.roster, &concerned, &updated);
        }
        Ok(())
    }

    /// What is public of those who listen to one of these channels, or of all if none is named; in
    /// the order of their arrival.
    pub fn subscribers(&self, channels: &[String]) -> Vec<Map<String, String>> {
        let mut state = self.state();
        self.drop_idle(&mut state.roster);
        let is_named = |channel: &Channel| channels.iter().any(|name| name.trim() == &**channel);
        let listed = state
            .roster
            .listed(|one| channels.is_empty() || one.channels.iter().any(is_named));
        listed.into_iter().map(Subscriber::public_facts).collect()
    }
}

/// The subscription of that id, if `caller` may act for it. Who may not is told no more than that
/// there is none.
fn owned(roster: &Roster, id: &str, caller: Option<&Caller>) -> Result<SubscriberId, ServiceError> {
    let id = SubscriberId(id.to_owned());
    match roster.get(&id) {
        Some(subscriber) if subscriber.identity.admits(caller) => Ok(id),
        _ => Err(ServiceError::not_found("there is no such subscription")),
    }
}
