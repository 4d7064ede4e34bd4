use std::sync::Arc;

use contract::Verb;
use service::{Registry, Reply, RequestContext, Service, ServiceError, SessionChange};
use zeroize::Zeroizing;

use super::{Authenticate, AuthenticateLogout, AuthenticateResponse};
use crate::{Identity, User};

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
        match request.provider_name().as_deref() {
            None => self.tell(context).await,
            Some("logout") => self.sign_out(context).await,
            Some("credentials") => self.sign_in(request, context).await,
            Some(other) => {
                let message = format!("No configuration was added for OAuth provider '{other}'");
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
    /// Who has signed in; 401 if nobody has.
    async fn tell(&self, context: &RequestContext) -> Answer {
        if let Some(caller) = &context.caller {
            let user = self.identity.users.user(caller.user_id).await?;
            let user = user.ok_or_else(ServiceError::unauthorized)?;
            let session_id = context
                .credentials
                .active_session_id()
                .map(ToOwned::to_owned);
            return Ok(response(&user, &user.user_name, session_id).into());
        }
        // The operation is open, so that nobody has checked a password yet.
        let Some((name, password)) = &context.credentials.basic else {
            return Err(ServiceError::unauthorized());
        };
        let password = Zeroizing::new(password.clone());
        let user = self.identity.check_password(name, password).await?;
        Ok(response(&user, name, None).into())
    }

    async fn sign_in(&self, request: Authenticate, context: &RequestContext) -> Answer {
        if context.verb == Verb::Get {
            // A password in a URL ends up in logs.
            let message = "GET Authenticate requests are disabled; sign in with POST";
            return Err(ServiceError::new("NotSupportedException", message));
        }
        let name = request.user_name.unwrap_or_default();
        let password = Zeroizing::new(request.password.unwrap_or_default());
        let user = self.identity.check_password(&name, password).await?;
        let is_permanent = request.remember_me.unwrap_or(false);
        let signed_in = self
            .identity
            .sign_in(user, is_permanent, &context.credentials)
            .await?;
        let response = response(&signed_in.user, &name, Some(signed_in.session_id));
        Ok(Reply::from(response).with_session(signed_in.change))
    }

    async fn sign_out(&self, context: &RequestContext) -> Answer {
        self.identity.end_session(&context.credentials).await?;
        let response = AuthenticateResponse::default();
        Ok(Reply::from(response).with_session(SessionChange::Ended))
    }
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
