use std::fmt;
use std::sync::Arc;

use service::{
    AuthProvider, Authentication, Authenticator, BoxFuture, Caller, Credentials, Environment,
    Password, ServiceError,
};

use crate::{
    PasswordHasher, Provider, Session, SessionKey, SessionLifetimes, SessionStore, User, UserStore,
};

/// Finds out who is calling: by session, or by user name and password of HTTP Basic.
pub struct Identity {
    pub(crate) users: Arc<dyn UserStore>,
    pub(crate) sessions: Arc<dyn SessionStore>,
    pub(crate) passwords: Arc<PasswordHasher>,
    pub(crate) lifetimes: SessionLifetimes,
    pub(crate) environment: Environment,
}

/// A session that has not ended, and its user.
pub(crate) struct LiveSession {
    pub(crate) user: User,
    pub(crate) session: Session,
    key: SessionKey,
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
        let user = user.filter(|user| user.password_stamp() == session.password_stamp);
        Ok(user.map(|user| LiveSession { user, session, key }))
    }

    /// As ServiceStack does, HTTP Basic signs in: the client gets the cookies of a session, and
    /// spares both sides the next check of its password if it keeps them.
    async fn by_password(
        &self,
        name: &str,
        password: &Password,
        credentials: &Credentials,
    ) -> Result<Authentication, ServiceError> {
        let user = self.check_password(name, password.clone()).await?;
        let signed_in = self.sign_in(user, Provider::Basic, false, credentials);
        let signed_in = signed_in.await?;
        let key = SessionKey::of(&signed_in.session_id);
        Ok(Authentication {
            caller: caller(&signed_in.user, Provider::Basic, &key),
            session: Some(signed_in.change),
        })
    }
}

/// The ways to sign in.
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
    /// A session counts before a password, unless the password is another user's: then it is the
    /// later word. An empty password is how an API key is sent, of which there are none.
    fn authenticate<'a>(
        &'a self,
        credentials: &'a Credentials,
    ) -> BoxFuture<'a, Result<Option<Authentication>, ServiceError>> {
        Box::pin(async move {
            let live = self.live_session(credentials).await?;
            if let Some((name, password)) = &credentials.basic
                && !password.is_empty()
                && live.as_ref().is_none_or(|live| !live.user.goes_by(name))
            {
                return self
                    .by_password(name, password, credentials)
                    .await
                    .map(Some);
            }
            Ok(live.map(|live| Authentication {
                caller: caller(&live.user, live.session.provider, &live.key),
                session: None,
            }))
        })
    }

    fn challenge(&self) -> String {
        "credentials realm=\"/auth/credentials\"".to_owned()
    }

    fn providers(&self) -> &[AuthProvider] {
        &PROVIDERS
    }
}

/// All calls of a user by HTTP Basic count as one session: a client that keeps no cookies has a
/// new one with every request.
fn caller(user: &User, provider: Provider, key: &SessionKey) -> Caller {
    let session = match provider {
        Provider::Basic => format!("basic:{}", user.id),
        Provider::Credentials => key.fingerprint().to_owned(),
    };
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
