use contract::SecretText;
use service::{Credentials, ServiceError, SessionChange, TimedToken};

use super::{Identity, JWT, Proof};
use crate::sign_in::locked;
use crate::token::{Claims, Login, TokenError, TokenKind};
use crate::{SessionKey, Tokens, User};

impl Identity {
    /// Who the bearer token belongs to; `None` if none is sent, none are known here, or it is no
    /// token of ours, which then is as good as none.
    ///
    /// # Errors
    /// 401 `TokenException` for a token that is no more; 403 for a plain connection; 405 for
    /// another algorithm; 503 if the store does not answer.
    pub(super) async fn by_bearer_token(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<Proof>, ServiceError> {
        let (Some(tokens), Some(token)) = (&self.tokens, &credentials.bearer) else {
            return Ok(None);
        };
        self.by_token(tokens, token, credentials).await
    }

    /// As [`by_bearer_token`](Self::by_bearer_token), for the token in a cookie. One that has
    /// expired is renewed, where there is a refresh token beside it.
    pub(super) async fn by_token_cookie(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<Proof>, ServiceError> {
        let (Some(tokens), Some(token)) = (&self.tokens, &credentials.access_token) else {
            return Ok(None);
        };
        let now = self.environment.now();
        let read = tokens.read(TokenKind::Access, token, now);
        let has_expired = matches!(read, Err(TokenError::Expired));
        match &credentials.refresh_token {
            Some(refresh) if has_expired => self.by_renewal(tokens, refresh, credentials).await,
            _ => self.by_token(tokens, token, credentials).await,
        }
    }

    async fn by_token(
        &self,
        tokens: &Tokens,
        token: &SecretText,
        credentials: &Credentials,
    ) -> Result<Option<Proof>, ServiceError> {
        let read = tokens.read(TokenKind::Access, token, self.environment.now())?;
        let Some(claims) = read else { return Ok(None) };
        tokens.check_connection(credentials)?;
        let user = self.user_of(&claims).await?;
        Ok(Some(proof(user, &claims, None)))
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
        };
        let access = tokens.issue(TokenKind::Access, login, &self.environment)?;
        Ok(Some((user, claims, access)))
    }

    /// The token's user, as the store has it now.
    async fn user_of(&self, claims: &Claims) -> Result<User, ServiceError> {
        let Some(id) = claims.user_id() else {
            return Err(TokenError::Invalidated.into());
        };
        match self.users.user(id).await? {
            Some(user) if user.honors(&claims.stamp) => Ok(user),
            Some(user) if user.is_locked => Err(locked()),
            _ => Err(TokenError::Invalidated.into()),
        }
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
