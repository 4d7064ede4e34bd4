mod access_token;
mod authenticate;
mod authenticate_service;
mod token_service;
mod welcome;

use std::sync::Arc;

use service::{Registry, Reply, RequestContext, ServiceError};

pub use access_token::{
    ConvertSessionToToken, ConvertSessionToTokenResponse, GetAccessToken, GetAccessTokenResponse,
};
pub use authenticate::{Authenticate, AuthenticateLogout, AuthenticateResponse};

use crate::Identity;
use authenticate_service::AuthenticateService;
use token_service::TokenService;

/// Registers signing in and out and, where there are tokens, what makes them.
pub fn register(registry: &mut impl Registry, identity: Arc<Identity>) {
    let service = Arc::new(AuthenticateService {
        identity: Arc::clone(&identity),
    });
    registry.register::<Authenticate, _>(Arc::clone(&service));
    registry.register::<AuthenticateLogout, _>(service);
    if let Some(tokens) = &identity.tokens {
        let service = Arc::new(TokenService {
            tokens: Arc::clone(tokens),
            identity,
        });
        registry.register::<GetAccessToken, _>(Arc::clone(&service));
        registry.register::<ConvertSessionToToken, _>(service);
    }
}

/// Keeps pages elsewhere from signing a browser in as somebody of their choice, whom its user would
/// then entrust with what is the user's.
fn refuse_cross_site(context: &RequestContext) -> Result<(), ServiceError> {
    if !context.is_cross_site {
        return Ok(());
    }
    Err(ServiceError::forbidden(
        "A page of another site may not sign in here unless the CORS settings of this host list \
         its origin",
    ))
}

/// The answer names a session or holds a token: nobody may keep a copy on its way.
fn private<T: contract::ResponseType>(response: T) -> Reply<T> {
    Reply::from(response).with_header("Cache-Control", "no-store")
}
