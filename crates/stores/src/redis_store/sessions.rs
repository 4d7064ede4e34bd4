use std::time::Duration;

use identity::{Provider, Session, SessionKey, SessionStore, StoreError};
use redis::cmd;
use serde::{Deserialize, Serialize};
use service::BoxFuture;

use super::{RedisConnection, RedisError};

/// Sessions in Redis: shared between gateways, and kept when one restarts.
#[derive(Debug, Clone)]
pub struct RedisSessions {
    connection: RedisConnection,
}

/// What is kept, as JSV.
#[derive(Serialize, Deserialize)]
struct Record {
    user_id: i64,
    provider: String,
    stamp: String,
    is_permanent: bool,
    started_ms: u64,
}

impl RedisSessions {
    /// Sessions over that connection.
    pub const fn new(connection: RedisConnection) -> Self {
        Self { connection }
    }
}

/// A digest of the session's id; the braces keep all of a session on one node of a cluster.
fn name(key: &SessionKey) -> String {
    format!("session:{{{}}}", key.as_str())
}

impl SessionStore for RedisSessions {
    fn put<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a Session,
        lifetime: Duration,
        _now: Duration,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            let record = Record {
                user_id: session.user_id,
                provider: session.provider.name().to_owned(),
                stamp: session.stamp.clone(),
                is_permanent: session.is_permanent,
                started_ms: u64::try_from(session.started.as_millis()).unwrap_or(u64::MAX),
            };
            let text = jsv::to_vec(&record).map_err(|fault| StoreError::Failed(Box::new(fault)))?;
            let mut set = cmd("SET");
            set.arg(name(key))
                .arg(text)
                .arg("EX")
                .arg(lifetime.as_secs().max(1));
            self.connection.run(&set).await.map_err(unavailable)
        })
    }

    fn get<'a>(
        &'a self,
        key: &'a SessionKey,
        _now: Duration,
    ) -> BoxFuture<'a, Result<Option<Session>, StoreError>> {
        Box::pin(async move {
            let mut get = cmd("GET");
            get.arg(name(key));
            let text: Option<Vec<u8>> = self.connection.run(&get).await.map_err(unavailable)?;
            // What cannot be read is of another version: the user signs in anew.
            let record = text.and_then(|text| jsv::from_slice::<Record>(&text).ok());
            Ok(record.and_then(session_of))
        })
    }

    fn remove<'a>(&'a self, key: &'a SessionKey) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            let mut del = cmd("DEL");
            del.arg(name(key));
            self.connection
                .run::<u64>(&del)
                .await
                .map(drop)
                .map_err(unavailable)
        })
    }
}

fn session_of(record: Record) -> Option<Session> {
    Some(Session {
        user_id: record.user_id,
        provider: Provider::from_name(&record.provider)?,
        stamp: record.stamp,
        is_permanent: record.is_permanent,
        started: Duration::from_millis(record.started_ms),
    })
}

fn unavailable(fault: RedisError) -> StoreError {
    StoreError::Unavailable(Box::new(fault))
}
