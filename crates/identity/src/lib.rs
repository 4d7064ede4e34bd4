//! Users, organisations, sessions and who is calling.
//!
//! The rules stand here; where things are kept is behind [`UserStore`], [`OrganisationStore`] and
//! [`SessionStore`]. [`register`] adds ServiceStack's `Authenticate` operations to a host, and
//! [`Identity`] is the [`service::Authenticator`] that the host asks.

mod account;
mod authenticator;
#[cfg(test)]
mod fixture;
mod operations;
mod organisation;
mod password;
mod session;
mod sign_in;
mod store;
mod user;

pub use account::{AccountError, Accounts};
pub use authenticator::Identity;
pub use operations::{Authenticate, AuthenticateLogout, AuthenticateResponse, register};
pub use organisation::{NewOrganisation, Organisation};
pub use password::{PasswordError, PasswordHasher};
pub use session::{Provider, Session, SessionKey, SessionLifetimes};
pub use store::{OrganisationStore, SessionStore, StoreError, UserStore};
pub use user::{NewUser, User};
