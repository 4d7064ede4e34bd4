mod api_keys;
mod directory;
mod organisations;
mod revoked_logins;
mod users;

use std::fs::OpenOptions;
use std::io;
use std::path::Path;
use std::time::Duration;

use identity::StoreError;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions};

/// How long a request waits for a connection, or for another writer.
const PATIENCE: Duration = Duration::from_secs(2);
/// Primary result codes of SQLite that a later try may not see: `SQLITE_BUSY`, `SQLITE_LOCKED`.
const PASSING: [i64; 2] = [5, 6];

/// Users, organisations, memberships, API keys and revoked sign-ins in a SQLite file.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    pool: SqlitePool,
}

impl SqliteStore {
    /// Opens the file and brings its tables up to date. A file that is not there is made, for
    /// its owner alone: it holds password hashes.
    ///
    /// # Errors
    /// The file cannot be opened, or is no database of ours.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        private_file(path).map_err(|fault| StoreError::Failed(Box::new(fault)))?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .foreign_keys(true)
            .busy_timeout(PATIENCE);
        Self::connect(options, 4).await
    }

    /// A database that lives only as long as the store: for tests and demonstrations.
    ///
    /// # Errors
    /// SQLite's.
    pub async fn in_memory() -> Result<Self, StoreError> {
        // Each connection to `:memory:` is a database of its own, so there is one.
        Self::connect(
            SqliteConnectOptions::new()
                .in_memory(true)
                .foreign_keys(true),
            1,
        )
        .await
    }

    async fn connect(options: SqliteConnectOptions, connections: u32) -> Result<Self, StoreError> {
        let pool = SqlitePoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options)
            .await
            .map_err(failed)?;
        sqlx::migrate!()
            .run(&pool)
            .await
            .map_err(|fault| StoreError::Failed(Box::new(fault)))?;
        Ok(Self { pool })
    }

    /// Writes what is still to be written, and closes the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Makes the file, if it is not there; SQLite gives its companions the same permissions.
fn private_file(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn failed(fault: sqlx::Error) -> StoreError {
    let passes = match &fault {
        sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) => true,
        sqlx::Error::Database(fault) => {
            let code = fault.code().and_then(|code| code.parse::<i64>().ok());
            // The extended codes keep the primary one in their lowest byte.
            code.is_some_and(|code| PASSING.contains(&(code & 0xff)))
        }
        _ => false,
    };
    if passes {
        StoreError::Unavailable(Box::new(fault))
    } else {
        StoreError::Failed(Box::new(fault))
    }
}

/// As [`failed`], telling what is there already or missing.
fn refused(fault: sqlx::Error, existing: &'static str, missing: &'static str) -> StoreError {
    let kind = fault
        .as_database_error()
        .map(sqlx::error::DatabaseError::kind);
    match kind {
        Some(sqlx::error::ErrorKind::UniqueViolation) => StoreError::Exists(existing),
        Some(sqlx::error::ErrorKind::ForeignKeyViolation) => StoreError::Missing(missing),
        _ => failed(fault),
    }
}

fn seconds(time: Duration) -> i64 {
    i64::try_from(time.as_secs()).unwrap_or(i64::MAX)
}
