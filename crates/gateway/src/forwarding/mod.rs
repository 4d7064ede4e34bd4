//! What proxies tell of the client that they ask for, and which of them are believed.
//!
//! The address and scheme that a client used stand in headers that anybody can write. They are
//! read only from a peer among [`TrustedProxies`]; from all others the connection alone counts.

mod client_origin;
mod trusted_proxies;

pub(crate) use client_origin::{client_host, is_client_secure, is_forwarded};
pub use trusted_proxies::{TrustedProxies, TrustedProxiesError};
