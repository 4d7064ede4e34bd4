//! Clients that others wrote, against the real binary: what they need, they get.

#![expect(clippy::expect_used, reason = "a suite that cannot start has failed")]

use std::path::PathBuf;
use std::process::Command;

use conformance::{GatewayProcess, RunningGateway, root};

fn folder(name: &str) -> PathBuf {
    root().join("tests/clients").join(name)
}

/// Runs a suite with the gateway's address and login in its environment; its output shows on failure.
fn run(command: &mut Command, gateway: &RunningGateway) {
    let output = command
        .env("GATEWAY_URL", gateway.base())
        .env("GATEWAY_USER", "admin")
        .env("GATEWAY_PASSWORD", gateway.admin_password())
        .env("GATEWAY_ORGANISATION", "default")
        .output()
        .expect("the suite's program; tests/run installs it");
    assert!(
        output.status.success(),
        "{}\n{}\nlog of the gateway:\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
        gateway.log(),
    );
}

fn python() -> PathBuf {
    let python = folder("python").join(".venv/bin/python");
    assert!(
        python.exists(),
        "{} is missing; tests/run makes it",
        python.display()
    );
    python
}

#[test]
fn the_npm_client_logs_in_and_calls_the_first_operation() {
    let modules = folder("node").join("node_modules");
    assert!(
        modules.exists(),
        "{} is missing; tests/run makes it",
        modules.display()
    );
    let gateway = GatewayProcess::new().start();
    run(
        Command::new("npm").arg("test").current_dir(folder("node")),
        &gateway,
    );
}

#[test]
fn the_python_client_logs_in_and_calls_the_first_operation() {
    let gateway = GatewayProcess::new().start();
    let mut suite = Command::new(python());
    suite
        .args(["-m", "unittest", "test_generate_key"])
        .current_dir(folder("python"));
    run(&mut suite, &gateway);
}
