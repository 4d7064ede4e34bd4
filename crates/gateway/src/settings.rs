use std::time::Duration;

use crate::description::DescriptionSettings;
use crate::forwarding::TrustedProxies;

/// What a host can be told.
#[derive(Debug, Clone)]
pub struct HostSettings {
    /// The name that pages and metadata show.
    pub service_name: String,
    /// Longest path with query, in bytes; more is 414.
    pub max_url_bytes: usize,
    /// Longest headers, names and values together, in bytes; more is 431.
    pub max_header_bytes: usize,
    /// Longest request body, in bytes, both as sent and inflated; more is 413.
    pub max_body_bytes: usize,
    /// Longest multipart body, files included, in bytes; more is 413.
    pub max_upload_bytes: usize,
    /// Most files in a multipart body; more is 413.
    pub max_files: usize,
    /// Most requests in one `Operation[]` batch; more is 400.
    pub max_batch: usize,
    /// Cross-origin requests; `None` sends no CORS headers.
    pub cors: Option<CorsSettings>,
    /// Shortest answer that is compressed for clients that accept it, in bytes; `None` compresses
    /// nothing.
    pub compress_from: Option<usize>,
    /// How long a client may take to send the head of a request.
    pub head_timeout: Duration,
    /// How long a client may take to send the body of a request.
    pub body_timeout: Duration,
    /// How long a client may take to send a multipart body with its files.
    pub upload_timeout: Duration,
    /// How long stores may take over one request, all their calls together
    /// ([`StoreTime`](service::StoreTime)); `None` for no such limit.
    pub store_time: Option<Duration>,
    /// Whether an error says the request's id in `meta.RequestId`.
    pub request_id_in_errors: bool,
    /// Peers that are believed about the address and scheme that their clients used.
    pub trusted_proxies: TrustedProxies,
    /// What the host tells of itself.
    pub description: DescriptionSettings,
}

impl Default for HostSettings {
    fn default() -> Self {
        Self {
            service_name: "Foundry API".to_owned(),
            max_url_bytes: 16 * 1024,
            max_header_bytes: 32 * 1024,
            max_body_bytes: 30_000_000,
            max_upload_bytes: 100 * 1024 * 1024,
            max_files: 20,
            max_batch: 1000,
            cors: None,
            // About one network packet: less gains nothing.
            compress_from: Some(1_400),
            head_timeout: Duration::from_secs(10),
            body_timeout: Duration::from_secs(60),
            upload_timeout: Duration::from_secs(600),
            store_time: None,
            request_id_in_errors: false,
            trusted_proxies: TrustedProxies::default(),
            description: DescriptionSettings::default(),
        }
    }
}

/// The CORS headers of every answer; the defaults are ServiceStack's.
#[derive(Debug, Clone)]
pub struct CorsSettings {
    /// Origins that may call; empty for any, which then excludes credentials.
    pub allowed_origins: Vec<String>,
    /// `Access-Control-Allow-Methods`.
    pub allowed_methods: String,
    /// `Access-Control-Allow-Headers`.
    pub allowed_headers: String,
    /// `Access-Control-Expose-Headers`; none if empty.
    pub exposed_headers: String,
    /// Whether browsers may send cookies; only for listed origins.
    pub allow_credentials: bool,
    /// `Access-Control-Max-Age`, in seconds.
    pub max_age_seconds: u32,
}

impl Default for CorsSettings {
    fn default() -> Self {
        Self {
            allowed_origins: Vec::new(),
            allowed_methods: "GET, POST, PUT, DELETE, PATCH, OPTIONS, HEAD".to_owned(),
            allowed_headers: "Content-Type".to_owned(),
            exposed_headers: String::new(),
            allow_credentials: false,
            max_age_seconds: 600,
        }
    }
}
