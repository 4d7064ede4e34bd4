//! JSON Web Tokens (RFC 7519) as ServiceStack writes them: signed with a key that this host
//! shares with whoever is to read them, and good without a session.

mod claims;
mod compact;
mod error;
mod key;
mod policy;
#[cfg(test)]
mod tests;
mod tokens;

pub(crate) use claims::{Claims, sid_of_session};
pub(crate) use error::TokenError;
pub use key::{TokenAlgorithm, TokenKeyError, TokenKeys};
pub use policy::TokenPolicy;
pub use tokens::Tokens;
pub(crate) use tokens::{Login, TokenKind, random_id};
