//! The HTTP host: it carries requests to services and their replies back, as a ServiceStack
//! host would.
//!
//! One straight pipe, a file a step: [`routing`] finds the operation, [`negotiation`] the format
//! of the answer, [`body`] receives the bytes, [`binding`] makes the request DTO, [`access_gate`]
//! finds the caller; the service runs, and [`reply`] writes what it answers. [`compat`] holds what
//! single clients need beside the rule.
//!
//! Applications see only [`HostBuilder`], a [`service::Registry`].

mod access_gate;
mod base_url;
mod batch;
mod binding;
mod body;
mod compat;
mod cors;
mod cross_site;
mod description;
mod endpoint;
mod event_stream;
mod exchange;
mod forwarding;
mod host;
mod negotiation;
mod page;
mod panic;
mod pipeline;
mod reply;
mod request_head;
mod routing;
mod server;
mod session;
mod settings;
mod span;

pub use description::DescriptionSettings;
pub use forwarding::{TrustedProxies, TrustedProxiesError};
pub use host::{Host, HostBuilder, HostError};
pub use server::serve;
pub use settings::{CorsSettings, HostSettings};
