use service::{Credentials, ServiceError, SessionChange};

use super::{Identity, LiveSession, session_name};
use crate::User;
use crate::token::TokenError;

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
    /// what a client sends by itself, a session before a token in a cookie. A bearer token by
    /// another algorithm is another host's: it is refused only where nothing else proves anything.
    ///
    /// # Errors
    /// 401 for a key that is unknown or no more, or a token that is no more; 403 for what must not
    /// come by a plain connection; 405 for another algorithm; 503 if a store does not answer.
    pub(crate) async fn proof(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<Proof>, ServiceError> {
        if let Some(proof) = self.by_api_key(credentials).await? {
            return Ok(Some(proof));
        }
        let foreign = match self.by_bearer_token(credentials) {
            Ok(None) => None,
            Ok(Some(claims)) => return self.by_claims(&claims, None).await.map(Some),
            Err(error @ TokenError::Algorithm { .. }) => Some(error),
            Err(error) => return Err(error.into()),
        };
        let mut proof = self.live_session(credentials).await?.map(Proof::from);
        if proof.is_none() {
            let found = self.by_token_cookie(credentials).await;
            proof = found.map_err(forgetting)?;
        }
        match (proof, foreign) {
            (None, Some(foreign)) => Err(foreign.into()),
            (proof, _) => Ok(proof),
        }
    }
}

/// A client keeps sending what is in a cookie, so it is told to forget what is refused.
fn forgetting(error: ServiceError) -> ServiceError {
    match error.status() {
        500.. => error,
        _ => error.with_session(SessionChange::TokenRefused),
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
