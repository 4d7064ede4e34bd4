use std::fmt;
use std::time::Duration;

use data_encoding::BASE32_NOPAD;
use dto::OrganisationId;
use jsv::{Serializer, WriteOptions};
use otp::{SECRET_LENGTH, Secret};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The one place where a user's pending key waits. Its name holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PendingSlot {
    user_id: i64,
}

impl PendingSlot {
    /// The slot of that user.
    pub const fn of(user_id: i64) -> Self {
        Self { user_id }
    }

    /// Whose it is.
    pub const fn user_id(&self) -> i64 {
        self.user_id
    }
}

impl fmt::Display for PendingSlot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.user_id)
    }
}

/// A key that waits to be confirmed.
#[derive(Debug)]
pub(crate) struct PendingKey {
    pub(crate) secret: Secret,
    pub(crate) organisation: OrganisationId,
    /// Which session generated it.
    pub(crate) session: String,
    /// When, since 1970.
    pub(crate) created: Duration,
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Record {
    version: u8,
    secret: String,
    organisation: String,
    session: String,
    created_ms: u64,
}

impl Drop for Record {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.secret);
    }
}

const VERSION: u8 = 1;
/// More bytes than a record has.
const RECORD_LENGTH: usize = 512;

impl PendingKey {
    /// The bytes to be sealed; wiped when dropped.
    pub(crate) fn to_bytes(&self) -> Option<Zeroizing<Vec<u8>>> {
        let record = Record {
            version: VERSION,
            secret: self.secret.to_base32().to_string(),
            organisation: self.organisation.to_string(),
            session: self.session.clone(),
            created_ms: u64::try_from(self.created.as_millis()).ok()?,
        };
        // Room for all of it: a buffer that grew would leave copies of the secret behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(RECORD_LENGTH));
        let options = WriteOptions::default();
        record
            .serialize(Serializer::new(&mut bytes, &options))
            .ok()?;
        Some(bytes)
    }

    /// From bytes that were sealed; `None` if they are of another version.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let record: Record = jsv::from_slice(bytes).ok()?;
        if record.version != VERSION {
            return None;
        }
        let secret = Zeroizing::new(BASE32_NOPAD.decode(record.secret.as_bytes()).ok()?);
        let secret: [u8; SECRET_LENGTH] = secret.as_slice().try_into().ok()?;
        Some(Self {
            secret: Secret::from_bytes(secret),
            organisation: record.organisation.parse().ok()?,
            session: record.session.clone(),
            created: Duration::from_millis(record.created_ms),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_as_it_was() {
        let key = PendingKey {
            secret: Secret::from_bytes([7; SECRET_LENGTH]),
            organisation: "x".repeat(64).parse().unwrap(),
            session: "f".repeat(64),
            created: Duration::from_millis(1_700_000_000_123),
        };
        let bytes = key.to_bytes().unwrap();
        assert_eq!(bytes.capacity(), RECORD_LENGTH, "it did not grow");
        let back = PendingKey::from_bytes(&bytes).unwrap();
        assert_eq!(back.secret, key.secret);
        assert_eq!(
            (back.organisation, back.session),
            (key.organisation, key.session)
        );
        assert_eq!(back.created, key.created);
        assert!(PendingKey::from_bytes(b"{version:2}").is_none());
    }
}
