use std::sync::Arc;

use service::{Reply, RequestContext, Service, ServiceError, SessionChange};

use super::{
    ConvertSessionToToken, ConvertSessionToTokenResponse, GetAccessToken, GetAccessTokenResponse,
};
use super::{private, refuse_cross_site};
use crate::token::{Login, TokenKind, sid_of_session};
use crate::{Identity, Tokens};

/// Makes tokens from what a sign-in left with the client.
pub(super) struct TokenService {
    pub(super) identity: Arc<Identity>,
    pub(super) tokens: Arc<Tokens>,
}

impl Service<GetAccessToken> for TokenService {
    async fn execute(
        &self,
        request: GetAccessToken,
        context: &RequestContext,
    ) -> Result<Reply<GetAccessTokenResponse>, ServiceError> {
        let credentials = &context.credentials;
        self.tokens.check_connection(credentials)?;
        let stated = request.refresh_token.filter(|token| !token.is_empty());
        let token = stated.as_ref().or(credentials.refresh_token.as_ref());
        let token = token.ok_or_else(missing)?;
        let sets_cookie = stated.is_none() || self.tokens.policy().in_cookies;
        if sets_cookie {
            refuse_cross_site(context)?;
        }
        let renewed = self.identity.renewed(&self.tokens, token).await?;
        let (_, claims, access) = renewed.ok_or_else(invalid)?;
        // Whoever sends the token in the body reads the new one there; a script that has it in a
        // cookie must not see the new one either.
        let reply = private(GetAccessTokenResponse {
            access_token: stated.is_some().then(|| access.token.clone()),
            ..GetAccessTokenResponse::default()
        });
        if !sets_cookie {
            return Ok(reply);
        }
        Ok(reply.with_session(SessionChange::Tokens {
            access,
            refresh: None,
            is_permanent: claims.is_permanent,
            ends_session: false,
        }))
    }
}

impl Service<ConvertSessionToToken> for TokenService {
    async fn execute(
        &self,
        request: ConvertSessionToToken,
        context: &RequestContext,
    ) -> Result<Reply<ConvertSessionToTokenResponse>, ServiceError> {
        let credentials = &context.credentials;
        self.tokens.check_connection(credentials)?;
        refuse_cross_site(context)?;
        // Whatever else is sent: a token or a key would outlive itself by it.
        let Some(mut live) = self.identity.live_session(credentials).await? else {
            return Err(ServiceError::forbidden("Only a session becomes a token"));
        };
        if !request.preserve_session {
            live.key = self
                .identity
                .hide_session(&live.session, credentials)
                .await?;
        }
        let login = Login {
            user: &live.user,
            id: &sid_of_session(&live.key),
            is_permanent: live.session.is_permanent,
            ends: Some(self.identity.end_of(&live.session)),
        };
        let environment = &self.identity.environment;
        let access = self.tokens.issue(TokenKind::Access, login, environment)?;
        let reply = private(ConvertSessionToTokenResponse::default());
        Ok(reply.with_session(SessionChange::Tokens {
            access,
            refresh: None,
            is_permanent: live.session.is_permanent,
            ends_session: !request.preserve_session,
        }))
    }
}

fn missing() -> ServiceError {
    const CODE: &str = "ArgumentNullException";
    const WORDS: &str = "Value cannot be null.";
    let message = format!("{WORDS}\nParameter name: RefreshToken");
    ServiceError::new(CODE, message).with_field("RefreshToken", CODE, WORDS)
}

/// The same for what is no token, one that somebody else signed, and one for another purpose.
fn invalid() -> ServiceError {
    ServiceError::new("ArgumentException", "RefreshToken is Invalid")
}
