//! `Operation[]` on every predefined route.

use crate::{host, send};

#[test]
fn every_predefined_route_takes_a_list_and_keeps_its_order() {
    let host = host();
    let json = r#"[{"name":"a"},{"name":"b"}]"#;
    let jsv = "[{name:a},{name:b}]";
    for (path, body, expected) in [
        (
            "/json/reply/Hello[]",
            json,
            r#"[{"result":"Hello, a!"},{"result":"Hello, b!"}]"#,
        ),
        (
            "/json/oneway/Hello[]",
            json,
            r#"[{"result":"Hello, a!"},{"result":"Hello, b!"}]"#,
        ),
        (
            "/api/Hello[]",
            json,
            r#"[{"result":"Hello, a!"},{"result":"Hello, b!"}]"#,
        ),
        (
            "/api/hello%5B%5D",
            json,
            r#"[{"result":"Hello, a!"},{"result":"Hello, b!"}]"#,
        ),
        (
            "/api/Hello[].jsv",
            jsv,
            r#"[{result:"Hello, a!"},{result:"Hello, b!"}]"#,
        ),
        (
            "/jsv/reply/Hello[]",
            jsv,
            r#"[{result:"Hello, a!"},{result:"Hello, b!"}]"#,
        ),
        (
            "/jsonl/reply/Hello[]",
            "{\"name\":\"a\"}\n{\"name\":\"b\"}\n",
            "{\"result\":\"Hello, a!\"}\n{\"result\":\"Hello, b!\"}",
        ),
        (
            "/csv/reply/Hello[]",
            "Name\r\na\r\nb\r\n",
            "Result,ResponseStatus\r\n\"Hello, a!\",\r\n\"Hello, b!\",\r\n",
        ),
    ] {
        let reply = send(&host, &format!("POST {path}"), body);
        assert_eq!(reply.text().trim_end(), expected.trim_end(), "{path}");
        assert_eq!(reply.header("x-autobatch-completed"), "2", "{path}");
    }
}

#[test]
fn the_first_failure_ends_a_batch_and_says_where() {
    let host = host();
    let body = r#"[{"type":"HttpResult"},{"type":"NotFound"},{"type":"HttpResult"}]"#;
    let reply = send(&host, "POST /json/reply/Throw[]", body);
    assert_eq!(reply.error(), (404, "NotFound".into()));
    assert_eq!(reply.header("x-autobatch-completed"), "1");
    assert_eq!(
        reply.json()["responseStatus"]["meta"]["AutoBatchIndex"],
        "1"
    );
}

#[test]
fn every_request_is_checked_before_the_first_runs() {
    let host = host();
    let body = r#"[{"name":"fine","age":1},{"name":"fine","age":1},{"name":"x","age":1}]"#;
    let reply = send(&host, "POST /json/reply/Validated[]", body);
    assert_eq!(reply.error(), (400, "Length".into()));
    assert_eq!(reply.header("x-autobatch-completed"), "");
    assert_eq!(
        reply.json()["responseStatus"]["meta"]["AutoBatchIndex"],
        "2"
    );
}

#[test]
fn a_panic_within_a_batch_is_the_error_of_its_request() {
    let reply = send(&host(), "POST /json/reply/Panic[]", "[{},{}]");
    assert_eq!(reply.error(), (500, "InternalServerError".into()));
    assert_eq!(reply.header("x-autobatch-completed"), "0");
}

#[test]
fn nothing_is_answered_with_nothing_and_void_with_nulls() {
    let host = host();
    let empty = send(&host, "POST /json/reply/Hello[]", "[]");
    assert_eq!(
        (empty.text(), empty.header("x-autobatch-completed")),
        ("[]", "")
    );
    assert_eq!(
        send(&host, "POST /json/reply/DoVoid[]", "[{},{}]").text(),
        "[null,null]"
    );
}

#[test]
fn a_batch_of_more_than_a_thousand_is_refused() {
    let host = host();
    let body = |count: usize| format!("[{}]", vec!["{}"; count].join(","));
    assert_eq!(
        send(&host, "POST /json/reply/Hello[]", body(1_000)).status,
        200
    );
    let reply = send(&host, "POST /json/reply/Hello[]", body(1_001));
    assert_eq!(reply.error(), (400, "ArgumentException".into()));
}

#[test]
fn what_is_no_list_is_refused() {
    let host = host();
    for body in ["{}", "[1]", "[{}", "[{\"name\":\"a\"} {}]"] {
        let reply = send(&host, "POST /json/reply/Hello[]", body);
        assert_eq!(
            reply.error(),
            (400, "SerializationException".into()),
            "{body}"
        );
    }
}
