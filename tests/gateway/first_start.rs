//! What a newcomer sees: one login, two lines to paste, and none of it the next time.

use std::process::Command;

use conformance::{GatewayProcess, RunningGateway, binary};

use crate::client::Client;

fn curl_lines(gateway: &RunningGateway) -> Vec<&str> {
    gateway
        .printed()
        .iter()
        .map(|line| line.trim())
        .filter(|line| line.starts_with("curl "))
        .collect()
}

#[test]
fn the_printed_lines_work_as_they_are() {
    let gateway = GatewayProcess::new().start();
    let lines = curl_lines(&gateway);
    let begins = [
        "{\"twoFactorUri\":\"otpauth://totp/",
        "{twoFactorUri:\"otpauth://totp/",
    ];
    assert_eq!(lines.len(), begins.len(), "{:?}", gateway.printed());
    for (line, begin) in lines.iter().zip(begins) {
        let output = Command::new("sh").args(["-c", line]).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.starts_with(begin), "{line}\n{text}");
    }
}

#[cfg(unix)]
#[test]
fn what_it_keeps_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let gateway = GatewayProcess::new().start();
    let mode = |path: &str| {
        let path = gateway.folder().path().join(path);
        path.metadata().unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("data"), 0o700);
    for file in ["foundry.db", "sealing.key"] {
        assert_eq!(mode(&format!("data/{file}")), 0o600, "{file}");
    }
}

#[test]
fn a_login_that_cannot_be_told_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = Command::new(binary("server", "foundry-gateway"))
        .args(["--bind", "127.0.0.1:0"])
        .current_dir(folder.path())
        .stdout(writer)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("the first login was not made"), "{said}");
    // The next start is still the first.
    let gateway = GatewayProcess::new().start_in(folder);
    let password = gateway.admin_password();
    let answer = Client::user(&gateway, "admin", password).generate_key("{}");
    assert_eq!(answer.status(), 200, "{}", answer.text());
}

#[test]
fn the_login_is_made_once_and_stays() {
    let gateway = GatewayProcess::new().start();
    let password = gateway.admin_password().to_owned();
    let (status, folder) = gateway.terminate();
    assert!(status.success(), "{status}");

    let again = GatewayProcess::new().start_in(folder);
    assert!(curl_lines(&again).is_empty(), "{:?}", again.printed());
    let answer = Client::user(&again, "admin", &password).generate_key("{}");
    assert_eq!(answer.status(), 200, "{}", answer.text());
}
