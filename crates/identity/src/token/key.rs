use std::fmt;

use data_encoding::BASE64;
use hmac::digest::InvalidLength;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Sha256, Sha384, Sha512};

use crate::secret_bytes::SecretBytes;

/// How tokens are signed. Settings state it; what a token says of itself is only compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenAlgorithm {
    /// HMAC with SHA-256.
    Hs256,
    /// HMAC with SHA-384.
    Hs384,
    /// HMAC with SHA-512.
    Hs512,
}

impl TokenAlgorithm {
    /// Its name in a token's header (RFC 7518 section 3.1).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Hs384 => "HS384",
            Self::Hs512 => "HS512",
        }
    }

    /// The fewest bytes that a key may have (RFC 7518 section 3.2).
    pub const fn shortest_key(self) -> usize {
        match self {
            Self::Hs256 => 32,
            Self::Hs384 => 48,
            Self::Hs512 => 64,
        }
    }
}

/// The keys that tokens are signed and checked with.
#[derive(Debug)]
pub struct TokenKeys {
    algorithm: TokenAlgorithm,
    current: TokenKey,
    previous: Vec<TokenKey>,
}

/// A key that is shorter than its algorithm asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenKeyError {
    algorithm: TokenAlgorithm,
}

impl TokenKeys {
    /// Signs with `current`; checks with it and with `previous` ones, which are on their way out.
    ///
    /// # Errors
    /// A key that is too short.
    pub fn new(
        algorithm: TokenAlgorithm,
        current: Vec<u8>,
        previous: Vec<Vec<u8>>,
    ) -> Result<Self, TokenKeyError> {
        let key = |bytes| TokenKey::new(algorithm, bytes);
        Ok(Self {
            algorithm,
            current: key(current)?,
            previous: previous.into_iter().map(key).collect::<Result<_, _>>()?,
        })
    }

    pub(super) const fn algorithm(&self) -> TokenAlgorithm {
        self.algorithm
    }

    pub(super) fn id(&self) -> &str {
        &self.current.id
    }

    /// The signature of `signed` by the current key.
    pub(super) fn sign(&self, signed: &[u8]) -> Result<Vec<u8>, InvalidLength> {
        let secret = self.current.secret.expose();
        match self.algorithm {
            TokenAlgorithm::Hs256 => sign::<Hmac<Sha256>>(secret, signed),
            TokenAlgorithm::Hs384 => sign::<Hmac<Sha384>>(secret, signed),
            TokenAlgorithm::Hs512 => sign::<Hmac<Sha512>>(secret, signed),
        }
    }

    /// Whether `signature` is that of `signed` by a key of that id; without an id, by the current
    /// one. The comparison takes the same time wherever two signatures differ.
    pub(super) fn verify(&self, id: Option<&str>, signed: &[u8], signature: &[u8]) -> bool {
        let id = id.unwrap_or(&self.current.id);
        let all = std::iter::once(&self.current).chain(&self.previous);
        let mut named = all.filter(|key| key.id == id);
        named.any(|key| {
            let secret = key.secret.expose();
            match self.algorithm {
                TokenAlgorithm::Hs256 => verify::<Hmac<Sha256>>(secret, signed, signature),
                TokenAlgorithm::Hs384 => verify::<Hmac<Sha384>>(secret, signed, signature),
                TokenAlgorithm::Hs512 => verify::<Hmac<Sha512>>(secret, signed, signature),
            }
        })
    }
}

/// One key, and the id that tells it from the others.
struct TokenKey {
    /// `kid`: the first characters of its base64, as ServiceStack names keys, so that its hosts
    /// find theirs. Eighteen bits of a key that has 256 at least.
    id: String,
    secret: SecretBytes,
}

impl TokenKey {
    fn new(algorithm: TokenAlgorithm, bytes: Vec<u8>) -> Result<Self, TokenKeyError> {
        let secret = SecretBytes::from(bytes);
        if secret.expose().len() < algorithm.shortest_key() {
            return Err(TokenKeyError { algorithm });
        }
        // Three bytes are four characters.
        let mut id = BASE64.encode(&secret.expose()[..3]);
        id.truncate(3);
        Ok(Self { id, secret })
    }
}

fn sign<M: Mac + KeyInit>(secret: &[u8], signed: &[u8]) -> Result<Vec<u8>, InvalidLength> {
    let mac = <M as KeyInit>::new_from_slice(secret)?.chain_update(signed);
    Ok(mac.finalize().into_bytes().to_vec())
}

fn verify<M: Mac + KeyInit>(secret: &[u8], signed: &[u8], signature: &[u8]) -> bool {
    <M as KeyInit>::new_from_slice(secret)
        .is_ok_and(|mac| mac.chain_update(signed).verify_slice(signature).is_ok())
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenKey")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for TokenKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, name) = (self.algorithm.shortest_key(), self.algorithm.name());
        write!(f, "a key for {name} has at least {least} bytes")
    }
}

impl std::error::Error for TokenKeyError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_as_many_bytes_as_its_algorithm() {
        for (algorithm, least) in [
            (TokenAlgorithm::Hs256, 32),
            (TokenAlgorithm::Hs384, 48),
            (TokenAlgorithm::Hs512, 64),
        ] {
            let of = |length| TokenKeys::new(algorithm, vec![7; length], Vec::new());
            assert!(of(least).is_ok());
            let fault = of(least - 1).unwrap_err().to_string();
            assert!(
                fault.ends_with(&format!("at least {least} bytes")),
                "{fault}"
            );
            let previous = TokenKeys::new(algorithm, vec![7; least], vec![vec![7; 31]]);
            assert!(previous.is_err());
        }
    }

    #[test]
    fn a_key_is_named_by_its_first_three_characters_and_does_not_print() {
        let keys = TokenKeys::new(TokenAlgorithm::Hs256, vec![b'k'; 32], Vec::new()).unwrap();
        assert_eq!(keys.id(), &BASE64.encode(&[b'k'; 32])[..3]);
        let shown = format!("{keys:?}");
        assert!(!shown.contains("107") && !shown.contains("kkk"), "{shown}");
    }
}
