use contract::SecretText;
use service::{Credentials, ServiceError};

use super::{API_KEY, Identity, KeyRing, Proof};
use crate::ApiKeyDigest;
use crate::api_key::is_api_key;

impl Identity {
    /// Who the API key belongs to; `None` if none is sent, or there are none here.
    ///
    /// # Errors
    /// 401 for a key that is unknown, expired or revoked, or whose user is locked: one answer
    /// for all; 403 for a plain connection; 503 if a store does not answer.
    pub(super) async fn by_api_key(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<Proof>, ServiceError> {
        let (Some(keys), Some(key)) = (&self.api_keys, stated_key(credentials)) else {
            return Ok(None);
        };
        check_connection(keys, credentials)?;
        let digest = ApiKeyDigest::of(&key);
        let record = keys.store.api_key(&digest).await?;
        let now = self.environment.now();
        let Some(record) = record.filter(|record| record.is_good(now)) else {
            return Err(invalid());
        };
        let user = self.users.user(record.user_id).await?;
        let user = user.filter(|user| !user.is_locked).ok_or_else(invalid)?;
        Ok(Some(Proof {
            user,
            provider: API_KEY.name,
            session: format!("key:{}", digest.fingerprint()),
            change: None,
            is_session: false,
        }))
    }
}

/// The key in its own header, as a bearer token, or as a user name without a password. What has not
/// the form of a key is meant for somebody else.
fn stated_key(credentials: &Credentials) -> Option<SecretText> {
    let header = credentials.api_key.iter().chain(&credentials.bearer);
    let mut header = header.filter(|text| is_api_key(text.expose()));
    let basic = credentials.basic.as_ref();
    let basic = basic.filter(|(name, password)| password.is_empty() && is_api_key(name));
    let stated = header.next().cloned();
    stated.or_else(|| basic.map(|(name, _)| name.as_str().into()))
}

fn check_connection(keys: &KeyRing, credentials: &Credentials) -> Result<(), ServiceError> {
    if credentials.is_secure || !keys.needs_secure_connection {
        return Ok(());
    }
    Err(ServiceError::forbidden(
        "Sending API Key over insecure connection forbidden when RequireSecureConnection=true",
    ))
}

fn invalid() -> ServiceError {
    ServiceError::new("Unauthorized", "Invalid API Key")
}
