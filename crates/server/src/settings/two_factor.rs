//! `[two_factor]`

use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::SecretString;

use super::section::Section;
use super::store_kind::StoreKind;

/// Two-factor enrollment.
#[derive(Debug, Clone)]
pub struct TwoFactorSettings {
    /// `store`: where pending keys live, `memory` or `redis`. Default `memory`.
    pub store: StoreKind,
    /// `issuer`: the name that authenticators show for the organisation which a first start makes. Default `Foundry`.
    pub issuer: String,
    /// `pending_seconds`: how long a generated key waits to be confirmed. Default 600.
    pub pending_lifetime: Duration,
    /// `reuse_seconds`: within this time the same session gets the same key again. Default 30.
    pub reuse_window: Duration,
    /// `sealing_key` or `sealing_key_file`: base64 of the 32 bytes that seal pending keys.
    /// No default: without it a key is made at the first start and kept in the data folder.
    pub sealing_key: SealingKeySource,
}

/// Where the key that seals pending secrets comes from.
#[derive(Debug, Clone)]
pub enum SealingKeySource {
    /// Given by the settings, as base64 text of 32 bytes.
    Given(SecretString),
    /// `sealing.key` in the data folder, made there when absent.
    DataDir,
}

impl SealingKeySource {
    /// The file that [`SealingKeySource::DataDir`] stands for.
    pub fn file_in(data_dir: &Path) -> PathBuf {
        data_dir.join("sealing.key")
    }
}

impl TwoFactorSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let store = section.choice("store");
        let issuer = section.text("issuer", 1..=64);
        let pending_lifetime = section.seconds("pending_seconds", 60..=900);
        let reuse_window = section.seconds("reuse_seconds", 0..=300);
        let sealing_key = section.secret("sealing_key", "sealing_key_file", |key| {
            let decoded = crate::sealing_key::decode_sealing_key(key);
            decoded.map(drop).map_err(|error| error.to_string())
        });
        Some(Self {
            store: store?,
            issuer: issuer?,
            pending_lifetime: pending_lifetime?,
            reuse_window: reuse_window?,
            sealing_key: sealing_key.map_or(SealingKeySource::DataDir, SealingKeySource::Given),
        })
    }
}
