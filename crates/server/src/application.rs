//! The Foundry application: its stores, opened as the settings say, and its services on a host.

use std::fs::DirBuilder;
use std::path::Path;
use std::sync::Arc;
use std::thread::available_parallelism;

use events::ServerEvents;
use gateway::{Host, HostBuilder, HostSettings};
use identity::{
    Accounts, ApiKeys, Identity, PasswordHasher, SessionLifetimes, SessionStore, Tokens,
};
use secrecy::ExposeSecret;
use service::Environment;
use stores::{
    MemoryPendingKeys, MemorySessions, RedisConnection, RedisPendingKeys, RedisSessions,
    RedisTimeouts, SqliteStore,
};
use two_factor::{PendingKeyStore, Policy, SealingKeys, TwoFactorService};

use crate::cli::Failure;
use crate::settings::{RedisSettings, Settings, StoreKind, TwoFactorSettings};
use crate::{environment, load_sealing_key, random_bytes};

/// The application with its stores open.
pub struct Application {
    database: SqliteStore,
    passwords: Arc<PasswordHasher>,
    redis: Option<RedisConnection>,
    environment: Environment,
}

impl Application {
    /// Opens the stores that the settings name; the data folder is made if it is not there.
    ///
    /// # Errors
    /// A folder or database that cannot be opened, a malformed Redis URL.
    pub async fn open(settings: &Settings) -> Result<Self, Failure> {
        let data_dir = &settings.server.data_dir;
        make_folder(data_dir)?;
        let path = settings.identity.database_in(data_dir);
        let database = SqliteStore::open(&path).await.map_err(|error| {
            Failure::because(
                format!("cannot open the database {}", path.display()),
                &error,
            )
        })?;
        let environment = environment::system_environment();
        let cores = available_parallelism().map_or(1, usize::from);
        let passwords = PasswordHasher::new(cores, &environment)
            .map_err(|error| Failure::because("cannot check passwords", &error))?;
        let redis = redis(&settings.redis)?;
        Ok(Self {
            database,
            passwords: Arc::new(passwords),
            redis,
            environment,
        })
    }

    /// Users and organisations.
    pub fn accounts(&self) -> Accounts {
        let users = Arc::new(self.database.clone());
        let organisations = Arc::new(self.database.clone());
        let passwords = Arc::clone(&self.passwords);
        Accounts::new(users, organisations, passwords, self.environment.clone())
    }

    /// API keys of the users.
    pub fn api_keys(&self) -> ApiKeys {
        let keys = Arc::new(self.database.clone());
        let users = Arc::new(self.database.clone());
        ApiKeys::new(keys, users, self.environment.clone())
    }

    /// The host with every service registered.
    ///
    /// # Errors
    /// A sealing key that cannot be read or made, a store that needs settings it has not got, a
    /// key for tokens that cannot be used.
    pub fn host(&self, settings: &Settings, host: HostSettings) -> Result<Host, Failure> {
        let identity = Arc::new(self.identity(settings)?);
        let two_factor = Arc::new(self.two_factor(settings)?);
        let authenticator = Arc::clone(&identity);
        let mut builder = HostBuilder::new(host)
            .authenticator(authenticator)
            .clock(Arc::clone(&self.environment.clock));
        identity::register(&mut builder, identity);
        two_factor::register(&mut builder, two_factor);
        if let Some(settings) = settings.events.for_host() {
            builder = builder.server_events(ServerEvents::new(settings, self.environment.clone()));
        }
        builder
            .build()
            .map_err(|error| Failure::because("cannot serve", &error))
    }

    /// Closes the stores, when no request runs any more.
    pub async fn close(self) {
        self.database.close().await;
    }

    fn identity(&self, settings: &Settings) -> Result<Identity, Failure> {
        let sessions: Arc<dyn SessionStore> = match settings.sessions.store {
            StoreKind::Memory => Arc::new(MemorySessions::new(settings.sessions.per_user)),
            StoreKind::Redis => Arc::new(RedisSessions::new(self.redis("sessions")?)),
        };
        let lifetimes = SessionLifetimes {
            temporary: settings.sessions.temporary_lifetime,
            permanent: settings.sessions.permanent_lifetime,
            basic: settings.sessions.basic_lifetime,
        };
        let database = Arc::new(self.database.clone());
        let (api_keys, logins) = (Arc::clone(&database), Arc::clone(&database));
        let passwords = Arc::clone(&self.passwords);
        let environment = self.environment.clone();
        let identity = Identity::new(database, sessions, passwords, lifetimes, environment)
            .with_api_keys(api_keys, settings.api_keys.require_secure_connection);
        let keys = settings.jwt.keys();
        let keys = keys.map_err(|fault| Failure::plain(format!("jwt.key {fault}")))?;
        Ok(match keys {
            Some(keys) => {
                let tokens = Tokens::new(keys, settings.jwt.policy.clone());
                identity.with_tokens(tokens, logins)
            }
            None => identity,
        })
    }

    fn two_factor(&self, settings: &Settings) -> Result<TwoFactorService, Failure> {
        let TwoFactorSettings {
            store,
            pending_lifetime,
            reuse_window,
            sealing_key,
            ..
        } = &settings.two_factor;
        let pending: Arc<dyn PendingKeyStore> = match store {
            StoreKind::Memory => Arc::new(MemoryPendingKeys::default()),
            StoreKind::Redis => Arc::new(RedisPendingKeys::new(self.redis("two_factor")?)),
        };
        let key = load_sealing_key(sealing_key, &settings.server.data_dir, random_bytes);
        let key = key.map_err(|error| Failure::because("no sealing key", &error))?;
        let policy = Policy {
            pending_lifetime: *pending_lifetime,
            reuse_window: *reuse_window,
        };
        let directory = Arc::new(self.database.clone());
        let keys = SealingKeys::new(&key);
        Ok(TwoFactorService::new(
            pending,
            directory,
            keys,
            policy,
            self.environment.clone(),
        ))
    }

    fn redis(&self, section: &str) -> Result<RedisConnection, Failure> {
        let message = format!("[{section}] store = \"redis\" needs redis.url or redis.url_file");
        self.redis.clone().ok_or_else(|| Failure::plain(message))
    }
}

/// Makes the data folder for its owner alone. One that is there keeps the permissions it has.
fn make_folder(path: &Path) -> Result<(), Failure> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| {
        Failure::because(format!("cannot make the folder {}", path.display()), &error)
    })
}

fn redis(settings: &RedisSettings) -> Result<Option<RedisConnection>, Failure> {
    let Some(url) = &settings.url else {
        return Ok(None);
    };
    let timeouts = RedisTimeouts {
        response: settings.response_timeout,
        connect: settings.connect_timeout,
    };
    let connection = RedisConnection::new(url.expose_secret(), timeouts);
    connection
        .map(Some)
        .map_err(|error| Failure::because("redis.url", &error))
}

impl std::fmt::Debug for Application {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Application").finish_non_exhaustive()
    }
}
