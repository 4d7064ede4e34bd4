//! Server events, without HTTP: who listens to which channel, and what they are sent.
//!
//! [`ServerEvents`] is the one handle. A service keeps a clone of it and publishes an [`Event`] to a
//! channel, a user, a session or everybody; the host hands each listener a [`Subscription`], the
//! stream of frames that it writes. Two operations, which [`register`] adds, let clients change
//! their channels and see who else is there.
//!
//! Everything lives in this process: another gateway has other listeners.
//!
//! ```no_run
//! use contract::Dto;
//! use events::{Event, EventError, ServerEvents};
//!
//! #[derive(Debug, Clone, Default, PartialEq, Dto)]
//! struct Price {
//!     amount: i32,
//! }
//!
//! fn price_changed(events: &ServerEvents, amount: i32) -> Result<(), EventError> {
//!     events.publish_to_channel("prices", &Event::new("cmd.price", &Price { amount })?);
//!     Ok(())
//! }
//! ```

mod channel;
mod event;
mod event_settings;
mod hub;
mod operations;
mod roster;
mod subscriber;
mod subscriber_service;
mod subscription;

#[cfg(test)]
mod fixture;

pub use event::{Event, EventError};
pub use event_settings::EventSettings;
pub use hub::{Listener, ServerEvents};
pub use operations::{GetEventSubscribers, UpdateEventSubscriber, UpdateEventSubscriberResponse};
pub use subscriber_service::register;
pub use subscription::Subscription;
