use service::{Credentials, ServiceError, SessionChange};

use super::{Identity, LiveSession, session_name};
use crate::User;

/// What shows who is calling, other than a password.
#[derive(Debug)]
pub(crate) struct Proof {
    /// Who it is.
    pub(crate) user: User,
    /// How: ServiceStack's name of the provider.
    pub(crate) provider: &'static str,
    /// The [session](service::Caller::session) that its calls count as.
    pub(crate) session: String,
    /// What the client is to be told, where a token was renewed.
    pub(crate) change: Option<SessionChange>,
    /// Whether it is a session on this host, rather than a token or a key.
    pub(crate) is_session: bool,
}

impl Identity {
    /// What the credentials prove without their password. What is sent in a header counts before
    /// what a client sends by itself, a session before a token in a cookie.
    ///
    /// # Errors
    /// 401 for a key that is none or no more, or a token that is no more; 403 for what must not
    /// come by a plain connection; 503 if a store does not answer.
    pub(crate) async fn proof(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<Proof>, ServiceError> {
        if let Some(proof) = self.by_api_key(credentials).await? {
            return Ok(Some(proof));
        }
        if let Some(proof) = self.by_bearer_token(credentials).await? {
            return Ok(Some(proof));
        }
        if let Some(live) = self.live_session(credentials).await? {
            return Ok(Some(live.into()));
        }
        self.by_token_cookie(credentials).await
    }
}

impl From<LiveSession> for Proof {
    fn from(live: LiveSession) -> Self {
        let LiveSession { user, session, key } = live;
        Self {
            session: session_name(&user, session.provider, &key),
            provider: session.provider.name(),
            user,
            change: None,
            is_session: true,
        }
    }
}
