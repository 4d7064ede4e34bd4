//! What a service is, without HTTP.
//!
//! A [`Service`] takes a typed request DTO and the [`RequestContext`], and answers a [`Reply`] or
//! a [`ServiceError`]. An application hands its services to a [`Registry`], which the host
//! implements; it never sees how a request came in.
//!
//! ```
//! use contract::{Dto, Operation};
//! use service::{Reply, RequestContext, Service, ServiceError};
//!
//! #[derive(Debug, Clone, Default, PartialEq, Dto)]
//! pub struct HelloResponse {
//!     pub result: Option<String>,
//! }
//!
//! #[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
//! #[operation(returns = HelloResponse)]
//! #[route("/hello/{Name}")]
//! pub struct Hello {
//!     pub name: Option<String>,
//! }
//!
//! struct Greeter;
//!
//! impl Service<Hello> for Greeter {
//!     async fn execute(
//!         &self,
//!         request: Hello,
//!         _context: &RequestContext,
//!     ) -> Result<Reply<HelloResponse>, ServiceError> {
//!         let name = request.name.unwrap_or_default();
//!         Ok(HelloResponse { result: Some(format!("Hello, {name}!")) }.into())
//!     }
//! }
//! ```

mod auth_provider;
mod authenticator;
mod caller;
mod context;
mod environment;
mod error;
mod error_code;
mod registry;
mod reply;
mod request_id;
mod service;
mod session_change;
mod store_time;
mod uploaded_file;
mod validators;

pub use auth_provider::AuthProvider;
pub use authenticator::{Authentication, Authenticator, Credentials};
pub use caller::Caller;
pub use context::RequestContext;
pub use environment::{Clock, Environment, NoRandomness, Randomness};
pub use error::{Cause, ServiceError};
pub use error_code::status_of;
pub use registry::Registry;
pub use reply::{Body, ErasedBody, Reply};
pub use request_id::RequestId;
pub use service::{BoxFuture, Service};
pub use session_change::{SessionChange, TimedToken};
pub use store_time::StoreTime;
pub use uploaded_file::{UploadedContent, UploadedFile};
pub use validators::Validators;
