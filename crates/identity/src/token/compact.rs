//! The compact form (RFC 7515 section 7.1): header, payload and signature in base64url, by dots.

use contract::SecretText;
use data_encoding::BASE64URL_NOPAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::key::TokenKeys;

/// Longest token that is looked at, in bytes. Those that this host makes have some hundred, and
/// never more than this.
pub(super) const LONGEST: usize = 16 * 1024;

/// What stands before the payload.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Header {
    pub(super) typ: String,
    pub(super) alg: String,
    #[serde(default)]
    pub(super) kid: Option<String>,
}

/// A token taken apart. Nothing of it is to be believed before its signature is checked.
pub(super) struct Parts<'a> {
    pub(super) header: Header,
    /// What is signed: header and payload as they came.
    signed: &'a str,
    payload: &'a str,
    signature: Vec<u8>,
}

impl<'a> Parts<'a> {
    /// `None` for what is no token.
    pub(super) fn of(token: &'a str) -> Option<Self> {
        if token.len() > LONGEST {
            return None;
        }
        let (signed, signature) = token.rsplit_once('.')?;
        let (header, payload) = signed.split_once('.')?;
        Some(Self {
            header: json(header)?,
            signed,
            payload,
            signature: bytes(signature)?,
        })
    }

    /// The payload, if a key of ours has signed it; `None` if not, or if it is no such claims.
    pub(super) fn verified<T: DeserializeOwned>(&self, keys: &TokenKeys) -> Option<T> {
        let id = self.header.kid.as_deref();
        let is_ours = keys.verify(id, self.signed.as_bytes(), &self.signature);
        is_ours.then(|| json(self.payload)).flatten()
    }
}

/// Signs `claims` with the current key.
///
/// # Errors
/// Claims that cannot be written, which no input causes.
pub(super) fn signed(
    typ: &str,
    claims: &impl Serialize,
    keys: &TokenKeys,
) -> Result<SecretText, Box<dyn std::error::Error + Send + Sync>> {
    let header = Header {
        typ: typ.to_owned(),
        alg: keys.algorithm().name().to_owned(),
        kid: Some(keys.id().to_owned()),
    };
    let text = |json: Vec<u8>| BASE64URL_NOPAD.encode(&json);
    let header = text(serde_json::to_vec(&header)?);
    let mut token = format!("{header}.{}", text(serde_json::to_vec(claims)?));
    let signature = keys.sign(token.as_bytes())?;
    token.push('.');
    token.push_str(&BASE64URL_NOPAD.encode(&signature));
    Ok(token.into())
}

fn json<T: DeserializeOwned>(part: &str) -> Option<T> {
    serde_json::from_slice(&bytes(part)?).ok()
}

/// Without padding, and one text only for the same bytes.
fn bytes(part: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(part.as_bytes()).ok()
}
