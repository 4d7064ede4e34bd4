mod access_token;
mod authenticate;
mod authenticate_service;
mod token_service;
mod welcome;

use std::sync::Arc;

use service::{Registry, Reply};

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

/// The answer names a session or holds a token: nobody may keep a copy on its way.
fn private<T: contract::ResponseType>(response: T) -> Reply<T> {
    Reply::from(response).with_header("Cache-Control", "no-store")
}
