use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, Cmd, FromRedisValue};
use service::StoreTime;
use tokio::time::{Instant, timeout};

/// How long a Redis that did not answer is left alone, so that the commands of one request do not
/// wait one after the other.
const REST: Duration = Duration::from_millis(500);

/// How long Redis may take.
#[derive(Debug, Clone, Copy)]
pub struct RedisTimeouts {
    /// For one answer.
    pub response: Duration,
    /// For a connection to be made.
    pub connect: Duration,
}

impl Default for RedisTimeouts {
    fn default() -> Self {
        Self {
            response: Duration::from_millis(200),
            connect: Duration::from_millis(500),
        }
    }
}

/// One connection to Redis that all tasks share, made when it is first needed and again when it
/// is lost.
#[derive(Clone)]
pub struct RedisConnection {
    manager: ConnectionManager,
    /// Within this time a command has an answer or has failed, whatever the connection is doing.
    patience: Duration,
    /// Until when no command is sent.
    resting: Arc<Mutex<Option<Instant>>>,
}

/// Redis did not answer, or not in time. It shows neither keys nor values.
#[derive(Debug)]
pub enum RedisError {
    /// Redis, or the way to it.
    Redis(redis::RedisError),
    /// There was no answer in time.
    TimedOut(Duration),
    /// It was not asked, because just before there was no answer in time.
    Resting,
    /// It was not asked, because the request has no time left for its stores.
    NoTimeLeft,
}

impl RedisConnection {
    /// A connection to `url` (`redis://[user:password@]host[:port][/database]`). Nothing is sent
    /// yet: a Redis that is down fails the commands, not the start.
    ///
    /// # Errors
    /// The URL is malformed.
    pub fn new(url: &str, timeouts: RedisTimeouts) -> Result<Self, RedisError> {
        let client = Client::open(url).map_err(RedisError::Redis)?;
        let config = ConnectionManagerConfig::new()
            .set_number_of_retries(1)
            .set_min_delay(Duration::from_millis(10))
            .set_max_delay(Duration::from_millis(50))
            .set_response_timeout(Some(timeouts.response))
            .set_connection_timeout(Some(timeouts.connect));
        let manager =
            ConnectionManager::new_lazy_with_config(client, config).map_err(RedisError::Redis)?;
        Ok(Self {
            manager,
            patience: timeouts.response.saturating_add(timeouts.connect),
            resting: Arc::default(),
        })
    }

    /// Whether a URL can be connected to, without trying; the answer does not hold the URL.
    ///
    /// # Errors
    /// It is malformed, or asks for what is not built in, as TLS.
    pub fn check_url(url: &str) -> Result<(), RedisError> {
        Client::open(url).map(drop).map_err(RedisError::Redis)
    }

    /// Runs a command; once more if the connection was lost, which an idle one only shows then.
    pub(super) async fn run<T: FromRedisValue>(&self, command: &Cmd) -> Result<T, RedisError> {
        if self.is_resting() {
            return Err(RedisError::Resting);
        }
        let patience = StoreTime::left().map_or(self.patience, |left| left.min(self.patience));
        if patience.is_zero() {
            return Err(RedisError::NoTimeLeft);
        }
        let begun = Instant::now();
        let attempt = async {
            let mut manager = self.manager.clone();
            match command.query_async(&mut manager).await {
                Err(fault) if fault.is_connection_dropped() => {
                    command.query_async(&mut manager).await
                }
                outcome => outcome,
            }
        };
        let outcome = timeout(patience, attempt).await;
        StoreTime::spend(begun.elapsed());
        let is_silent = match &outcome {
            Ok(answer) => answer.as_ref().is_err_and(redis::RedisError::is_timeout),
            // Whether it would have answered in its own time is not known otherwise.
            Err(_) => patience == self.patience,
        };
        if is_silent {
            self.rest();
        }
        match outcome {
            Ok(answer) => answer.map_err(RedisError::Redis),
            Err(_) => Err(RedisError::TimedOut(patience)),
        }
    }

    fn is_resting(&self) -> bool {
        let until = *self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    fn rest(&self) {
        let mut until = self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        *until = Some(Instant::now() + REST);
    }
}

impl fmt::Debug for RedisConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisConnection").finish_non_exhaustive()
    }
}

impl fmt::Display for RedisError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redis(fault) => write!(f, "Redis: {fault}"),
            Self::TimedOut(patience) => write!(f, "Redis did not answer within {patience:?}"),
            Self::NoTimeLeft => f.write_str("the request has no time left for Redis"),
            Self::Resting => f.write_str("Redis did not answer a moment ago"),
        }
    }
}

impl std::error::Error for RedisError {}
