//! The binary `foundry-gateway` from outside: command line, first start, the first operation,
//! sessions, Redis, shutdown.

#![expect(
    clippy::unwrap_used,
    reason = "a step that does not work fails the test"
)]

mod api_keys;
mod client;
mod command_line;
mod cross_site;
mod explorer;
mod first_start;
mod generate_key;
mod redis;
mod sessions;
mod shutdown;
mod slow_redis;
mod token_attacks;
mod token_ends;
mod tokens;
