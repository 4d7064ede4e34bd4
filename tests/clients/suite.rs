//! The hosts that a client's suite talks to, and what it is told of them.

use std::path::PathBuf;
use std::process::Command;

use conformance::{GatewayProcess, RunningGateway, binary, root};

use crate::token_hosts::TokenHosts;

/// The folder of a client's suite.
pub(crate) fn folder(name: &str) -> PathBuf {
    root().join("tests/clients").join(name)
}

/// What `tests/run` installs or builds for a suite.
pub(crate) fn installed(name: &str) -> PathBuf {
    let path = folder(name);
    assert!(
        path.exists(),
        "{} is missing; tests/run makes it",
        path.display()
    );
    path
}

/// A gateway and a conformance host, both with server events, a conformance host as it was recorded, and
/// gateways with tokens.
pub(crate) struct Hosts {
    gateway: RunningGateway,
    events: RunningGateway,
    conformance: RunningGateway,
    tokens: TokenHosts,
}

impl Hosts {
    pub(crate) fn start() -> Self {
        Self {
            gateway: GatewayProcess::new()
                .env("FOUNDRY__EVENTS__ENABLED", "true")
                .env("FOUNDRY__EVENTS__REQUIRE_SIGN_IN", "false")
                .env("FOUNDRY__EVENTS__HEARTBEAT_SECONDS", "1")
                .start(),
            events: conformance_process().arg("--extras").start(),
            conformance: conformance_host(),
            tokens: TokenHosts::start(),
        }
    }

    /// Runs a suite with addresses and logins in its environment; its output shows on failure.
    pub(crate) fn run(&self, command: &mut Command) {
        let output = command
            .env("GATEWAY_URL", self.gateway.base())
            .env("GATEWAY_USER", "admin")
            .env("GATEWAY_PASSWORD", self.gateway.admin_password())
            .env("GATEWAY_ORGANISATION", "default")
            .env("EVENTS_URL", self.events.base())
            .env("CONFORMANCE_URL", self.conformance.base())
            .env("CONFORMANCE_PASSWORD", "p@55wOrd")
            .envs(self.tokens.environment())
            .output()
            .expect("the suite's program; tests/run installs it");
        assert!(
            output.status.success(),
            "{}\n{}\nlog of the gateway:\n{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
            self.gateway.log(),
        );
    }
}

pub(crate) fn conformance_host() -> RunningGateway {
    conformance_process().start()
}

fn conformance_process() -> GatewayProcess {
    GatewayProcess::of(binary("conformance", "conformance-host"))
}
