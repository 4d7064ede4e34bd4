//! `[identity]`

use std::path::{Path, PathBuf};

use super::section::Section;

/// Users, organisations and memberships.
#[derive(Debug, Clone)]
pub struct IdentitySettings {
    /// `database`: the SQLite file, relative to `server.data_dir` unless absolute. Default `foundry.db`.
    pub database: PathBuf,
}

impl IdentitySettings {
    /// Where the database file is, given the data folder.
    pub fn database_in(&self, data_dir: &Path) -> PathBuf {
        data_dir.join(&self.database)
    }

    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let database = section.path("database");
        Some(Self {
            database: database?,
        })
    }
}
