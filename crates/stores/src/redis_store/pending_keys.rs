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

/// The braces keep all of a user on one node of a cluster.
fn name(slot: &PendingSlot) -> String {
    format!("tfa:{{u:{slot}}}:pend")
}

impl PendingKeyStore for RedisPendingKeys {
    fn put<'a>(
        &'a self,
        slot: &'a PendingSlot,
        sealed: Vec<u8>,
        lifetime: Duration,
        _now: Duration,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            let mut set = cmd("SET");
            set.arg(name(slot))
                .arg(sealed)
                .arg("EX")
                .arg(lifetime.as_secs().max(1));
            self.connection.run(&set).await.map_err(unavailable)
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
