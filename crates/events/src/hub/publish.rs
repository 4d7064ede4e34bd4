use super::ServerEvents;
use super::delivery::deliver_to;
use crate::Event;
use crate::subscriber::Subscriber;

impl ServerEvents {
    /// Sends `event` to the members of a channel; how many there are.
    pub fn publish_to_channel(&self, channel: &str, event: &Event) -> usize {
        let mut state = self.state();
        let members = state.roster.members(channel).cloned().collect();
        deliver_to(&mut state.roster, members, &event.frame_in(channel))
    }

    /// Sends `event` to every stream of a user; how many there are.
    pub fn publish_to_user(&self, user_id: i64, event: &Event) -> usize {
        self.publish_where(event, |one| one.identity.is_user(user_id))
    }

    /// Sends `event` to every stream of a session, by its fingerprint
    /// ([`Caller::session`](service::Caller::session)); how many there are.
    pub fn publish_to_session(&self, session: &str, event: &Event) -> usize {
        self.publish_where(event, |one| one.identity.is_in_session(session))
    }

    /// Sends `event` to everybody; how many there are.
    pub fn publish_to_all(&self, event: &Event) -> usize {
        self.publish_where(event, |_| true)
    }

    fn publish_where(&self, event: &Event, applies: impl Fn(&Subscriber) -> bool) -> usize {
        let mut state = self.state();
        let matching = state.roster.matching(applies);
        deliver_to(&mut state.roster, matching, &event.frame())
    }
}
