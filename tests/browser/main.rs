//! The API explorer in a real browser, against the real gateway and the conformance host.

use std::process::Command;

use conformance::{GatewayProcess, binary, root};

#[test]
fn the_explorer_does_in_chromium_what_people_ask_of_it() {
    let folder = root().join("tests/browser");
    assert!(
        folder.join("node_modules").exists(),
        "{}/node_modules is missing; tests/run makes it",
        folder.display()
    );
    let gateway = GatewayProcess::new().start();
    let conformance = GatewayProcess::of(binary("conformance", "conformance-host")).start();
    let output = Command::new("npm")
        .arg("test")
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
