use std::collections::BTreeMap;

use contract::Map;
use tokio::sync::mpsc::error::TrySendError;

use crate::Event;
use crate::channel::Channel;
use crate::event::Frame;
use crate::roster::Roster;
use crate::subscriber::{Subscriber, SubscriberId};

/// An event of ours: `cmd.onJoin` and the like.
pub(super) fn command(name: &str, facts: &Map<String, String>) -> Event {
    Event::of_facts(&format!("cmd.{name}"), facts)
}

/// Sends a frame that a service has published; for how many it waits now. Who has too many waiting
/// already reads too slowly and is dropped, so that nobody else has to wait and no memory fills.
pub(super) fn deliver_to(roster: &mut Roster, ids: Vec<SubscriberId>, frame: &Frame) -> usize {
    let all = ids.len();
    let is_slow = |id: &SubscriberId| !roster.get(id).is_some_and(|one| takes(one, frame));
    let slow: Vec<_> = ids.into_iter().filter(is_slow).collect();
    let reached = all - slow.len();
    remove(roster, slow);
    reached
}

fn takes(subscriber: &Subscriber, frame: &Frame) -> bool {
    match subscriber.queue.try_send(Frame::clone(frame)) {
        Ok(()) => true,
        Err(TrySendError::Full(_)) => {
            tracing::warn!(
                subscriber = subscriber.number,
                "a subscriber reads too slowly and is dropped"
            );
            false
        }
        Err(TrySendError::Closed(_)) => false,
    }
}

/// Tells one subscriber what clients cause: who comes, changes and goes. Half of its queue is kept
/// for what services publish, so that no client can have another dropped; what finds the rest full
/// is not told.
pub(super) fn announce(subscriber: &Subscriber, frames: &[Frame]) {
    let queue = &subscriber.queue;
    for frame in frames {
        let has_room = queue.capacity() * 2 > queue.max_capacity();
        if !has_room || queue.try_send(Frame::clone(frame)).is_err() {
            return;
        }
    }
}

/// Tells the members of channels, each with the channel's name.
pub(super) fn tell_channels(roster: &Roster, channels: &[Channel], event: &Event) {
    for channel in channels {
        tell_channel(roster, channel, std::slice::from_ref(event));
    }
}

fn tell_channel(roster: &Roster, channel: &str, events: &[Event]) {
    let mut members = roster.members(channel).peekable();
    if members.peek().is_none() {
        return;
    }
    let frames: Vec<_> = events.iter().map(|event| event.frame_in(channel)).collect();
    for subscriber in members.filter_map(|id| roster.get(id)) {
        announce(subscriber, &frames);
    }
}

/// Takes subscribers off, which ends their streams, and then tells those who stay in their channels.
pub(super) fn remove(roster: &mut Roster, ids: Vec<SubscriberId>) {
    let mut left: BTreeMap<Channel, Vec<Event>> = BTreeMap::new();
    for gone in ids.iter().filter_map(|id| roster.remove(id)) {
        let event = command("onLeave", &gone.public_facts());
        for channel in gone.channels {
            left.entry(channel).or_default().push(event.clone());
        }
    }
    for (channel, events) in &left {
        tell_channel(roster, channel, events);
    }
}
