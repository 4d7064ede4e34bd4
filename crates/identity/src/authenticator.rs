use std::fmt;
use std::sync::Arc;

use service::{
    AuthProvider, Authentication, Authenticator, BoxFuture, Credentials, Environment, ServiceError,
};
use zeroize::Zeroizing;

use crate::{PasswordHasher, SessionKey, SessionLifetimes, SessionStore, UserStore};

/// Finds out who is calling: by session, or by user name and password of HTTP Basic.
pub struct Identity {
    pub(crate) users: Arc<dyn UserStore>,
    pub(crate) sessions: Arc<dyn SessionStore>,
    pub(crate) passwords: Arc<PasswordHasher>,
    pub(crate) lifetimes: SessionLifetimes,
    pub(crate) environment: Environment,
}

impl Identity {
    /// Identity over these stores.
    pub fn new(
        users: Arc<dyn UserStore>,
        sessions: Arc<dyn SessionStore>,
        passwords: Arc<PasswordHasher>,
        lifetimes: SessionLifetimes,
        environment: Environment,
    ) -> Self {
        Self {
            users,
            sessions,
            passwords,
            lifetimes,
            environment,
        }
    }

    async fn by_session(&self, id: &str) -> Result<Option<Authentication>, ServiceError> {
        let key = SessionKey::of(id);
        let Some(session) = self.sessions.get(&key, self.environment.now()).await? else {
            return Ok(None);
        };
        // A user who has been removed since is nobody.
        let user = self.users.user(session.user_id).await?;
        Ok(user.map(|user| Authentication {
            caller: Self::caller(&user, key.fingerprint().to_owned()),
            session: None,
        }))
    }

    /// No session is started: such clients send their password with every request.
    async fn by_password(
        &self,
        name: &str,
        password: &str,
    ) -> Result<Authentication, ServiceError> {
        let user = self
            .check_password(name, Zeroizing::new(password.to_owned()))
            .await?;
        let session = format!("basic:{}", user.id);
        Ok(Authentication {
            caller: Self::caller(&user, session),
            session: None,
        })
    }
}

const PROVIDERS: [AuthProvider; 2] = [
    AuthProvider {
        name: "credentials",
        label: "Credentials",
        kind: "credentials",
    },
    AuthProvider {
        name: "basic",
        label: "Basic",
        kind: "Basic",
    },
];

impl Authenticator for Identity {
    fn authenticate<'a>(
        &'a self,
        credentials: &'a Credentials,
    ) -> BoxFuture<'a, Result<Option<Authentication>, ServiceError>> {
        Box::pin(async move {
            if let Some(id) = credentials.active_session_id()
                && let Some(authentication) = self.by_session(id).await?
            {
                return Ok(Some(authentication));
            }
            match &credentials.basic {
                // An empty password is how an API key is sent, of which there are none.
                Some((name, password)) if !password.is_empty() => {
                    self.by_password(name, password).await.map(Some)
                }
                _ => Ok(None),
            }
        })
    }

    fn challenge(&self) -> String {
        "credentials realm=\"/auth/credentials\"".to_owned()
    }

    fn providers(&self) -> &[AuthProvider] {
        &PROVIDERS
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").finish_non_exhaustive()
    }
}
