use contract::DateTime;
use service::{Credentials, Reply, ServiceError, SessionChange, TimedToken};

use super::{AuthenticateResponse, private};
use crate::token::{Login, TokenKind, random_id};
use crate::{Identity, Provider, Tokens, User};

/// A password that was right, and what its owner wants with it.
pub(super) struct SignIn<'a> {
    pub(super) user: User,
    /// The name that was signed in with.
    pub(super) name: &'a str,
    pub(super) provider: Provider,
    pub(super) is_permanent: bool,
    /// Whether the client asks for a session alone (`meta.ignore=jwt`).
    pub(super) ignores_tokens: bool,
    pub(super) credentials: &'a Credentials,
}

impl SignIn<'_> {
    /// Starts a session, makes tokens, or both, and tells the client.
    ///
    /// # Errors
    /// 503 if the store does not answer.
    pub(super) async fn welcome(
        self,
        identity: &Identity,
    ) -> Result<Reply<AuthenticateResponse>, ServiceError> {
        match self.tokens_of(identity) {
            None => self.with_session(identity).await,
            Some(tokens) if tokens.policy().in_cookies => self.with_cookies(identity, tokens).await,
            Some(tokens) => {
                let (access, refresh) = self.new_tokens(identity, tokens)?;
                let mut reply = self.with_session(identity).await?;
                if let service::Body::Response(response) = &mut reply.body {
                    tell(response, &access, &refresh);
                }
                Ok(reply)
            }
        }
    }

    /// Tokens that must not travel by a plain connection are not made for one.
    fn tokens_of<'i>(&self, identity: &'i Identity) -> Option<&'i Tokens> {
        let tokens = identity.tokens.as_deref();
        tokens.filter(|tokens| {
            !self.ignores_tokens && tokens.check_connection(self.credentials).is_ok()
        })
    }

    async fn with_session(
        self,
        identity: &Identity,
    ) -> Result<Reply<AuthenticateResponse>, ServiceError> {
        let signed_in = identity
            .sign_in(
                self.user,
                self.provider,
                self.is_permanent,
                self.credentials,
            )
            .await?;
        let response = response(&signed_in.user, self.name, Some(signed_in.session_id));
        Ok(private(response).with_session(signed_in.change))
    }

    async fn with_cookies(
        self,
        identity: &Identity,
        tokens: &Tokens,
    ) -> Result<Reply<AuthenticateResponse>, ServiceError> {
        let (access, refresh) = self.new_tokens(identity, tokens)?;
        identity.end_session(self.credentials).await?;
        let reply = private(response(&self.user, self.name, None));
        Ok(reply.with_session(SessionChange::Tokens {
            access,
            refresh: Some(refresh),
            is_permanent: self.is_permanent,
            // A session that somebody else planted would count before the tokens, and the cookies
            // of a page elsewhere are not always sent.
            ends_session: true,
        }))
    }

    fn new_tokens(
        &self,
        identity: &Identity,
        tokens: &Tokens,
    ) -> Result<(TimedToken, TimedToken), ServiceError> {
        let environment = &identity.environment;
        let login = Login {
            user: &self.user,
            id: &random_id(environment)?,
            is_permanent: self.is_permanent,
            ends: None,
        };
        let issue = |kind| tokens.issue(kind, login, environment);
        Ok((issue(TokenKind::Access)?, issue(TokenKind::Refresh)?))
    }
}

fn tell(response: &mut AuthenticateResponse, access: &TimedToken, refresh: &TimedToken) {
    let expiry = i64::try_from(refresh.expires.as_millis()).ok();
    response.bearer_token = Some(access.token.clone());
    response.refresh_token = Some(refresh.token.clone());
    response.refresh_token_expiry = expiry.and_then(DateTime::from_unix_milliseconds);
}

/// What a client learns of a user.
pub(super) fn response(
    user: &User,
    signed_in_as: &str,
    session_id: Option<String>,
) -> AuthenticateResponse {
    AuthenticateResponse {
        user_id: Some(user.id.to_string()),
        session_id,
        user_name: Some(signed_in_as.to_owned()),
        display_name: Some(user.shown_name().to_owned()),
        roles: Some(user.roles.clone()),
        permissions: Some(Vec::new()),
        ..AuthenticateResponse::default()
    }
}
