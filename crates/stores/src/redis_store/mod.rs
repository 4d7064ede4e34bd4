mod connection;
mod pending_keys;
mod sessions;

pub use connection::{RedisConnection, RedisError, RedisTimeouts};
pub use pending_keys::RedisPendingKeys;
pub use sessions::RedisSessions;
