//! `[server]`

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use super::section::Section;

/// The listener, its limits and the place of what it keeps.
#[derive(Debug, Clone)]
pub struct ServerSettings {
    /// `bind`: address and port; port 0 takes a free one. Default `127.0.0.1:8080`.
    pub bind: SocketAddr,
    /// `data_dir`: folder of the database and of generated keys. Default `data`, relative to the working folder.
    pub data_dir: PathBuf,
    /// `service_name`: the name that metadata shows. Default `Foundry API`.
    pub service_name: String,
    /// `body_limit_bytes`: a longer request body is refused with 413. Default 30,000,000.
    pub body_limit: usize,
    /// `max_batch`: operations in one `{Operation}[]` request. Default 1,000.
    pub max_batch: usize,
    /// `request_head_seconds`: time for a client to send the request line and headers. Default 10.
    pub request_head_timeout: Duration,
    /// `request_body_seconds`: time for a client to send the body. Default 60.
    pub request_body_timeout: Duration,
    /// `shutdown_seconds`: time for running requests to end after SIGTERM. Default 30.
    pub shutdown_timeout: Duration,
    /// `cors`: whether replies carry ServiceStack's default CORS headers. Default false.
    pub cors: bool,
}

impl ServerSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let bind = section.address("bind");
        let data_dir = section.path("data_dir");
        let service_name = section.text("service_name", 1..=100);
        let body_limit = section.integer("body_limit_bytes", 1_024..=1_073_741_824);
        let max_batch = section.integer("max_batch", 1..=100_000);
        let request_head_timeout = section.seconds("request_head_seconds", 1..=300);
        let request_body_timeout = section.seconds("request_body_seconds", 1..=3_600);
        let shutdown_timeout = section.seconds("shutdown_seconds", 0..=3_600);
        let cors = section.boolean("cors");
        Some(Self {
            bind: bind?,
            data_dir: data_dir?,
            service_name: service_name?,
            body_limit: body_limit?,
            max_batch: max_batch?,
            request_head_timeout: request_head_timeout?,
            request_body_timeout: request_body_timeout?,
            shutdown_timeout: shutdown_timeout?,
            cors: cors?,
        })
    }
}
