use contract::SecretText;
use service::{Credentials, ServiceError, SessionChange, TimedToken};

use super::{Identity, JWT, Proof};
use crate::token::{Claims, Login, TokenError, TokenKind};
use crate::{SessionKey, Tokens, User};

impl Identity {
    /// What the bearer token says; `None` if none is sent, there are none here, or it is no token
    /// of ours, which then is as good as none.
    pub(super) fn by_bearer_token(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<Claims>, TokenError> {
        let (Some(tokens), Some(token)) = (&self.tokens, &credentials.bearer) else {
            return Ok(None);
        };
        let claims = tokens.read(TokenKind::Access, token, self.environment.now())?;
        if claims.is_some() {
            tokens.check_connection(credentials)?;
        }
        Ok(claims)
    }

    /// Who the token in a cookie belongs to; `None` if none is sent or it is no token of ours, nor
    /// by our algorithm. One that has expired is renewed, where there is a refresh token beside it.
    ///
    /// # Errors
    /// 401 `TokenException` for a token that is no more; 403 for a plain connection; 503 if a
    /// store does not answer.
    pub(super) async fn by_token_cookie(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<Proof>, ServiceError> {
        let (Some(tokens), Some(token)) = (&self.tokens, &credentials.access_token) else {
            return Ok(None);
        };
        let read = tokens.read(TokenKind::Access, token, self.environment.now());
        match (read, &credentials.refresh_token) {
            (Ok(None) | Err(TokenError::Algorithm { .. }), _) => Ok(None),
            (Ok(Some(claims)), _) => {
                tokens.check_connection(credentials)?;
                self.by_claims(&claims, None).await.map(Some)
            }
            (Err(TokenError::Expired), Some(refresh)) => {
                self.by_renewal(tokens, refresh, credentials).await
            }
            (Err(error), _) => Err(error.into()),
        }
    }

    /// Who claims that were read belong to.
    pub(super) async fn by_claims(
        &self,
        claims: &Claims,
        change: Option<SessionChange>,
    ) -> Result<Proof, ServiceError> {
        let user = self.user_of(claims).await?;
        Ok(proof(user, claims, change))
    }

    async fn by_renewal(
        &self,
        tokens: &Tokens,
        refresh: &SecretText,
        credentials: &Credentials,
    ) -> Result<Option<Proof>, ServiceError> {
        tokens.check_connection(credentials)?;
        let renewed = self.renewed(tokens, refresh).await?;
        let Some((user, claims, access)) = renewed else {
            return Err(TokenError::Expired.into());
        };
        let change = SessionChange::Tokens {
            access,
            refresh: None,
            is_permanent: claims.is_permanent,
            ends_session: false,
        };
        Ok(Some(proof(user, &claims, Some(change))))
    }

    /// A new access token for a refresh token, with its user; `None` if it is no such token of
    /// ours.
    ///
    /// # Errors
    /// 401 for a refresh token that is no more or whose user is locked; 405 for another
    /// algorithm; 503 if the store does not answer.
    pub(crate) async fn renewed(
        &self,
        tokens: &Tokens,
        refresh: &SecretText,
    ) -> Result<Option<(User, Claims, TimedToken)>, ServiceError> {
        let now = self.environment.now();
        let Some(claims) = tokens.read(TokenKind::Refresh, refresh, now)? else {
            return Ok(None);
        };
        let user = self.user_of(&claims).await?;
        let login = Login {
            user: &user,
            id: &claims.sid,
            is_permanent: claims.is_permanent,
            ends: None,
        };
        let access = tokens.issue(TokenKind::Access, login, &self.environment)?;
        Ok(Some((user, claims, access)))
    }

    /// The token's user, as the store has it now. That a user is locked is told to nobody here:
    /// a token may be in the wrong hands.
    async fn user_of(&self, claims: &Claims) -> Result<User, ServiceError> {
        let user = match claims.user_id() {
            Some(id) => self.users.user(id).await?,
            None => None,
        };
        let user = user.filter(|user| user.honors(&claims.stamp));
        match user {
            Some(user) if self.goes_on(claims).await? => Ok(user),
            _ => Err(TokenError::Invalidated.into()),
        }
    }

    /// Whether what a token came from has not ended: the session whose place it took, or the
    /// sign-in that it descends from.
    async fn goes_on(&self, claims: &Claims) -> Result<bool, ServiceError> {
        if let Some(session) = claims.session_key() {
            let session = self.sessions.get(&session, self.environment.now()).await?;
            return Ok(session.is_some());
        }
        let Some(logins) = &self.revoked_logins else {
            return Ok(true);
        };
        let login = SessionKey::of(&claims.sid);
        Ok(!logins.is_login_revoked(&login).await?)
    }
}

/// All tokens of one sign-in count as one session.
fn proof(user: User, claims: &Claims, change: Option<SessionChange>) -> Proof {
    Proof {
        user,
        provider: JWT.name,
        session: format!("jwt:{}", SessionKey::of(&claims.sid).fingerprint()),
        change,
        is_session: false,
    }
}
