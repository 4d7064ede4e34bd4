use std::time::Duration;

use service::{Credentials, ServiceError};

use crate::session::new_session_id;
use crate::{Identity, Session, SessionKey};

impl Identity {
    /// Ends the sessions that the credentials name, and all tokens of the sign-ins that their
    /// tokens descend from: those that somebody has copied too.
    ///
    /// # Errors
    /// 503 if a store does not answer: the client must not believe that it is signed out.
    pub(crate) async fn sign_out(&self, credentials: &Credentials) -> Result<(), ServiceError> {
        self.end_session(credentials).await?;
        let (Some(tokens), Some(logins)) = (&self.tokens, &self.revoked_logins) else {
            return Ok(());
        };
        let now = self.environment.now();
        let stated = [
            &credentials.bearer,
            &credentials.access_token,
            &credentials.refresh_token,
        ];
        for token in stated.into_iter().flatten() {
            // One that has expired may have a refresh token that has not.
            let Some(claims) = tokens.of_any_time(token) else {
                continue;
            };
            if let Some(session) = claims.session_key() {
                self.sessions.remove(&session).await?;
            } else {
                let until = tokens.last_expiry(&claims, now);
                let login = SessionKey::of(&claims.sid);
                logins.revoke_login(&login, until, now).await?;
            }
        }
        Ok(())
    }

    /// Puts a session, for the rest of its time, under an id that nobody knows: a token stands for
    /// it from now on, and ends with it. The ids that the credentials name end.
    ///
    /// # Errors
    /// 503 if the store does not answer, 500 if there are no random bytes.
    pub(crate) async fn hide_session(
        &self,
        session: &Session,
        credentials: &Credentials,
    ) -> Result<SessionKey, ServiceError> {
        let id = new_session_id(&self.environment).map_err(ServiceError::internal)?;
        let (key, now) = (SessionKey::of(&id), self.environment.now());
        let rest = self.end_of(session).saturating_sub(now);
        self.sessions.put(&key, session, rest, now).await?;
        self.end_session(credentials).await?;
        Ok(key)
    }

    /// When a session ends by itself, since 1970.
    pub(crate) fn end_of(&self, session: &Session) -> Duration {
        let lifetime = self.lifetimes.of(session.provider, session.is_permanent);
        session.started.saturating_add(lifetime)
    }

    /// Ends the sessions that the credentials name.
    ///
    /// # Errors
    /// 503 if the store does not answer.
    pub(crate) async fn end_session(&self, credentials: &Credentials) -> Result<(), ServiceError> {
        let ids = [&credentials.session_id, &credentials.permanent_session_id];
        for id in ids.into_iter().flatten() {
            self.sessions.remove(&SessionKey::of(id)).await?;
        }
        Ok(())
    }
}
