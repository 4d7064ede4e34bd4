//! `[redis]`

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use stores::RedisConnection;

use super::section::Section;

/// The Redis server that sections with `store = "redis"` share.
#[derive(Debug, Clone)]
pub struct RedisSettings {
    /// `url` or `url_file`: `redis://[user:password@]host[:port][/database]`. No default. It may hold a password: a secret.
    pub url: Option<SecretString>,
    /// `response_milliseconds`: time for one answer of Redis. Default 200.
    pub response_timeout: Duration,
    /// `connect_milliseconds`: time for a connection to be made. Default 500.
    pub connect_timeout: Duration,
    /// `request_milliseconds`: time for all that one request needs of Redis, together. Default 900.
    pub request_timeout: Duration,
}

impl RedisSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let url = section.secret("url", "url_file", |url| {
            RedisConnection::check_url(url.expose_secret())
                .map_err(|error| format!("cannot be used: {error}"))
        });
        let response_timeout = section.milliseconds("response_milliseconds", 1..=60_000);
        let connect_timeout = section.milliseconds("connect_milliseconds", 1..=60_000);
        let request_timeout = section.milliseconds("request_milliseconds", 1..=600_000);
        Some(Self {
            url,
            response_timeout: response_timeout?,
            connect_timeout: connect_timeout?,
            request_timeout: request_timeout?,
        })
    }
}
