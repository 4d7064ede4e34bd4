use std::fmt;

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use service::{Environment, NoRandomness};
use zeroize::Zeroizing;

/// Bytes of a nonce: 96 random bits (NIST SP 800-38D section 8.2.2). A key is good for 2^32 of
/// them; keys are generated far more slowly.
const NONCE_LENGTH: usize = 12;
/// The first byte of what is sealed, so that another way of sealing can follow.
const VERSION: u8 = 1;

/// The key that pending secrets are sealed with: AES-256-GCM, bound to what they are for.
pub struct SealingKeys {
    cipher: Aes256Gcm,
}

/// Why something was not sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealError {
    /// No random nonce is to be had.
    NoRandomness,
    /// Not sealed with this key for this purpose, or changed since.
    NotGenuine,
}

impl SealingKeys {
    /// Seals with a key of 32 random bytes.
    pub fn new(key: &Zeroizing<[u8; 32]>) -> Self {
        let key: &Key<Aes256Gcm> = (&**key).into();
        Self {
            cipher: Aes256Gcm::new(key),
        }
    }

    /// Seals `plain`; it opens only for the same `purpose`.
    ///
    /// # Errors
    /// [`SealError::NoRandomness`]
    pub fn seal(
        &self,
        purpose: &str,
        plain: &[u8],
        environment: &Environment,
    ) -> Result<Vec<u8>, SealError> {
        let nonce: [u8; NONCE_LENGTH] = environment.random()?;
        let payload = Payload {
            msg: plain,
            aad: purpose.as_bytes(),
        };
        let sealed = self.cipher.encrypt(&Nonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| SealError::NotGenuine)?;
        Ok([&[VERSION], nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`Self::seal`] made for that `purpose`; wiped when dropped.
    ///
    /// # Errors
    /// [`SealError::NotGenuine`]
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let rest = sealed
            .strip_prefix(&[VERSION])
            .ok_or(SealError::NotGenuine)?;
        let (nonce, text) = rest
            .split_at_checked(NONCE_LENGTH)
            .ok_or(SealError::NotGenuine)?;
        let nonce: [u8; NONCE_LENGTH] = nonce.try_into().map_err(|_| SealError::NotGenuine)?;
        let payload = Payload {
            msg: text,
            aad: purpose.as_bytes(),
        };
        let plain = self.cipher.decrypt(&Nonce::from(nonce), payload);
        plain.map(Zeroizing::new).map_err(|_| SealError::NotGenuine)
    }
}

impl From<NoRandomness> for SealError {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoRandomness => "there are no random bytes to seal with",
            Self::NotGenuine => "the sealed value is not genuine",
        })
    }
}

impl std::error::Error for SealError {}

impl fmt::Debug for SealingKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKeys(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::fixture::{Hand, environment};

    #[test]
    fn what_is_sealed_opens_only_for_its_purpose_and_key() {
        let keys = SealingKeys::new(&Zeroizing::new([1; 32]));
        let environment = environment(&Arc::new(Hand::default()));
        let sealed = keys.seal("pending|1", b"secret", &environment).unwrap();
        let again = keys.seal("pending|1", b"secret", &environment).unwrap();
        assert_ne!(sealed, again, "every seal has a nonce of its own");
        assert_eq!(
            keys.open("pending|1", &sealed).unwrap().as_slice(),
            b"secret"
        );
        assert_eq!(
            keys.open("pending|2", &sealed).unwrap_err(),
            SealError::NotGenuine
        );
        let other = SealingKeys::new(&Zeroizing::new([2; 32]));
        assert!(other.open("pending|1", &sealed).is_err());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(keys.open("pending|1", &changed).is_err(), "byte {at}");
            assert!(
                keys.open("pending|1", &sealed[..at]).is_err(),
                "cut at {at}"
            );
        }
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
    }
}
