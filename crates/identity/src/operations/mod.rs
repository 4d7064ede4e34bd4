mod authenticate;
mod authenticate_service;

pub use authenticate::{Authenticate, AuthenticateLogout, AuthenticateResponse};
pub use authenticate_service::register;
