use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use contract::SecretText;
use service::{Environment, NoRandomness};

use crate::api_key::new_api_key;
use crate::{ApiKeyRecord, ApiKeyStore, NewApiKey, StoreError, UserStore};

/// Longest name of a key, in characters.
const LONGEST_NAME: usize = 64;

/// Makes, lists and revokes API keys.
#[derive(Clone)]
pub struct ApiKeys {
    keys: Arc<dyn ApiKeyStore>,
    users: Arc<dyn UserStore>,
    environment: Environment,
}

/// Why nothing was done to an API key.
#[derive(Debug)]
pub enum ApiKeyError {
    /// A name that does not fit on a line.
    Name,
    /// No random key is to be had.
    NoRandomness(NoRandomness),
    /// The store.
    Store(StoreError),
}

impl ApiKeys {
    /// API keys in this store, for users of that one.
    pub fn new(
        keys: Arc<dyn ApiKeyStore>,
        users: Arc<dyn UserStore>,
        environment: Environment,
    ) -> Self {
        Self {
            keys,
            users,
            environment,
        }
    }

    /// A new key for the user of that name (or e-mail address), with all rights of that user. It
    /// can be had only now: what is kept is its digest.
    ///
    /// # Errors
    /// No such user, a name of more than 64 characters or with control characters.
    pub async fn add(
        &self,
        user: &str,
        name: &str,
        lifetime: Option<Duration>,
    ) -> Result<(SecretText, ApiKeyRecord), ApiKeyError> {
        if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(ApiKeyError::Name);
        }
        let user_id = self.user_id(user).await?;
        let key = new_api_key(&self.environment).map_err(ApiKeyError::NoRandomness)?;
        let now = self.environment.now();
        let new = NewApiKey::of(&key, user_id, name.to_owned(), now, lifetime);
        let record = self.keys.add_api_key(new).await;
        Ok((key, record.map_err(ApiKeyError::Store)?))
    }

    /// Revokes the key of that number for ever.
    ///
    /// # Errors
    /// No such key.
    pub async fn revoke(&self, id: i64) -> Result<(), ApiKeyError> {
        let revoked = self.keys.revoke_api_key(id, self.environment.now());
        revoked.await.map_err(ApiKeyError::Store)
    }

    /// Every key in the order in which they were made, or every key of that user.
    ///
    /// # Errors
    /// No such user.
    pub async fn list(&self, user: Option<&str>) -> Result<Vec<ApiKeyRecord>, ApiKeyError> {
        let user = match user {
            Some(name) => Some(self.user_id(name).await?),
            None => None,
        };
        self.keys.api_keys(user).await.map_err(ApiKeyError::Store)
    }

    async fn user_id(&self, name: &str) -> Result<i64, ApiKeyError> {
        let user = self.users.user_by_name(name).await;
        let user = user.map_err(ApiKeyError::Store)?;
        let missing = ApiKeyError::Store(StoreError::Missing("the user"));
        user.map(|user| user.id).ok_or(missing)
    }
}

impl fmt::Debug for ApiKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiKeys").finish_non_exhaustive()
    }
}

impl fmt::Display for ApiKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => write!(
                f,
                "the name of a key has at most {LONGEST_NAME} characters and no control characters"
            ),
            Self::NoRandomness(fault) => fault.fmt(f),
            Self::Store(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for ApiKeyError {}
