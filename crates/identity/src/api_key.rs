use std::fmt;
use std::time::Duration;

use contract::SecretText;
use data_encoding::HEXLOWER;
use service::{Environment, NoRandomness};
use sha2::{Digest, Sha256};

/// What every key begins with, as ServiceStack's do: a scanner of source code can tell it.
const PREFIX: &str = "ak-";
/// Hexadecimal digits behind it.
const DIGITS: usize = 32;
/// Characters of a key that lists show: 16 of its 128 bits.
const SHOWN: usize = PREFIX.len() + 4;

/// A new API key: `ak-` and 128 random bits in hexadecimal digits.
///
/// # Errors
/// [`NoRandomness`]
pub(crate) fn new_api_key(environment: &Environment) -> Result<SecretText, NoRandomness> {
    let bits = environment.random::<16>()?;
    Ok(format!("{PREFIX}{}", HEXLOWER.encode(&bits)).into())
}

/// Whether a text has the form of an API key, which tells it from a token and from the keys that
/// other hosts of a browser's site are sent.
pub(crate) fn is_api_key(text: &str) -> bool {
    let digits = text.strip_prefix(PREFIX).map(str::as_bytes);
    digits.is_some_and(|digits| digits.len() == DIGITS && digits.iter().all(u8::is_ascii_hexdigit))
}

/// What a store knows a key by: a digest, so that whoever reads the store cannot use the key.
/// The key has too many random bits for anybody to find it by trying.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ApiKeyDigest([u8; 32]);

impl ApiKeyDigest {
    /// The digest of a key.
    pub fn of(key: &SecretText) -> Self {
        Self(Sha256::digest(key.expose().as_bytes()).into())
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What tells callers by different keys apart in logs and comparisons.
    pub(crate) fn fingerprint(&self) -> String {
        HEXLOWER.encode(&self.0[..16])
    }
}

/// An API key as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKeyRecord {
    /// The number that the store gave.
    pub id: i64,
    /// Whose it is, and whose rights it has.
    pub user_id: i64,
    /// What it is for.
    pub name: String,
    /// Its first characters, by which its owner knows it.
    pub shown: String,
    /// When it was made, since 1970.
    pub created: Duration,
    /// From when on it counts no more, since 1970.
    pub expires: Option<Duration>,
    /// When it was revoked, since 1970.
    pub revoked: Option<Duration>,
}

impl ApiKeyRecord {
    /// Whether it counts at `now`.
    pub fn is_good(&self, now: Duration) -> bool {
        self.revoked.is_none() && self.expires.is_none_or(|end| now < end)
    }
}

/// An API key that is to be kept. Times are in whole seconds.
#[derive(Debug, Clone)]
pub struct NewApiKey {
    /// Whose it is.
    pub user_id: i64,
    /// What it is for.
    pub name: String,
    /// What it is known by.
    pub digest: ApiKeyDigest,
    /// Its first characters.
    pub shown: String,
    /// When it was made, since 1970.
    pub created: Duration,
    /// From when on it counts no more, since 1970.
    pub expires: Option<Duration>,
}

impl NewApiKey {
    /// `key` for that user.
    pub(crate) fn of(
        key: &SecretText,
        user_id: i64,
        name: String,
        created: Duration,
        lifetime: Option<Duration>,
    ) -> Self {
        let created = Duration::from_secs(created.as_secs());
        Self {
            user_id,
            name,
            digest: ApiKeyDigest::of(key),
            shown: key.expose().chars().take(SHOWN).collect(),
            created,
            expires: lifetime.map(|lifetime| created.saturating_add(lifetime)),
        }
    }
}

impl fmt::Debug for ApiKeyDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApiKeyDigest({}…)", &self.fingerprint()[..8])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::environment_at;

    #[test]
    fn a_key_is_told_from_a_token_and_kept_as_a_digest() {
        let environment = environment_at(0);
        let key = new_api_key(&environment).unwrap();
        let digits = key.expose().strip_prefix("ak-").unwrap();
        assert_eq!(digits.len(), 32);
        assert!(digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        assert!(is_api_key(key.expose()));
        let (short, long) = (&key.expose()[..34], format!("{}0", key.expose()));
        let other = key.expose().replace("ak-", "pk-");
        let no_digits = format!("ak-{}", "x".repeat(32));
        for foreign in ["a.b.c", "", "ak-", digits, short, &long, &other, &no_digits] {
            assert!(!is_api_key(foreign), "{foreign}");
        }
        assert_ne!(new_api_key(&environment).unwrap(), key);
        let kept = NewApiKey::of(&key, 1, "CI".to_owned(), Duration::ZERO, None);
        assert_eq!(kept.shown, key.expose()[..7]);
        assert!(!format!("{kept:?}").contains(digits), "{kept:?}");
    }

    #[test]
    fn a_key_counts_until_it_expires_or_is_revoked() {
        let second = Duration::from_secs;
        let mut key = ApiKeyRecord {
            id: 1,
            user_id: 1,
            name: String::new(),
            shown: String::new(),
            created: second(10),
            expires: None,
            revoked: None,
        };
        assert!(key.is_good(second(1_000_000)));
        key.expires = Some(second(20));
        assert!(key.is_good(second(19)) && !key.is_good(second(20)));
        key.revoked = Some(second(11));
        assert!(!key.is_good(second(12)));
    }
}
