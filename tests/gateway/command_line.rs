//! Commands and exit codes.

use std::io::Write;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use conformance::{GatewayProcess, binary};
use tempfile::TempDir;

use crate::client::Client;

pub(crate) fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(binary("server", "foundry-gateway"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not want its input may close it: that is no failure of the test.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

pub(crate) fn done(folder: &Path, arguments: &[&str], input: &str) -> String {
    let output = run(folder, arguments, input);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn refused(folder: &Path, arguments: &[&str], input: &str, code: i32) -> String {
    let output = run(folder, arguments, input);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_user_made_on_the_command_line_logs_in_for_its_organisation() {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    done(
        here,
        &[
            "organisations",
            "add",
            "acme",
            "--name",
            "Acme Ltd",
            "--issuer",
            "Acme & Co",
        ],
        "",
    );
    let add = [
        "users",
        "add",
        "jane",
        "--email",
        "jane@acme.example",
        "--organisation",
        "acme",
    ];
    done(here, &add, "p@55wOrd\n");
    assert!(done(here, &["organisations", "list"], "").contains("acme"));
    let users = done(here, &["users", "list"], "");
    assert!(
        users.contains("jane") && users.contains("jane@acme.example"),
        "{users}"
    );
    assert!(
        !users.contains("p@55wOrd") && !users.contains("argon2"),
        "{users}"
    );

    let gateway = GatewayProcess::new().start_in(folder);
    assert!(
        !gateway.printed().iter().any(|line| line.contains("admin")),
        "a user exists already"
    );
    let jane = Client::user(&gateway, "jane", "p@55wOrd");
    let uri = jane.generate_key("{\"organisationId\":\"acme\"}").uri();
    assert!(
        uri.starts_with("otpauth://totp/Acme%20%26%20Co:jane%40acme.example?"),
        "{uri}"
    );
    assert_eq!(
        jane.generate_key("{\"organisationId\":\"default\"}")
            .status(),
        403
    );
}

#[test]
fn another_password_takes_the_place_of_the_earlier() {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    done(
        here,
        &["organisations", "add", "acme", "--name", "Acme"],
        "",
    );
    done(
        here,
        &["users", "add", "jane", "--organisation", "acme"],
        "p@55wOrd\n",
    );
    let said = done(here, &["users", "password", "JANE"], "an0ther-one\n");
    assert!(
        said.contains("JANE") && !said.contains("an0ther-one"),
        "{said}"
    );
    let short = refused(here, &["users", "password", "jane"], "short\n", 1);
    assert!(short.contains("at least 8 characters"), "{short}");
    let nobody = refused(here, &["users", "password", "ghost"], "an0ther-one\n", 1);
    assert!(nobody.contains("ghost"), "{nobody}");

    let gateway = GatewayProcess::new().start_in(folder);
    let status = |password| {
        Client::user(&gateway, "jane", password)
            .generate_key("{}")
            .status()
    };
    assert_eq!((status("p@55wOrd"), status("an0ther-one")), (401, 200));
}

#[test]
fn what_cannot_be_made_says_why() {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    done(
        here,
        &["organisations", "add", "acme", "--name", "Acme"],
        "",
    );
    let twice = refused(
        here,
        &["organisations", "add", "acme", "--name", "Acme"],
        "",
        1,
    );
    assert!(twice.contains("acme"), "{twice}");
    let jane = ["users", "add", "jane", "--organisation", "acme"];
    let silent = refused(here, &jane, "", 1);
    assert!(silent.contains("password is empty"), "{silent}");
    done(here, &jane, "p@55wOrd\n");
    let twice = refused(here, &jane, "p@55wOrd\n", 1);
    assert!(twice.contains("jane"), "{twice}");
    let nowhere = refused(
        here,
        &["users", "add", "joe", "--organisation", "nowhere"],
        "p@55wOrd\n",
        1,
    );
    assert!(nowhere.contains("nowhere"), "{nowhere}");
    assert!(!done(here, &["users", "list"], "").contains("joe"));
}

#[test]
fn exit_codes_tell_a_wrong_command_line_from_a_wrong_configuration() {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    assert!(done(here, &["check"], "").contains("valid"));
    refused(here, &["sevre"], "", 2);
    std::fs::write(here.join("own.toml"), "[server]\nbnid = '127.0.0.1:0'\n").unwrap();
    for arguments in [
        ["check", "--config", "own.toml"],
        ["--config", "own.toml", "serve"],
    ] {
        let faults = refused(here, &arguments, "", 3);
        assert!(
            faults.contains("own.toml:2") && faults.contains("\"bind\""),
            "{faults}"
        );
    }
}

#[test]
fn a_port_that_is_taken_ends_the_start_with_a_message() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = TempDir::new().unwrap();
    let message = refused(folder.path(), &["--bind", &address], "", 1);
    assert!(message.contains(&address), "{message}");
}
