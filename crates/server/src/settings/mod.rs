//! The settings of the binary: what they are, and how four layers make them.
//!
//! Lowest first: the embedded `config/gateway.toml`, the file named by `--config`, environment variables
//! `FOUNDRY__SECTION__KEY`, command-line flags. A higher layer replaces single keys, never whole sections.
//! Each concern has a struct in a file of its own; [`Settings::load`] reads them all and reports every fault.

mod api_keys;
mod cors;
mod events;
mod fault;
mod identity;
mod jwt;
mod log;
mod metadata;
mod redis;
mod section;
mod server;
mod sessions;
mod source;
mod store_kind;
mod two_factor;

pub use api_keys::ApiKeySettings;
pub use cors::CorsSettings;
pub use events::EventsSettings;
pub use fault::{Fault, Faults};
pub use identity::IdentitySettings;
pub use jwt::JwtSettings;
pub use log::{LogFormat, LogSettings};
pub use metadata::MetadataSettings;
pub use redis::RedisSettings;
pub use server::ServerSettings;
pub use sessions::SessionSettings;
pub use source::{Flag, Sources};
pub use store_kind::StoreKind;
pub use two_factor::{SealingKeySource, TwoFactorSettings};

use std::path::PathBuf;

use section::Reader;
use source::Layers;

/// Every setting of the gateway, checked.
#[derive(Debug)]
pub struct Settings {
    /// `[server]`: the listener and its limits.
    pub server: ServerSettings,
    /// `[metadata]`: what the gateway tells of itself.
    pub metadata: MetadataSettings,
    /// `[cors]`: which browsers of other origins are let in.
    pub cors: CorsSettings,
    /// `[events]`: whether clients may listen for events.
    pub events: EventsSettings,
    /// `[sessions]`: where login sessions live and for how long.
    pub sessions: SessionSettings,
    /// `[redis]`: the server that `store = "redis"` uses.
    pub redis: RedisSettings,
    /// `[identity]`: users and organisations.
    pub identity: IdentitySettings,
    /// `[jwt]`: tokens and the keys that sign them.
    pub jwt: JwtSettings,
    /// `[api_keys]`: how API keys may come.
    pub api_keys: ApiKeySettings,
    /// `[two_factor]`: pending enrollments and their sealing key.
    pub two_factor: TwoFactorSettings,
    /// `[log]`: form and detail of the log.
    pub log: LogSettings,
    /// The files that secrets were read from.
    pub secret_files: Vec<PathBuf>,
}

impl Settings {
    /// Reads all layers.
    ///
    /// # Errors
    /// Every fault at once: unknown sections and keys with the nearest known name, values of a wrong type or
    /// outside their range, unreadable files, settings that contradict each other; each with its place.
    pub fn load(sources: &Sources) -> Result<Self, Faults> {
        let (layers, mut faults) = Layers::gather(sources);
        let mut reader = Reader::new(&layers, &mut faults);
        let settings = Self::read(&mut reader);
        reader.refuse_unknown_sections();
        match settings {
            Some(settings) if faults.is_empty() => Ok(settings),
            _ => Err(Faults::new(faults)),
        }
    }

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let server = reader.section("server", ServerSettings::read);
        let metadata = reader.section("metadata", MetadataSettings::read);
        let cors = reader.section("cors", CorsSettings::read);
        let events = reader.section("events", EventsSettings::read);
        let sessions = reader.section("sessions", SessionSettings::read);
        let redis = reader.section("redis", RedisSettings::read);
        let identity = reader.section("identity", IdentitySettings::read);
        let jwt = reader.section("jwt", JwtSettings::read);
        let api_keys = reader.section("api_keys", ApiKeySettings::read);
        let two_factor = reader.section("two_factor", TwoFactorSettings::read);
        let log = reader.section("log", LogSettings::read);
        let settings = Self {
            server: server?,
            metadata: metadata?,
            cors: cors?,
            events: events?,
            sessions: sessions?,
            redis: redis?,
            identity: identity?,
            jwt: jwt?,
            api_keys: api_keys?,
            two_factor: two_factor?,
            log: log?,
            secret_files: std::mem::take(&mut reader.secret_files),
        };
        settings.refuse_redis_without_address(reader);
        Some(settings)
    }

    fn refuse_redis_without_address(&self, reader: &mut Reader<'_>) {
        if self.redis.url.is_some() {
            return;
        }
        for (section, store) in [
            ("sessions", self.sessions.store),
            ("two_factor", self.two_factor.store),
        ] {
            if store == StoreKind::Redis {
                reader.fault(section, "store", "is \"redis\", but redis.url is not set");
            }
        }
    }
}

#[cfg(test)]
mod tests;
