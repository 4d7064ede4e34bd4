use std::collections::BTreeSet;

use contract::Map;
use service::{Caller, ServiceError};
use tokio::time::Instant;

use super::ServerEvents;
use super::delivery::{announce, command, remove, tell_channels};
use crate::channel::{Channel, changed, channels_named, distinct};
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
        announce(subscriber, &[beat.frame()]);
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

    /// Changes the channels of a subscriber; those it leaves and those it has then are told, if that
    /// changes anything.
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
        let most = self.0.settings.max_channels;
        let joined = channels_named(subscribe.iter().map(String::as_str), most)?;
        let left = distinct(unsubscribe, most)?;
        let mut state = self.state();
        let id = owned(&state.roster, id, caller)?;
        let Some(subscriber) = state.roster.get(&id) else {
            return Ok(());
        };
        let channels = changed(&subscriber.channels, &left, &joined, most)?;
        let known: BTreeSet<_> = channels.iter().cloned().collect();
        let gone = subscriber
            .channels
            .iter()
            .filter(|one| !known.contains(*one));
        let concerned: Vec<Channel> = channels.iter().chain(gone).cloned().collect();
        if channels.len() == subscriber.channels.len() && concerned.len() == channels.len() {
            return Ok(());
        }
        state.roster.set_channels(&id, channels);
        if let Some(subscriber) = state.roster.get(&id) {
            let updated = command("onUpdate", &subscriber.public_facts());
            tell_channels(&state.roster, &concerned, &updated);
        }
        Ok(())
    }

    /// What is public of those who listen to one of these channels, or of all if none is named; in
    /// the order of their arrival.
    ///
    /// # Errors
    /// 400 for more channels than a subscriber may have.
    pub fn subscribers(
        &self,
        channels: &[String],
    ) -> Result<Vec<Map<String, String>>, ServiceError> {
        let channels = distinct(channels, self.0.settings.max_channels)?;
        let mut state = self.state();
        self.drop_idle(&mut state.roster);
        let listed = state.roster.listed(&channels);
        Ok(listed.into_iter().map(Subscriber::public_facts).collect())
    }
}

/// The subscription of that id, if `caller` may act for it. Who may not is told no more than that
/// there is none.
fn owned(roster: &Roster, id: &str, caller: Option<&Caller>) -> Result<SubscriberId, ServiceError> {
    match roster.find(id) {
        Some((id, subscriber)) if subscriber.identity.admits(caller) => Ok(id.clone()),
        _ => Err(ServiceError::not_found("there is no such subscription")),
    }
}
