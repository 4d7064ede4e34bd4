use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::time::Duration;

use tokio::time::Instant;

use crate::channel::Channel;
use crate::subscriber::{Subscriber, SubscriberId};

/// Who listens, and to which channel.
#[derive(Debug, Default)]
pub(crate) struct Roster {
    subscribers: HashMap<SubscriberId, Subscriber>,
    members: HashMap<Channel, BTreeSet<SubscriberId>>,
    /// How many streams each user has.
    by_user: HashMap<i64, usize>,
}

impl Roster {
    pub(crate) fn len(&self) -> usize {
        self.subscribers.len()
    }

    pub(crate) fn get(&self, id: &SubscriberId) -> Option<&Subscriber> {
        self.subscribers.get(id)
    }

    /// The subscriber of an id that a client states.
    pub(crate) fn find(&self, id: &str) -> Option<(&SubscriberId, &Subscriber)> {
        self.subscribers.get_key_value(id)
    }

    pub(crate) fn get_mut(&mut self, id: &SubscriberId) -> Option<&mut Subscriber> {
        self.subscribers.get_mut(id)
    }

    pub(crate) fn insert(&mut self, id: SubscriberId, subscriber: Subscriber) {
        self.join(&id, &subscriber.channels);
        if let Some(user) = subscriber.identity.user_id() {
            *self.by_user.entry(user).or_default() += 1;
        }
        self.subscribers.insert(id, subscriber);
    }

    pub(crate) fn remove(&mut self, id: &SubscriberId) -> Option<Subscriber> {
        let subscriber = self.subscribers.remove(id)?;
        self.leave(id, &subscriber.channels);
        if let Some(user) = subscriber.identity.user_id()
            && let Entry::Occupied(mut count) = self.by_user.entry(user)
        {
            *count.get_mut() -= 1;
            if *count.get() == 0 {
                count.remove();
            }
        }
        Some(subscriber)
    }

    /// How many streams a user has.
    pub(crate) fn streams_of(&self, user: i64) -> usize {
        self.by_user.get(&user).copied().unwrap_or_default()
    }

    /// Gives a subscriber other channels; those that it had before.
    pub(crate) fn set_channels(
        &mut self,
        id: &SubscriberId,
        channels: Vec<Channel>,
    ) -> Option<Vec<Channel>> {
        let subscriber = self.subscribers.get_mut(id)?;
        let before = std::mem::replace(&mut subscriber.channels, channels.clone());
        self.leave(id, &before);
        self.join(id, &channels);
        Some(before)
    }

    fn join(&mut self, id: &SubscriberId, channels: &[Channel]) {
        for channel in channels {
            let members = self.members.entry(Channel::clone(channel)).or_default();
            members.insert(id.clone());
        }
    }

    /// A channel without members is none.
    fn leave(&mut self, id: &SubscriberId, channels: &[Channel]) {
        for channel in channels {
            let Some(members) = self.members.get_mut(channel) else {
                continue;
            };
            members.remove(id);
            if members.is_empty() {
                self.members.remove(channel);
            }
        }
    }

    /// The members of a channel.
    pub(crate) fn members(&self, channel: &str) -> impl Iterator<Item = &SubscriberId> {
        self.members.get(channel).into_iter().flatten()
    }

    /// Those that `applies` holds for.
    pub(crate) fn matching(&self, applies: impl Fn(&Subscriber) -> bool) -> Vec<SubscriberId> {
        let matching = self.subscribers.iter().filter(|(_, one)| applies(one));
        matching.map(|(id, _)| id.clone()).collect()
    }

    /// Those whose last heartbeat is longer ago than that.
    pub(crate) fn idle(&self, now: Instant, longest: Duration) -> Vec<SubscriberId> {
        self.matching(|one| now.saturating_duration_since(one.last_heartbeat) >= longest)
    }

    /// Everybody in one of those channels, or everybody if none is named; in the order of their
    /// arrival.
    pub(crate) fn listed(&self, channels: &BTreeSet<&str>) -> Vec<&Subscriber> {
        let mut listed: Vec<_> = if channels.is_empty() {
            self.subscribers.values().collect()
        } else {
            let ids: HashSet<_> = channels
                .iter()
                .flat_map(|name| self.members(name))
                .collect();
            ids.into_iter().filter_map(|id| self.get(id)).collect()
        };
        listed.sort_by_key(|subscriber| subscriber.number);
        listed
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use tokio::sync::mpsc;
    use tokio::time::Instant;

    use super::{Roster, Subscriber, SubscriberId};
    use crate::subscriber::Identity;

    #[test]
    fn channels_know_their_members_until_the_last_leaves() {
        let mut roster = Roster::default();
        let id = |name: &str| SubscriberId(name.into());
        let members =
            |roster: &Roster, channel: &str| roster.members(channel).cloned().collect::<Vec<_>>();
        for (number, name) in [(2, "b"), (1, "a")] {
            let (queue, _) = mpsc::channel(1);
            let subscriber = Subscriber {
                number,
                identity: Identity::Anonymous(number),
                channels: vec!["home".into(), name.into()],
                created: std::time::Duration::ZERO,
                last_heartbeat: Instant::now(),
                queue,
            };
            roster.insert(id(name), subscriber);
        }
        assert_eq!(members(&roster, "home"), [id("a"), id("b")]);
        let before = roster.set_channels(&id("a"), vec!["other".into()]).unwrap();
        assert_eq!(before.len(), 2);
        assert_eq!(members(&roster, "home"), [id("b")]);
        assert_eq!(members(&roster, "other"), [id("a")]);
        let numbers: Vec<_> = roster
            .listed(&BTreeSet::new())
            .iter()
            .map(|one| one.number)
            .collect();
        assert_eq!(numbers, [1, 2]);
        assert!(roster.remove(&id("a")).is_some() && roster.remove(&id("a")).is_none());
        assert!(roster.remove(&id("b")).is_some());
        assert!(roster.members.is_empty() && roster.len() == 0);
    }
}
