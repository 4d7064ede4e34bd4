//! The binary under test, built as `cargo run` builds it.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot start its host has failed"
)]

use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::root;

/// Builds the binary `name` of `package` if it is not up to date, and says where it is.
///
/// # Panics
/// When it does not compile.
pub fn binary(package: &str, name: &str) -> PathBuf {
    let answer = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        .args([
            "build",
            "--quiet",
            "--package",
            package,
            "--bin",
            name,
            "--message-format",
            "json",
        ])
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo");
    assert!(answer.status.success(), "{name} does not compile");
    String::from_utf8_lossy(&answer.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == name)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("the path of the binary")
}
