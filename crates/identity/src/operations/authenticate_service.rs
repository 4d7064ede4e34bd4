use std::sync::Arc;

use contract::Verb;
use service::{Authenticator, Reply, RequestContext, Service, ServiceError, SessionChange};

use super::welcome::{SignIn, response};
use super::{Authenticate, AuthenticateLogout, AuthenticateResponse, private, refuse_cross_site};
use crate::{Identity, Provider};

/// ServiceStack's name for it, which error messages tell.
pub(super) struct AuthenticateService {
    pub(super) identity: Arc<Identity>,
}

type Answer = Result<Reply<AuthenticateResponse>, ServiceError>;

impl Service<Authenticate> for AuthenticateService {
    async fn execute(&self, request: Authenticate, context: &RequestContext) -> Answer {
        if context.is_batch {
            // It would be a guess at many passwords, and has one set of cookies for its answer.
            let message = "Authenticate requests cannot be sent in a batch; send one at a time";
            return Err(ServiceError::new("BadRequest", message));
        }
        let Some(name) = request.provider_name() else {
            return self.tell(context).await;
        };
        if name.eq_ignore_ascii_case("logout") {
            return self.sign_out(context).await;
        }
        match Provider::from_name(name) {
            Some(_) if context.verb == Verb::Get => {
                // A password in a URL ends up in logs.
                let message = "GET Authenticate requests are disabled, to enable set \
                               AuthFeature.AllowGetAuthenticateRequests = req => true";
                Err(ServiceError::new("NotSupportedException", message))
            }
            Some(Provider::Credentials) => self.sign_in(request, context).await,
            Some(Provider::Basic) => self.sign_in_by_header(&request, context).await,
            None if self.has_tokens() && name.eq_ignore_ascii_case("jwt") => {
                let message = "JWT Authenticate() should not be called directly";
                Err(ServiceError::new("NotImplementedException", message))
            }
            None => {
                let message = format!("No configuration was added for OAuth provider '{name}'");
                Err(ServiceError::not_found(message))
            }
        }
    }
}

impl Service<AuthenticateLogout> for AuthenticateService {
    async fn execute(&self, _request: AuthenticateLogout, context: &RequestContext) -> Answer {
        self.sign_out(context).await
    }
}

impl AuthenticateService {
    /// Who has signed in; 401 if nobody has. A password in the header signs in.
    async fn tell(&self, context: &RequestContext) -> Answer {
        let credentials = &context.credentials;
        if let Some(proof) = self.identity.proof(credentials).await? {
            let session_id = credentials.active_session_id();
            let session_id = session_id.filter(|_| proof.is_session);
            let name = &proof.user.user_name;
            let mut response = response(&proof.user, name, session_id.map(ToOwned::to_owned));
            response.auth_provider = Some(proof.provider.to_owned());
            let mut reply = private(response);
            reply.session = proof.change.map(Box::new);
            return Ok(reply);
        }
        if credentials.basic.is_some() {
            return self
                .sign_in_by_header(&Authenticate::default(), context)
                .await;
        }
        let error = ServiceError::unauthorized();
        Err(match self.identity.to_forget(credentials) {
            Some(change) => error.with_session(change),
            None => error,
        })
    }

    async fn sign_in(&self, request: Authenticate, context: &RequestContext) -> Answer {
        refuse_cross_site(context)?;
        let ignores_tokens = request.ignores_tokens();
        let name = request.user_name.unwrap_or_default();
        let password = request.password.unwrap_or_default();
        let sign_in = SignIn {
            user: self.identity.check_password(&name, password).await?,
            name: &name,
            provider: Provider::Credentials,
            is_permanent: request.remember_me.unwrap_or(false),
            ignores_tokens,
            credentials: &context.credentials,
        };
        sign_in.welcome(&self.identity).await
    }

    async fn sign_in_by_header(&self, request: &Authenticate, context: &RequestContext) -> Answer {
        refuse_cross_site(context)?;
        let credentials = &context.credentials;
        let Some((name, password)) = &credentials.basic else {
            let message = "Invalid BasicAuth Credentials";
            return Err(ServiceError::new("Unauthorized", message));
        };
        let password = password.clone();
        let sign_in = SignIn {
            user: self.identity.check_password(name, password).await?,
            name,
            provider: Provider::Basic,
            is_permanent: false,
            ignores_tokens: request.ignores_tokens(),
            credentials,
        };
        sign_in.welcome(&self.identity).await
    }

    fn has_tokens(&self) -> bool {
        self.identity.tokens.is_some()
    }

    async fn sign_out(&self, context: &RequestContext) -> Answer {
        self.identity.sign_out(&context.credentials).await?;
        let change = SessionChange::Ended {
            tokens: self.has_tokens(),
        };
        Ok(private(AuthenticateResponse::default()).with_session(change))
    }
}
