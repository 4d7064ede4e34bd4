use std::fmt;

use contract::SecretText;

use crate::{AuthProvider, BoxFuture, Caller, ServiceError, SessionChange};

/// What a request carries to prove who is calling.
#[derive(Clone, Default)]
pub struct Credentials {
    /// `ss-id`: the session that lasts as long as the browser.
    pub session_id: Option<String>,
    /// `ss-pid`: the session that outlives it.
    pub permanent_session_id: Option<String>,
    /// `ss-opt` names `perm`: the permanent session is the active one.
    pub is_permanent: bool,
    /// User name and password of HTTP Basic (RFC 7617).
    pub basic: Option<(String, SecretText)>,
    /// A bearer token (RFC 6750).
    pub bearer: Option<SecretText>,
    /// `X-Api-Key`.
    pub api_key: Option<SecretText>,
    /// `ss-tok`: an access token that a cookie keeps.
    pub access_token: Option<SecretText>,
    /// `ss-reftok`: what gets a new access token.
    pub refresh_token: Option<SecretText>,
    /// Whether they came by an encrypted connection.
    pub is_secure: bool,
}

impl Credentials {
    /// The id of the active session.
    pub fn active_session_id(&self) -> Option<&str> {
        let (first, second) = if self.is_permanent {
            (&self.permanent_session_id, &self.session_id)
        } else {
            (&self.session_id, &self.permanent_session_id)
        };
        first.as_deref().or(second.as_deref())
    }

    /// Whether there is nothing to check. A refresh token alone proves nothing.
    pub const fn is_empty(&self) -> bool {
        self.session_id.is_none()
            && self.permanent_session_id.is_none()
            && self.basic.is_none()
            && self.bearer.is_none()
            && self.api_key.is_none()
            && self.access_token.is_none()
    }
}

/// Says which credentials there are, never what they are.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("session", &self.active_session_id().is_some())
            .field("basic", &self.basic.is_some())
            .field("bearer", &self.bearer.is_some())
            .field("api_key", &self.api_key.is_some())
            .field("access_token", &self.access_token.is_some())
            .finish_non_exhaustive()
    }
}

/// Who credentials belong to.
#[derive(Debug, Clone)]
pub struct Authentication {
    /// The caller.
    pub caller: Caller,
    /// What the host must tell the client about its session, if a sign-in took place.
    pub session: Option<SessionChange>,
}

/// Finds out who is calling. The host asks once a request, before any service runs.
pub trait Authenticator: Send + Sync + 'static {
    /// Who the credentials belong to: `None` if they prove nothing, as a session that has ended.
    ///
    /// # Errors
    /// Credentials that are wrong rather than absent (401), a store that does not answer (503).
    fn authenticate<'a>(
        &'a self,
        credentials: &'a Credentials,
    ) -> BoxFuture<'a, Result<Option<Authentication>, ServiceError>>;

    /// The `WWW-Authenticate` header of a 401: `credentials realm="/auth/credentials"`.
    fn challenge(&self) -> String;

    /// What a client whose credentials proved nothing is to forget.
    fn to_forget(&self, _credentials: &Credentials) -> Option<SessionChange> {
        None
    }

    /// The ways to sign in, for user interfaces.
    fn providers(&self) -> &[AuthProvider] {
        &[]
    }
}
