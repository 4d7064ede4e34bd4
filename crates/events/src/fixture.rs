//! What the tests of this crate share: an environment, callers, and streams read as far as they are.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use futures_util::{FutureExt, StreamExt};
use service::{Caller, Clock, Environment, NoRandomness, Randomness};

use crate::{Event, EventSettings, Listener, ServerEvents, Subscription};

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Duration {
        Duration::from_millis(1_577_934_245_678)
    }
}

/// 1, 2, 3…, so that ids differ and are known.
#[derive(Default)]
struct Counted(AtomicU16);

impl Randomness for Counted {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        let number = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        bytes[..2].copy_from_slice(&number.to_be_bytes());
        Ok(())
    }
}

/// For everybody.
pub(crate) fn open() -> EventSettings {
    EventSettings {
        requires_sign_in: false,
        ..EventSettings::default()
    }
}

/// An event that says little.
pub(crate) fn event(name: &str) -> Event {
    Event::new(&format!("cmd.{name}"), "x").unwrap()
}

pub(crate) fn hub(settings: EventSettings) -> ServerEvents {
    let environment = Environment {
        clock: Arc::new(Noon),
        randomness: Arc::new(Counted::default()),
    };
    ServerEvents::new(settings, environment)
}

/// The id that the hub gives to its subscriber of that number, from 1.
pub(crate) fn id(number: u16) -> String {
    let mut bytes = [0; 16];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    data_encoding::BASE64URL_NOPAD.encode(&bytes)
}

pub(crate) fn caller(user_id: i64, session: &str) -> Caller {
    Caller {
        user_id,
        user_name: "ann".to_owned(),
        display_name: "Ann".to_owned(),
        email: None,
        roles: Vec::new(),
        session: session.to_owned(),
    }
}

pub(crate) fn subscribe(
    events: &ServerEvents,
    channels: &str,
    caller: Option<&Caller>,
) -> Subscription {
    let listener = Listener {
        channels,
        caller,
        base_url: "https://x",
    };
    events.subscribe(listener).unwrap()
}

/// The frames that are there; the last is `END` if the stream has ended.
pub(crate) fn frames(stream: &mut Subscription) -> Vec<String> {
    let mut found = Vec::new();
    while let Some(next) = stream.next().now_or_never() {
        let Some(frame) = next else {
            found.push("END".to_owned());
            break;
        };
        found.push(String::from_utf8(frame.to_vec()).unwrap());
    }
    found
}

/// The selectors of the frames that are there, each with its channel.
pub(crate) fn selectors(stream: &mut Subscription) -> Vec<String> {
    let selector = |frame: String| {
        let data = frame.split_once("data: ").map(|(_, data)| data.to_owned());
        data.map_or(frame, |data| data.split(' ').next().unwrap().to_owned())
    };
    frames(stream).into_iter().map(selector).collect()
}
