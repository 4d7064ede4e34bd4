//! `[server]`

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use gateway::{TrustedProxies, TrustedProxiesError};

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
    /// `url_limit_bytes`: a longer path with query is refused with 414. Default 16,384.
    pub url_limit: usize,
    /// `header_limit_bytes`: longer headers are refused with 431. Default 32,768.
    pub header_limit: usize,
    /// `body_limit_bytes`: a longer request body is refused with 413. Default 30,000,000.
    pub body_limit: usize,
    /// `upload_limit_bytes`: a longer multipart body is refused with 413. Default 104,857,600.
    pub upload_limit: usize,
    /// `max_files`: files in one multipart body. Default 20.
    pub max_files: usize,
    /// `max_batch`: operations in one `{Operation}[]` request. Default 1,000.
    pub max_batch: usize,
    /// `request_head_seconds`: time for a client to send the request line and headers. Default 10.
    pub request_head_timeout: Duration,
    /// `request_body_seconds`: time for a client to send the body. Default 60.
    pub request_body_timeout: Duration,
    /// `upload_seconds`: time for a client to send a multipart body. Default 600.
    pub upload_timeout: Duration,
    /// `trusted_proxies`: peers that are believed about the address and scheme that their clients used. Default
    /// `127.0.0.0/8, ::1`, this machine.
    pub trusted_proxies: TrustedProxies,
    /// `shutdown_seconds`: time for running requests to end after SIGTERM. Default 30.
    pub shutdown_timeout: Duration,
    /// `compress` and `compress_from_bytes`: the shortest reply that is compressed, in bytes. Default 1,400.
    pub compress_from: Option<usize>,
    /// `request_id_in_errors`: whether an error's `meta` says the request's id. Default false.
    pub request_id_in_errors: bool,
}

impl ServerSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let bind = section.address("bind");
        let data_dir = section.path("data_dir");
        let service_name = section.text("service_name", 1..=100);
        // What the HTTP library holds of a head is 131,072 bytes at most.
        let url_limit = section.integer("url_limit_bytes", 256..=65_536);
        let header_limit = section.integer("header_limit_bytes", 1_024..=65_536);
        let body_limit = section.integer("body_limit_bytes", 1_024..=1_073_741_824);
        let upload_limit = section.integer("upload_limit_bytes", 1_024..=17_179_869_184);
        let max_files = section.integer("max_files", 0..=1_000);
        let max_batch = section.integer("max_batch", 1..=100_000);
        let request_head_timeout = section.seconds("request_head_seconds", 1..=300);
        let request_body_timeout = section.seconds("request_body_seconds", 1..=3_600);
        let upload_timeout = section.seconds("upload_seconds", 1..=86_400);
        let trusted_proxies = section.parsed("trusted_proxies", |text| {
            text.parse()
                .map_err(|fault: TrustedProxiesError| fault.to_string())
        });
        let shutdown_timeout = section.seconds("shutdown_seconds", 0..=3_600);
        let compress = section.boolean("compress");
        let compress_from = section.integer("compress_from_bytes", 0..=1_073_741_824);
        let request_id_in_errors = section.boolean("request_id_in_errors");
        Some(Self {
            bind: bind?,
            data_dir: data_dir?,
            service_name: service_name?,
            url_limit: url_limit?,
            header_limit: header_limit?,
            body_limit: body_limit?,
            upload_limit: upload_limit?,
            max_files: max_files?,
            max_batch: max_batch?,
            request_head_timeout: request_head_timeout?,
            request_body_timeout: request_body_timeout?,
            upload_timeout: upload_timeout?,
            trusted_proxies: trusted_proxies?,
            shutdown_timeout: shutdown_timeout?,
            compress_from: compress_from.filter(|_| compress == Some(true)),
            request_id_in_errors: request_id_in_errors?,
        })
    }
}
