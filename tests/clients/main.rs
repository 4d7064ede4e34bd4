//! Clients that others wrote, against the real binary and the conformance host: what they need, they get.
//! docs/clients.md says which scenario is where.

#![expect(clippy::expect_used, reason = "a suite that cannot start has failed")]

mod curl;
mod jsv_service_client;
mod native_types;
mod raw;
mod suite;
mod token_hosts;

use std::process::Command;

use suite::{Hosts, folder, installed};

#[test]
fn the_npm_client() {
    installed("node/node_modules");
    Hosts::start().run(Command::new("npm").arg("test").current_dir(folder("node")));
}

#[test]
fn the_python_client() {
    let python = installed("python/.venv/bin/python");
    Hosts::start().run(
        Command::new(python)
            .args(["-m", "unittest", "discover"])
            .current_dir(folder("python")),
    );
}

#[test]
fn the_rust_client() {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    Hosts::start().run(
        Command::new(cargo)
            .args(["test", "--quiet", "--locked"])
            .current_dir(folder("rust")),
    );
}
