use servicestack::JsonServiceClient;

fn required(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("set {name}: see docs/CONTRIBUTING.md"))
}

/// A client of the gateway.
pub(crate) fn gateway() -> JsonServiceClient {
    JsonServiceClient::new(&required("GATEWAY_URL"))
}

/// The login that the gateway made at its first start.
pub(crate) fn login() -> (String, String) {
    (required("GATEWAY_USER"), required("GATEWAY_PASSWORD"))
}

pub(crate) fn organisation() -> String {
    required("GATEWAY_ORGANISATION")
}

/// A client of the conformance host.
pub(crate) fn host() -> JsonServiceClient {
    JsonServiceClient::new(&host_url())
}

pub(crate) fn host_url() -> String {
    required("CONFORMANCE_URL")
}

/// The password of the users `test` and `admin`.
pub(crate) fn host_password() -> String {
    required("CONFORMANCE_PASSWORD")
}

/// A client of the gateway that answers tokens.
pub(crate) fn token_gateway() -> JsonServiceClient {
    JsonServiceClient::new(&required("TOKENS_URL"))
}

/// The login that this gateway made at its first start.
pub(crate) fn token_login() -> (String, String) {
    (required("GATEWAY_USER"), required("TOKENS_PASSWORD"))
}

/// An access token of this gateway whose time is over.
pub(crate) fn expired_token() -> String {
    required("EXPIRED_TOKEN")
}

/// An API key of this gateway.
pub(crate) fn api_key() -> String {
    required("API_KEY")
}
