mod directory;
mod organisations;
mod users;

use std::path::Path;
use std::time::Duration;

use identity::StoreError;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions};

/// Users, organisations and memberships in a SQLite file.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    pool: SqlitePool,
}

impl SqliteStore {
    /// Opens the file, which is made if it is not there, and brings its tables up to date.
    ///
    /// # Errors
    /// The file cannot be opened, or is no database of ours.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(2));
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

fn failed(fault: sqlx::Error) -> StoreError {
    match fault {
        sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) => StoreError::Unavailable(Box::new(fault)),
        other => StoreError::Failed(Box::new(other)),
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
