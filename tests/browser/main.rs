//! What people see in a real browser, against the real gateway and the conformance host: the API
//! explorer, the metadata pages and the reader of OpenAPI.

#![expect(clippy::expect_used, reason = "a suite that cannot start has failed")]

use std::process::Command;

use conformance::{GatewayProcess, binary, root};

#[test]
fn pages_and_explorer_do_in_chromium_what_people_ask_of_them() {
    run("test");
}

/// The pictures are for people to look at; that every page can be drawn is what is tested here.
#[test]
fn every_page_is_drawn_to_target_screenshots() {
    run("screenshots");
    let pictures = root().join("target/screenshots");
    for name in ["operation-phone-dark.png", "ui-key-desktop-light.png"] {
        assert!(pictures.join(name).exists(), "{name}");
    }
}

/// Runs a script of the suite's `package.json`; its output shows on failure.
fn run(script: &str) {
    let folder = root().join("tests/browser");
    assert!(
        folder.join("node_modules").exists(),
        "{}/node_modules is missing; tests/run makes it",
        folder.display()
    );
    let gateway = GatewayProcess::new().start();
    let conformance = GatewayProcess::of(binary("conformance", "conformance-host")).start();
    let output = Command::new("npm")
        .args(["run", script])
        .current_dir(folder)
        .env("GATEWAY_URL", gateway.base())
        .env("GATEWAY_USER", "admin")
        .env("GATEWAY_PASSWORD", gateway.admin_password())
        .env("CONFORMANCE_URL", conformance.base())
        .output()
        .expect("npm; tests/run installs it");
    assert!(
        output.status.success(),
        "{}\n{}\nlog of the gateway:\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
        gateway.log(),
    );
}
