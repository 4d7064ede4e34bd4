//! Users, organisations, sessions and who is calling.
//!
//! The rules stand here; where things are kept is behind [`UserStore`], [`OrganisationStore`],
//! [`ApiKeyStore`], [`SessionStore`] and [`RevokedLoginStore`]. [`register`] adds ServiceStack's `Authenticate` operations to a host, and
//! [`Identity`] is the [`service::Authenticator`] that the host asks.

mod account;
mod api_key;
mod api_keys;
mod authenticator;
#[cfg(test)]
mod fixture;
mod operations;
mod organisation;
mod password;
mod secret_bytes;
mod session;
mod sign_in;
mod sign_out;
mod store;
mod token;
mod user;

pub use account::{AccountError, Accounts};
pub use api_key::{ApiKeyDigest, ApiKeyRecord, NewApiKey};
pub use api_keys::{ApiKeyError, ApiKeys};
pub use authenticator::Identity;
pub use operations::{
    Authenticate, AuthenticateLogout, AuthenticateResponse, ConvertSessionToToken,
    ConvertSessionToTokenResponse, GetAccessToken, GetAccessTokenResponse, register,
};
pub use organisation::{NewOrganisation, Organisation};
pub use password::{PasswordError, PasswordHasher};
pub use session::{Provider, Session, SessionKey, SessionLifetimes};
pub use store::{
    ApiKeyStore, OrganisationStore, RevokedLoginStore, SessionStore, StoreError, UserStore,
};
pub use token::{TokenAlgorithm, TokenKeyError, TokenKeys, TokenPolicy, Tokens};
pub use user::{NewUser, User};
