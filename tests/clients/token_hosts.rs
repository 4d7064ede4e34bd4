//! The gateways with tokens that a client's suite talks to, and what it is told of them.

use std::process::Command;

use conformance::{GatewayProcess, RunningGateway, TOKEN_KEY, binary, expired_token};
use serde_json::Value;
use ureq::http::Request;

/// One that answers tokens, and one that sets them as cookies; one key signs for both.
pub(crate) struct TokenHosts {
    answering: RunningGateway,
    with_cookies: RunningGateway,
}

impl TokenHosts {
    pub(crate) fn start() -> Self {
        Self {
            answering: gateway_with_tokens(false),
            with_cookies: gateway_with_tokens(true),
        }
    }

    /// Addresses, logins and proofs, for the environment of a suite.
    pub(crate) fn environment(&self) -> [(&'static str, String); 6] {
        let (access, _) = tokens(&self.answering);
        [
            ("TOKENS_URL", self.answering.base().to_owned()),
            (
                "TOKENS_PASSWORD",
                self.answering.admin_password().to_owned(),
            ),
            ("COOKIES_URL", self.with_cookies.base().to_owned()),
            (
                "COOKIES_PASSWORD",
                self.with_cookies.admin_password().to_owned(),
            ),
            // Both gateways know their only user by the same number.
            ("EXPIRED_TOKEN", expired_token(&access)),
            ("API_KEY", new_api_key(&self.answering)),
        ]
    }
}

/// Tokens and API keys may travel by plain HTTP there.
pub(crate) fn gateway_with_tokens(in_cookies: bool) -> RunningGateway {
    GatewayProcess::new()
        .env("FOUNDRY__JWT__KEY", TOKEN_KEY)
        .env("FOUNDRY__JWT__USE_TOKEN_COOKIE", in_cookies.to_string())
        .env("FOUNDRY__JWT__REQUIRE_SECURE_CONNECTION", "false")
        .env("FOUNDRY__API_KEYS__REQUIRE_SECURE_CONNECTION", "false")
        .start()
}

/// Access and refresh token of a sign-in as `admin`.
pub(crate) fn tokens(gateway: &RunningGateway) -> (String, String) {
    let login = serde_json::json!({"userName": "admin", "password": gateway.admin_password()});
    let request = Request::post(format!("{}/auth/credentials", gateway.base()))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .body(login.to_string());
    let response = ureq::run(request.expect("a request")).expect("a sign-in");
    let text = response.into_body().read_to_string().expect("a body");
    let told: Value = serde_json::from_str(&text).expect("JSON");
    let token = |name: &str| told[name].as_str().expect("a token").to_owned();
    (token("bearerToken"), token("refreshToken"))
}

/// A new key of `admin`, which is the last line of what the command prints.
fn new_api_key(gateway: &RunningGateway) -> String {
    let output = Command::new(binary("server", "foundry-gateway"))
        .args(["api-keys", "add", "admin"])
        .current_dir(gateway.folder().path())
        .output()
        .expect("the command");
    let printed = String::from_utf8(output.stdout).expect("text");
    printed.lines().last().expect("a key").to_owned()
}
