//! `[jwt]`

use identity::{TokenAlgorithm, TokenKeys, TokenPolicy};
use secrecy::SecretString;

use super::section::{Choice, Section};
use crate::token_keys::decode_token_keys;

const DAY: u64 = 24 * 60 * 60;

/// JSON Web Tokens: made and understood where there is a key.
#[derive(Debug, Clone)]
pub struct JwtSettings {
    /// `key` or `key_file`: base64 of the key that signs tokens. No default: without it there are no tokens. A secret.
    pub key: Option<SecretString>,
    /// `previous_keys` or `previous_keys_file`: earlier keys, separated by commas, whose tokens are still understood. Secrets.
    pub previous_keys: Option<SecretString>,
    /// `algorithm`: `HS256`, `HS384` or `HS512`. Default `HS256`.
    pub algorithm: TokenAlgorithm,
    /// `issuer`, `audience`, `access_seconds`, `refresh_seconds`, `use_token_cookie`, `require_secure_connection`.
    pub policy: TokenPolicy,
}

impl JwtSettings {
    /// The keys; `None` where there are no tokens.
    ///
    /// # Errors
    /// What is wrong with a key, without the key.
    pub fn keys(&self) -> Result<Option<TokenKeys>, String> {
        let previous = self.previous_keys.as_ref();
        let keys = self.key.as_ref();
        keys.map(|key| decode_token_keys(self.algorithm, key, previous))
            .transpose()
    }

    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let algorithm = section.choice("algorithm");
        // A fault of the algorithm is told already; the keys are looked at all the same.
        let checked = algorithm.unwrap_or(TokenAlgorithm::Hs256);
        let key = section.secret("key", "key_file", |key| {
            decode_token_keys(checked, key, None).map(drop)
        });
        let previous_keys =
            section.secret("previous_keys", "previous_keys_file", |keys| match &key {
                Some(key) => decode_token_keys(checked, key, Some(keys)).map(drop),
                None => Err("is of no use without a jwt.key".to_owned()),
            });
        let issuer = section.text("issuer", 1..=200);
        let audience = section.text("audience", 0..=200);
        let access_lifetime = section.seconds("access_seconds", 60..=400 * DAY);
        let refresh_lifetime = section.seconds("refresh_seconds", 60..=400 * DAY);
        let in_cookies = section.boolean("use_token_cookie");
        let needs_secure_connection = section.boolean("require_secure_connection");
        Some(Self {
            key,
            previous_keys,
            algorithm: algorithm?,
            policy: TokenPolicy {
                issuer: issuer?,
                audience: audience.map(|text| (!text.is_empty()).then_some(text))?,
                access_lifetime: access_lifetime?,
                refresh_lifetime: refresh_lifetime?,
                in_cookies: in_cookies?,
                needs_secure_connection: needs_secure_connection?,
            },
        })
    }
}

impl Choice for TokenAlgorithm {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("HS256", Self::Hs256),
        ("HS384", Self::Hs384),
        ("HS512", Self::Hs512),
    ];
}
