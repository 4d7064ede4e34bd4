use std::sync::Arc;

use contract::Verb;
use service::{Registry, Reply, RequestContext, Service, ServiceError, SessionChange};

use super::{Authenticate, AuthenticateLogout, AuthenticateResponse};
use crate::sign_in::SignedIn;
use crate::{Identity, Provider, User};

/// ServiceStack's name for it, which error messages tell.
struct AuthenticateService {
    identity: Arc<Identity>,
}

/// Registers signing in and out.
pub fn register(registry: &mut impl Registry, identity: Arc<Identity>) {
    let service = Arc::new(AuthenticateService { identity });
    registry.register::<Authenticate, _>(Arc::clone(&service));
    registry.register::<AuthenticateLogout, _>(service);
}

type Answer = Result<Reply<AuthenticateResponse>, ServiceError>;

impl Service<Authenticate> for AuthenticateService {
    async fn execute(&self, request: Authenticate, context: &RequestContext) -> Answer {
        let Some(name) = request.provider_name() else {
            return self.tell(context).await;
        };
        if name.eq_ignore_ascii_case("logout") {
            return self.sign_out(context).await;
        }
        match Provider::from_name(name) {
            Some(_) if context.verb == Verb::Get => {
                // A password in a URL ends up in logs.
                let message = "GET Authenticate requests are disabled; sign in with POST";
                Err(ServiceError::new("NotSupportedException", message))
            }
            Some(Provider::Credentials) => self.sign_in(request, context).await,
            Some(Provider::Basic) => self.sign_in_by_header(context).await,
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
        let live = self.identity.live_session(&context.credentials).await?;
        if let Some(live) = live {
            let session_id = context.credentials.active_session_id();
            let session_id = session_id.map(ToOwned::to_owned);
            let mut response = response(&live.user, &live.user.user_name, session_id);
            response.auth_provider = Some(live.session.provider.name().to_owned());
            return Ok(private(response));
        }
        if context.credentials.basic.is_some() {
            return self.sign_in_by_header(context).await;
        }
        Err(ServiceError::unauthorized())
    }

    async fn sign_in(&self, request: Authenticate, context: &RequestContext) -> Answer {
        let name = request.user_name.unwrap_or_default();
        let password = request.password.unwrap_or_default().into();
        let user = self.identity.check_password(&name, password).await?;
        let is_permanent = request.remember_me.unwrap_or(false);
        let credentials = &context.credentials;
        let signed_in = self
            .identity
            .sign_in(user, Provider::Credentials, is_permanent, credentials)
            .await?;
        Ok(welcome(&name, signed_in))
    }

    async fn sign_in_by_header(&self, context: &RequestContext) -> Answer {
        let credentials = &context.credentials;
        let Some((name, password)) = &credentials.basic else {
            let message = "Invalid BasicAuth Credentials";
            return Err(ServiceError::new("Unauthorized", message));
        };
        let user = self.identity.check_password(name, password.clone()).await?;
        let signed_in = self
            .identity
            .sign_in(user, Provider::Basic, false, credentials)
            .await?;
        Ok(welcome(name, signed_in))
    }

    async fn sign_out(&self, context: &RequestContext) -> Answer {
        self.identity.end_session(&context.credentials).await?;
        let response = AuthenticateResponse::default();
        Ok(private(response).with_session(SessionChange::Ended))
    }
}

fn welcome(signed_in_as: &str, signed_in: SignedIn) -> Reply<AuthenticateResponse> {
    let response = response(&signed_in.user, signed_in_as, Some(signed_in.session_id));
    private(response).with_session(signed_in.change)
}

/// The answer names a session: nobody may keep a copy on its way.
fn private(response: AuthenticateResponse) -> Reply<AuthenticateResponse> {
    Reply::from(response).with_header("Cache-Control", "no-store")
}

fn response(user: &User, signed_in_as: &str, session_id: Option<String>) -> AuthenticateResponse {
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
