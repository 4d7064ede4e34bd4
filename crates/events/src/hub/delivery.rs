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

/// Sends a frame; for how many it waits now. Who has too many waiting already reads too slowly
/// and is dropped, so that nobody else has to wait and no memory fills.
pub(super) fn deliver_to(roster: &mut Roster, ids: Vec<SubscriberId>, frame: &Frame) -> usize {
    let all = ids.len();
    let slow = deliver(roster, ids, frame);
    let reached = all - slow.len();
    remove(roster, slow);
    reached
}

/// Tells the members of channels, each with the channel's name.
pub(super) fn tell_channels(roster: &mut Roster, channels: &[Channel], event: &Event) {
    let slow = deliver_in(roster, channels, event);
    remove(roster, slow);
}

/// Takes subscribers off, which ends their streams, and tells their channels. Those who read too
/// slowly to be told go the same way.
pub(super) fn remove(roster: &mut Roster, mut ids: Vec<SubscriberId>) {
    while let Some(id) = ids.pop() {
        if let Some(gone) = roster.remove(&id) {
            let left = command("onLeave", &gone.public_facts());
            ids.extend(deliver_in(roster, &gone.channels, &left));
        }
    }
}

fn deliver_in(roster: &Roster, channels: &[Channel], event: &Event) -> Vec<SubscriberId> {
    let mut slow = Vec::new();
    for channel in channels {
        slow.extend(deliver(
            roster,
            roster.members(channel),
            &event.frame_in(channel),
        ));
    }
    slow
}

/// Who could not be sent it.
fn deliver(roster: &Roster, ids: Vec<SubscriberId>, frame: &Frame) -> Vec<SubscriberId> {
    let takes = |subscriber: &Subscriber| match subscriber.queue.try_send(Frame::clone(frame)) {
        Ok(()) => true,
        Err(TrySendError::Full(_)) => {
            tracing::warn!(
                subscriber = subscriber.number,
                "a subscriber reads too slowly and is dropped"
            );
            false
        }
        Err(TrySendError::Closed(_)) => false,
    };
    let slow = ids
        .into_iter()
        .filter(|id| !roster.get(id).is_some_and(takes));
    slow.collect()
}
