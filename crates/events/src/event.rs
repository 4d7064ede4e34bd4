use std::fmt::Write;
use std::sync::Arc;

use contract::Map;
use formats::{EncodeError, Format, WriteOptions};
use serde::Serialize;

/// What one subscriber is sent: the text of a `data:` line.
pub(crate) type Frame = Arc<str>;

/// Something that has happened, as clients read it: a selector that says who it is for, and JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    text: Frame,
}

/// An event that cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum EventError {
    /// The selector is not `operator.target`, or holds what no frame can carry.
    #[error("'{0}' is no selector; expected operator.target, such as cmd.chat")]
    Selector(String),
    /// The payload cannot be written in JSON.
    #[error("the payload of an event cannot be written")]
    Payload(#[from] EncodeError),
}

impl Event {
    /// An event for `selector`: `cmd.chat`, `trigger.saved`, `css.color$#title`. Blanks in it become
    /// `%20`, as clients expect.
    ///
    /// # Errors
    /// A selector of another form; a payload that JSON cannot hold.
    pub fn new<T: Serialize + ?Sized>(selector: &str, payload: &T) -> Result<Self, EventError> {
        let is_target =
            |text: &str| !text.is_empty() && !text.contains(|c: char| c == '@' || c.is_control());
        let parts = selector.split_once('.');
        if !parts.is_some_and(|(operator, target)| is_target(operator) && is_target(target)) {
            return Err(EventError::Selector(selector.to_owned()));
        }
        let mut json = Vec::new();
        formats::encode(
            Format::Json,
            payload,
            None,
            &WriteOptions::default(),
            &mut json,
        )?;
        let mut text = selector.replace(char::is_whitespace, "%20");
        // JSON escapes what would end the line.
        let _ = write!(text, " {}", String::from_utf8_lossy(&json));
        Ok(Self { text: text.into() })
    }

    /// One of ours, whose selector and payload are known to be good.
    pub(crate) fn of_facts(selector: &str, facts: &Map<String, String>) -> Self {
        let mut json = Vec::new();
        let written = formats::encode(
            Format::Json,
            facts,
            None,
            &WriteOptions::default(),
            &mut json,
        );
        debug_assert!(written.is_ok(), "texts can be written in JSON");
        let text = format!("{selector} {}", String::from_utf8_lossy(&json));
        Self { text: text.into() }
    }

    /// As everybody is sent it.
    pub(crate) fn frame(&self) -> Frame {
        Arc::clone(&self.text)
    }

    /// As the members of a channel are sent it.
    pub(crate) fn frame_in(&self, channel: &str) -> Frame {
        format!("{channel}@{}", self.text).into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Event;

    #[test]
    fn an_event_is_one_line() {
        let event = Event::new("cmd.say$#my id", "a\r\nb \u{2028}").unwrap();
        let frame = event.frame_in("home");
        assert_eq!(&*frame, "home@cmd.say$#my%20id \"a\\r\\nb \u{2028}\"");
        for bad in ["", "cmd", ".x", "cmd.", "a@cmd.x", "cmd.x\ny", "c\u{0}md.x"] {
            assert!(Event::new(bad, "").is_err(), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn no_payload_ends_its_line(selector in ".*", payload in ".*") {
            if let Ok(event) = Event::new(&format!("cmd.{selector}"), &payload) {
                prop_assert!(!event.frame().contains(['\r', '\n']));
            }
        }
    }
}
