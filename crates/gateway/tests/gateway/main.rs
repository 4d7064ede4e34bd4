//! The host over HTTP, with operations that are stated for these tests alone.
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod hostile;
mod html;
mod pages;
mod proxies;
mod running_host;
