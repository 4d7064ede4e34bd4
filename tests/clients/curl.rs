//! curl against the conformance host and the gateway: what somebody types into a terminal.

use std::process::Command;

use conformance::{GatewayProcess, RunningGateway};

use crate::suite::conformance_host;

const USER: &str = "test:p@55wOrd";

/// A host, and curl aimed at it.
struct Curl {
    host: RunningGateway,
}

/// What curl printed for the final answer.
struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut values = lines.filter(|(own, _)| own.eq_ignore_ascii_case(name));
        values.next().map_or("", |(_, value)| value.trim())
    }
}

impl Curl {
    fn new() -> Self {
        Self {
            host: conformance_host(),
        }
    }

    fn at_the_gateway() -> Self {
        Self {
            host: GatewayProcess::new().start(),
        }
    }

    /// `curl ARGUMENTS BASE/PATH` in the host's folder.
    fn run(&self, path: &str, arguments: &[&str]) -> Answer {
        let output = Command::new("curl")
            .args([
                "--silent",
                "--show-error",
                "--globoff",
                "--dump-header",
                "head",
            ])
            .args(["--output", "body", "--disable"])
            .args(arguments)
            .arg(format!("{}{path}", self.host.base()))
            .current_dir(self.host.folder().path())
            .output()
            .expect("curl; tests/run installs it");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "curl {arguments:?} {path}: {errors}"
        );
        let read = |name: &str| {
            let bytes = std::fs::read(self.host.folder().path().join(name)).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let heads = read("head");
        // After `100 Continue` a second head follows; the last is the answer's.
        let head = heads
            .trim_end()
            .rsplit("\r\n\r\n")
            .next()
            .unwrap_or_default();
        Answer {
            head: head.to_owned(),
            body: read("body"),
        }
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.host.folder().path().join(name), bytes).expect("a file");
    }
}

#[test]
fn every_format_by_suffix_query_header_and_predefined_route() {
    const JSON: (&str, &str) = (
        "application/json; charset=utf-8",
        "{\"result\":\"Hello, x!\"}",
    );
    const JSV: (&str, &str) = ("application/jsv", "{result:\"Hello, x!\"}");
    const LEGACY_JSV: (&str, &str) = ("text/jsv", JSV.1);
    const CSV: (&str, &str) = ("text/csv", "Result,ResponseStatus\r\n\"Hello, x!\",\r\n");
    let curl = Curl::new();
    for (path, header, expected) in [
        ("/hello/x", "Accept: application/json", JSON),
        ("/hello/x", "Accept: text/jsv", LEGACY_JSV),
        ("/hello/x.jsv", "Accept: application/json", JSV),
        ("/hello/x?format=jsv", "Accept: */*", JSV),
        ("/jsv/reply/Hello?name=x", "Accept: */*", JSV),
        ("/csv/reply/Hello?name=x", "Accept: */*", CSV),
        ("/json/reply/Hello?name=x", "Accept: text/xml", JSON),
    ] {
        let answer = curl.run(path, &["-H", header]);
        let found = (answer.header("content-type"), answer.body.as_str());
        assert_eq!((answer.status(), found), ("200", expected), "{path}");
    }
    let xml = curl.run("/hello/x.xml", &[]).body;
    assert!(xml.contains("<Result>Hello, x!</Result>"), "{xml}");
}

#[test]
fn bodies_in_every_format_that_has_a_content_type() {
    let curl = Curl::new();
    let xml = "<Hello xmlns=\"http://schemas.datacontract.org/2004/07/Conformance\"><Name>x</Name></Hello>";
    for (content_type, body) in [
        ("application/json", "{\"name\":\"x\"}"),
        ("application/jsv", "{Name:x}"),
        ("text/jsv", "{name:x}"),
        ("application/xml", xml),
        ("application/x-www-form-urlencoded", "Name=x"),
    ] {
        let header = format!("Content-Type: {content_type}");
        let answer = curl.run("/hello?format=json", &["-H", &header, "-d", body]);
        assert_eq!(answer.body, "{\"result\":\"Hello, x!\"}", "{content_type}");
    }
}

#[test]
fn a_browser_gets_a_page() {
    let answer = Curl::new().run("/hello/x", &["-H", "Accept: text/html,*/*;q=0.8"]);
    assert!(answer.header("content-type").starts_with("text/html"));
    assert!(answer.body.contains("Hello, x!"), "{}", answer.body);
}

#[test]
fn forms_urlencoded_and_multipart() {
    let curl = Curl::new();
    let urlencoded = curl.run("/hello", &["--data-urlencode", "name=a b&c"]);
    assert_eq!(urlencoded.body, "{\"result\":\"Hello, a b&c!\"}");
    curl.write("notes.txt", "x".repeat(100_000));
    let multipart = curl.run("/hello", &["-F", "name=Zoë", "-F", "upload=@notes.txt"]);
    assert_eq!(multipart.body, "{\"result\":\"Hello, Zoë!\"}");
}

#[test]
fn a_cookie_jar_keeps_the_session() {
    let curl = Curl::new();
    let login = "{\"provider\":\"credentials\",\"userName\":\"test\",\"password\":\"p@55wOrd\"}";
    let json = ["-H", "Content-Type: application/json"];
    let answer = curl.run("/auth", &[&json[..], &["-c", "jar", "-d", login]].concat());
    assert_eq!(answer.status(), "200", "{}", answer.body);
    let operation = "/users/2fa/generate-key";
    let with_jar = curl.run(operation, &["-X", "PUT", "-b", "jar", "-d", ""]);
    assert_eq!(with_jar.status(), "200", "{}", with_jar.body);
    let without = curl.run(operation, &["-X", "PUT", "-d", ""]);
    assert_eq!(without.status(), "401");
    let basic = curl.run(operation, &["-X", "PUT", "-u", USER, "-d", ""]);
    assert!(basic.body.contains("otpauth://totp/"), "{}", basic.body);
}

#[test]
fn the_gateway_answers_in_every_format_and_keeps_a_session() {
    let curl = Curl::at_the_gateway();
    let password = curl.host.admin_password().to_owned();
    let user = format!("admin:{password}");
    for (suffix, content_type, begin) in [
        (
            "json",
            "application/json; charset=utf-8",
            "{\"twoFactorUri\":\"otpauth://totp/",
        ),
        ("jsv", "application/jsv", "{twoFactorUri:\"otpauth://totp/"),
        ("xml", "application/xml", "<?xml "),
    ] {
        let put = ["-X", "PUT", "-u", &user, "-d", ""];
        for path in [
            format!("/users/2fa/generate-key.{suffix}"),
            format!("/users/2fa/generate-key?format={suffix}"),
            format!("/{suffix}/reply/GenerateTwoFactorAuthenticationKeyRequest"),
        ] {
            let answer = curl.run(&path, &put);
            assert_eq!(answer.status(), "200", "{path}: {}", answer.body);
            assert_eq!(answer.header("content-type"), content_type, "{path}");
            assert!(answer.body.starts_with(begin), "{path}: {}", answer.body);
        }
    }
    let operation = "/users/2fa/generate-key";
    let refused = curl.run(
        operation,
        &["-X", "PUT", "-H", "Accept: text/jsv", "-d", ""],
    );
    assert_eq!(refused.status(), "401");
    assert!(
        refused
            .body
            .starts_with("{responseStatus:{errorCode:Unauthorized")
    );
    let login = format!("userName=admin&password={password}");
    let answer = curl.run("/auth/credentials", &["-c", "jar", "-d", &login]);
    assert_eq!(answer.status(), "200", "{}", answer.body);
    let with_jar = curl.run(operation, &["-X", "PUT", "-b", "jar", "-d", ""]);
    assert_eq!(with_jar.status(), "200", "{}", with_jar.body);
}

#[test]
fn a_large_body_waits_for_100_continue() {
    let curl = Curl::new();
    curl.write(
        "large.json",
        format!("{{\"name\":\"{}\"}}", "n".repeat(2_000_000)),
    );
    let arguments = [
        "-H",
        "Content-Type: application/json",
        "-H",
        "Expect: 100-continue",
    ];
    let answer = curl.run(
        "/hello",
        &[&arguments[..], &["--data-binary", "@large.json"]].concat(),
    );
    assert_eq!(answer.status(), "200");
    assert!(answer.body.len() > 2_000_000);
}

#[test]
fn chunked_bodies_head_options_and_a_new_verb() {
    let curl = Curl::new();
    let json = [
        "-H",
        "Content-Type: application/json",
        "-d",
        "{\"name\":\"x\"}",
    ];
    let chunked = ["-H", "Transfer-Encoding: chunked"];
    let answer = curl.run("/hello", &[&json[..], &chunked[..]].concat());
    assert_eq!(answer.body, "{\"result\":\"Hello, x!\"}");
    let head = curl.run("/hello/x", &["--head"]);
    assert_eq!(
        (head.status(), head.header("content-length")),
        ("200", "22")
    );
    assert_eq!(curl.run("/hello/x", &["-X", "OPTIONS"]).status(), "200");
    let delete = curl.run("/hello", &["-X", "DELETE"]);
    assert_eq!(delete.status(), "405");
    assert_eq!(delete.header("allow"), "GET, POST");
}

#[test]
fn errors_come_in_the_format_that_was_asked_for() {
    let curl = Curl::new();
    for (suffix, content_type, part) in [
        (
            "json",
            "application/json; charset=utf-8",
            "{\"responseStatus\":{\"errorCode\":\"Conflict\"",
        ),
        (
            "jsv",
            "application/jsv",
            "{responseStatus:{errorCode:Conflict",
        ),
        ("xml", "application/xml", ":ErrorCode>Conflict</"),
    ] {
        let answer = curl.run(&format!("/throw/Conflict?format={suffix}"), &[]);
        assert_eq!(answer.status(), "409");
        assert_eq!(answer.header("content-type"), content_type);
        assert!(answer.body.contains(part), "{}", answer.body);
    }
}
