//! What the codec promises, shown from outside.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on ends"
)]

mod allocations;
mod api;
mod nothing_lost;
mod properties;
mod vectors;
