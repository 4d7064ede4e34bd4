use std::time::Duration;

use redis::cmd;
use service::BoxFuture;
use two_factor::{PendingKeyStore, PendingSlot, StoreError};

use super::{RedisConnection, RedisError};

/// Pending keys in Redis, sealed; Redis itself lets them expire.
#[derive(Debug, Clone)]
pub struct RedisPendingKeys {
    connection: RedisConnection,
}

impl RedisPendingKeys {
    /// Pending keys over that connection.
    pub const fn new(connection: RedisConnection) -> Self {
        Self { connection }
    }
}

/// Puts a value in the place of another: `KEYS[1]` the key, `ARGV[1]` the new value, `ARGV[2]` its life
/// in seconds, `ARGV[3]` what must be there, which is nothing where it is missing.
const REPLACE: &str = "\
if redis.call('GET', KEYS[1]) ~= (ARGV[3] or false) then return 0 end \
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2]) return 1";

/// The braces keep all of a user on one node of a cluster.
fn name(slot: &PendingSlot) -> String {
    format!("tfa:{{u:{slot}}}:pend")
}

impl PendingKeyStore for RedisPendingKeys {
    fn replace<'a>(
        &'a self,
        slot: &'a PendingSlot,
        held: Option<&'a [u8]>,
        sealed: Vec<u8>,
        lifetime: Duration,
        _now: Duration,
    ) -> BoxFuture<'a, Result<bool, StoreError>> {
        Box::pin(async move {
            let seconds = lifetime.as_secs().max(1);
            let mut replace = cmd("EVAL");
            replace.arg(REPLACE).arg(1).arg(name(slot));
            replace.arg(sealed).arg(seconds).arg(held);
            self.connection.run(&replace).await.map_err(unavailable)
        })
    }

    fn get<'a>(
        &'a self,
        slot: &'a PendingSlot,
        _now: Duration,
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        Box::pin(async move {
            let mut get = cmd("GET");
            get.arg(name(slot));
            self.connection.run(&get).await.map_err(unavailable)
        })
    }
}

fn unavailable(fault: RedisError) -> StoreError {
    StoreError(Box::new(fault))
}
