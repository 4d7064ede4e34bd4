//! Sessions as cookies and headers: what a request brings and what an answer sets.

mod cookie_header;
mod credentials;
mod set_cookie;

pub(crate) use credentials::{StatedCredentials, stated_credentials};
pub(crate) use set_cookie::{set_cookies, token_cookies_named};
