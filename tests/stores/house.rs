//! Where the suites keep things.

use std::sync::Mutex;
use std::time::Duration;

use conformance::RedisProcess;
use identity::SessionStore;
use redis::aio::MultiplexedConnection;
use redis::{Client, cmd};
use stores::{
    MemoryPendingKeys, MemorySessions, RedisConnection, RedisPendingKeys, RedisSessions,
    RedisTimeouts,
};
use two_factor::PendingKeyStore;

/// One implementation of the stores for short-lived data, and its time.
pub(crate) trait House: Sized {
    /// An empty one.
    async fn open() -> Self;

    fn sessions(&self) -> &dyn SessionStore;

    fn pending_keys(&self) -> &dyn PendingKeyStore;

    /// The time since 1970.
    fn now(&self) -> Duration;

    /// Lets time go by.
    async fn pass(&self, time: Duration);
}

/// The stores in process, which live by the time that they are given.
pub(crate) struct Memory {
    sessions: MemorySessions,
    pending_keys: MemoryPendingKeys,
    now: Mutex<Duration>,
}

impl House for Memory {
    async fn open() -> Self {
        Self {
            sessions: MemorySessions::default(),
            pending_keys: MemoryPendingKeys::default(),
            now: Mutex::new(Duration::from_secs(1_700_000_000)),
        }
    }

    fn sessions(&self) -> &dyn SessionStore {
        &self.sessions
    }

    fn pending_keys(&self) -> &dyn PendingKeyStore {
        &self.pending_keys
    }

    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    async fn pass(&self, time: Duration) {
        *self.now.lock().unwrap() += time;
    }
}

/// The stores in a Redis of one's own, which lives by its own clock.
pub(crate) struct Redis {
    process: RedisProcess,
    sessions: RedisSessions,
    pending_keys: RedisPendingKeys,
}

impl Redis {
    /// A connection beside that of the stores, to look at what they wrote.
    pub(crate) async fn beside(&self) -> MultiplexedConnection {
        let client = Client::open(self.process.url()).unwrap();
        client.get_multiplexed_async_connection().await.unwrap()
    }

    /// The name of every key.
    pub(crate) async fn names(&self) -> Vec<String> {
        let mut beside = self.beside().await;
        let names = cmd("KEYS").arg("*").query_async(&mut beside).await;
        names.unwrap()
    }
}

impl House for Redis {
    async fn open() -> Self {
        let process = RedisProcess::start();
        // Patient: a machine that is busy is no failure of a store.
        let timeouts = RedisTimeouts {
            response: Duration::from_secs(20),
            connect: Duration::from_secs(20),
        };
        let connection = RedisConnection::new(&process.url(), timeouts).unwrap();
        Self {
            process,
            sessions: RedisSessions::new(connection.clone()),
            pending_keys: RedisPendingKeys::new(connection),
        }
    }

    fn sessions(&self) -> &dyn SessionStore {
        &self.sessions
    }

    fn pending_keys(&self) -> &dyn PendingKeyStore {
        &self.pending_keys
    }

    /// Redis does not ask.
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    /// Takes the time from what is left to each key.
    async fn pass(&self, time: Duration) {
        let mut beside = self.beside().await;
        for name in self.names().await {
            let left: i64 = cmd("PTTL")
                .arg(&name)
                .query_async(&mut beside)
                .await
                .unwrap();
            assert!(left >= 0, "{name} never expires");
            let left = left - i64::try_from(time.as_millis()).unwrap();
            let set = cmd("PEXPIRE")
                .arg(&name)
                .arg(left)
                .exec_async(&mut beside)
                .await;
            set.unwrap();
        }
    }
}
