//! The stores for real: in process, SQLite and Redis.
//!
//! | what | in process | SQLite | Redis |
//! | --- | --- | --- | --- |
//! | users, organisations, memberships, API keys | | [`SqliteStore`] | |
//! | sessions | [`MemorySessions`] | | [`RedisSessions`] |
//! | pending two-factor keys | [`MemoryPendingKeys`] | | [`RedisPendingKeys`] |
//!
//! What the stores of a trait have in common is checked by one suite that each of them passes:
//! `tests/stores` in the root of the repository.

mod memory;
mod redis_store;
mod sqlite;

pub use memory::{MemoryPendingKeys, MemorySessions};
pub use redis_store::{
    RedisConnection, RedisError, RedisPendingKeys, RedisSessions, RedisTimeouts,
};
pub use sqlite::SqliteStore;
