//! What a host tells of itself, as its readers get it.

#![expect(
    clippy::unwrap_used,
    reason = "an exchange that breaks off fails the test"
)]

mod documents;
mod reader;
mod restricted_host;
mod switches;
mod visibility;
