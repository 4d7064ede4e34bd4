use std::time::Duration;

use contract::Map;
use data_encoding::BASE64URL_NOPAD;
use service::{Caller, ServiceError};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::delivery::{command, tell_channels};
use super::{ServerEvents, State};
use crate::channel::channels_of_new;
use crate::roster::Roster;
use crate::subscriber::{Identity, Subscriber, SubscriberId};
use crate::{EventSettings, Subscription};

/// When to come again who is refused for now.
const RETRY: Duration = Duration::from_secs(5);

/// Who wants to listen, and to what.
#[derive(Debug, Clone, Copy)]
pub struct Listener<'a> {
    /// Names of channels with commas between.
    pub channels: &'a str,
    /// Who is calling, if anybody has signed in.
    pub caller: Option<&'a Caller>,
    /// The address that the client reaches the host by, without a slash at its end.
    pub base_url: &'a str,
}

impl ServerEvents {
    /// Takes a subscriber on. Its first frame tells how to go on; its channels are told of it.
    ///
    /// # Errors
    /// 400 for a channel that there cannot be, 401 where only who has signed in may listen, 429
    /// when the user has too many, 503 when there are too many or the host is about to end.
    pub fn subscribe(&self, listener: Listener<'_>) -> Result<Subscription, ServiceError> {
        let settings = &self.0.settings;
        if settings.requires_sign_in && listener.caller.is_none() {
            return Err(ServiceError::unauthorized());
        }
        let channels = channels_of_new(listener.channels.split(','), settings.max_channels)?;
        let id = self.new_id()?;
        let (queue, frames) = mpsc::channel(settings.max_waiting.max(1));
        let mut state = self.state();
        self.make_room(&mut state, listener.caller)?;
        state.arrived += 1;
        let subscriber = Subscriber {
            number: state.arrived,
            identity: Identity::of(listener.caller, state.arrived),
            channels,
            created: self.0.environment.now(),
            last_heartbeat: Instant::now(),
            queue,
        };
        let connected = self.connected(&id, &subscriber, listener.base_url);
        // There is room for one: nothing was sent yet.
        let _ = subscriber
            .queue
            .try_send(command("onConnect", &connected).frame());
        let channels = subscriber.channels.clone();
        let joined = command("onJoin", &subscriber.public_facts());
        state.roster.insert(id.clone(), subscriber);
        tell_channels(&state.roster, &channels, &joined);
        Ok(Subscription::new(self.clone(), id, frames))
    }

    fn make_room(&self, state: &mut State, caller: Option<&Caller>) -> Result<(), ServiceError> {
        let settings = &self.0.settings;
        let is_crowded = |roster: &Roster| roster.len() >= settings.max_subscribers;
        let has_most = |roster: &Roster| {
            caller.is_some_and(|one| roster.streams_of(one.user_id) >= settings.max_per_user)
        };
        if state.is_closed {
            return Err(ServiceError::unavailable("the host is about to end", RETRY));
        }
        if is_crowded(&state.roster) || has_most(&state.roster) {
            self.drop_idle(&mut state.roster);
        }
        if has_most(&state.roster) {
            let message = format!("a user may have {} streams at most", settings.max_per_user);
            return Err(ServiceError::new("TooManyRequests", message));
        }
        if is_crowded(&state.roster) {
            return Err(ServiceError::unavailable(
                "there are too many subscribers",
                RETRY,
            ));
        }
        Ok(())
    }

    fn new_id(&self) -> Result<SubscriberId, ServiceError> {
        let bytes = self.0.environment.random::<16>();
        let bytes = bytes.map_err(ServiceError::internal)?;
        Ok(SubscriberId(BASE64URL_NOPAD.encode(&bytes).into()))
    }

    /// What the first frame says: the public facts, and how this subscriber keeps its stream.
    fn connected(
        &self,
        id: &SubscriberId,
        one: &Subscriber,
        base_url: &str,
    ) -> Map<String, String> {
        let EventSettings {
            heartbeat_interval,
            idle_timeout,
            ..
        } = &self.0.settings;
        let id = &id.0;
        let own = [
            ("id", id.to_string()),
            (
                "unRegisterUrl",
                format!("{base_url}/event-unregister?id={id}"),
            ),
            (
                "heartbeatUrl",
                format!("{base_url}/event-heartbeat?id={id}"),
            ),
            (
                "updateSubscriberUrl",
                format!("{base_url}/event-subscribers/{id}"),
            ),
            (
                "heartbeatIntervalMs",
                heartbeat_interval.as_millis().to_string(),
            ),
            ("idleTimeoutMs", idle_timeout.as_millis().to_string()),
        ];
        let mut facts = one.public_facts();
        facts.extend(
            own.into_iter()
                .map(|(name, value)| (name.to_owned(), value)),
        );
        facts
    }
}
