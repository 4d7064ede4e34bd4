mod by_api_key;
mod by_token;
mod proof;

use std::fmt;
use std::sync::Arc;

use contract::SecretText;
use service::{
    AuthProvider, Authentication, Authenticator, BoxFuture, Caller, Credentials, Environment,
    ServiceError, SessionChange,
};

use crate::{
    ApiKeyStore, PasswordHasher, Provider, RevokedLoginStore, Session, SessionKey,
    SessionLifetimes, SessionStore, Tokens, User, UserStore,
};

pub(crate) use proof::Proof;

/// Finds out who is calling: by session, by user name and password of HTTP Basic and, where they
/// are wanted, by token and by API key.
pub struct Identity {
    pub(crate) users: Arc<dyn UserStore>,
    pub(crate) sessions: Arc<dyn SessionStore>,
    pub(crate) passwords: Arc<PasswordHasher>,
    pub(crate) lifetimes: SessionLifetimes,
    pub(crate) environment: Environment,
    pub(crate) tokens: Option<Arc<Tokens>>,
    pub(crate) revoked_logins: Option<Arc<dyn RevokedLoginStore>>,
    api_keys: Option<KeyRing>,
    providers: Vec<AuthProvider>,
}

/// Where API keys are looked up, and how they may come.
struct KeyRing {
    store: Arc<dyn ApiKeyStore>,
    needs_secure_connection: bool,
}

/// A session that has not ended, and its user.
pub(crate) struct LiveSession {
    pub(crate) user: User,
    pub(crate) session: Session,
    pub(crate) key: SessionKey,
}

impl Identity {
    /// Identity over these stores, with neither tokens nor API keys.
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
            tokens: None,
            revoked_logins: None,
            api_keys: None,
            providers: vec![CREDENTIALS, BASIC],
        }
    }

    /// The same with tokens: sign-ins make them, and they prove who is calling until a sign-out,
    /// which that store remembers.
    #[must_use]
    pub fn with_tokens(mut self, tokens: Tokens, revoked: Arc<dyn RevokedLoginStore>) -> Self {
        self.tokens = Some(Arc::new(tokens));
        self.revoked_logins = Some(revoked);
        self.providers.push(JWT);
        self
    }

    /// The same with API keys.
    #[must_use]
    pub fn with_api_keys(
        mut self,
        store: Arc<dyn ApiKeyStore>,
        needs_secure_connection: bool,
    ) -> Self {
        self.api_keys = Some(KeyRing {
            store,
            needs_secure_connection,
        });
        self.providers.push(API_KEY);
        self
    }

    /// The session that the credentials name, if it has neither expired nor been ended by a
    /// sign-out, by another password or with its user.
    pub(crate) async fn live_session(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<LiveSession>, ServiceError> {
        let Some(id) = credentials.active_session_id() else {
            return Ok(None);
        };
        let key = SessionKey::of(id);
        let Some(session) = self.sessions.get(&key, self.environment.now()).await? else {
            return Ok(None);
        };
        let user = self.users.user(session.user_id).await?;
        let user = user.filter(|user| user.honors(&session.stamp));
        Ok(user.map(|user| LiveSession { user, session, key }))
    }

    /// As ServiceStack does, HTTP Basic signs in: the client gets the cookies of a session, and
    /// spares both sides the next check of its password if it keeps them.
    async fn by_password(
        &self,
        name: &str,
        password: &SecretText,
        credentials: &Credentials,
    ) -> Result<Authentication, ServiceError> {
        let user = self.check_password(name, password.clone()).await?;
        let signed_in = self.sign_in(user, Provider::Basic, false, credentials);
        let signed_in = signed_in.await?;
        let key = SessionKey::of(&signed_in.session_id);
        let session = session_name(&signed_in.user, Provider::Basic, &key);
        Ok(Authentication {
            caller: caller(&signed_in.user, session),
            session: Some(signed_in.change),
        })
    }
}

const CREDENTIALS: AuthProvider = AuthProvider {
    name: "credentials",
    label: "Credentials",
    kind: "credentials",
};
const BASIC: AuthProvider = AuthProvider {
    name: "basic",
    label: "Basic",
    kind: "Basic",
};
const JWT: AuthProvider = AuthProvider {
    name: "jwt",
    label: "JWT",
    kind: "Bearer",
};
const API_KEY: AuthProvider = AuthProvider {
    name: "apikey",
    label: "API Key",
    kind: "Bearer",
};

impl Authenticator for Identity {
    /// A session, a token or a key counts before a password, unless the password is another
    /// user's, or the session or token is no good: then it is the later word.
    fn authenticate<'a>(
        &'a self,
        credentials: &'a Credentials,
    ) -> BoxFuture<'a, Result<Option<Authentication>, ServiceError>> {
        Box::pin(async move {
            let password = credentials.basic.as_ref();
            let password = password.filter(|(_, password)| !password.is_empty());
            let proof = match (self.proof(credentials).await, password) {
                (Err(error), Some(_)) if error.status() < 500 => None,
                (proof, _) => proof?,
            };
            if let Some((name, password)) = password
                && proof.as_ref().is_none_or(|proof| !proof.user.goes_by(name))
            {
                return self
                    .by_password(name, password, credentials)
                    .await
                    .map(Some);
            }
            Ok(proof.map(|proof| Authentication {
                caller: caller(&proof.user, proof.session),
                session: proof.change,
            }))
        })
    }

    fn challenge(&self) -> String {
        "credentials realm=\"/auth/credentials\"".to_owned()
    }

    fn to_forget(&self, credentials: &Credentials) -> Option<SessionChange> {
        let has_token = self.tokens.is_some() && credentials.access_token.is_some();
        has_token.then_some(SessionChange::TokenRefused)
    }

    fn providers(&self) -> &[AuthProvider] {
        &self.providers
    }
}

/// All calls of a user by HTTP Basic count as one session: a client that keeps no cookies has a
/// new one with every request.
fn session_name(user: &User, provider: Provider, key: &SessionKey) -> String {
    match provider {
        Provider::Basic => format!("basic:{}", user.id),
        Provider::Credentials => key.fingerprint().to_owned(),
    }
}

fn caller(user: &User, session: String) -> Caller {
    Caller {
        user_id: user.id,
        user_name: user.user_name.clone(),
        display_name: user.shown_name().to_owned(),
        email: user.email.clone(),
        roles: user.roles.clone(),
        session,
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod token_tests;
