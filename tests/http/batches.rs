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

#[test]
fn a_value_that_does_not_fit_is_told_by_its_place_and_name() {
    let host = host();
    for (path, body) in [
        (
            "/json/reply/AllTypes[]",
            r#"[{"int":1},{"String":"a","INT":"x"}]"#,
        ),
        ("/jsv/reply/AllTypes[]", "[{int:1},{INT:\"\"}]\n"),
        ("/csv/reply/AllTypes[]?format=json", "INT\r\n1\r\nx\r\n"),
        (
            "/xml/reply/AllTypes[]?format=json",
            "<L><AllTypes><INT>1</INT></AllTypes><AllTypes><INT/></AllTypes></L>",
        ),
    ] {
        let reply = send(&host, &format!("POST {path}"), body);
        assert_eq!(reply.status, 400, "{path}");
        let text = reply.text().replace('"', "");
        for part in [
            "Unable to bind to request 'AllTypes'",
            "fieldName:INT",
            "AutoBatchIndex:1",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
    let no_object = send(&host, "POST /json/reply/AllTypes[]", "[{},null]");
    let status = &no_object.json()["responseStatus"];
    assert_eq!(status["meta"]["AutoBatchIndex"], "1");
    assert_eq!(status["errors"], serde_json::json!([]));
}

#[test]
fn an_answer_of_another_type_is_an_item_like_any_other() {
    let body = r#"[{"kind":"null"},{"kind":"int"},{"kind":"html"},{"kind":"created"}]"#;
    for (format, expected) in [
        ("json", r#"[null,5,"<b>hi</b>",{"result":"made"}]"#),
        ("jsv", "[,5,<b>hi</b>,{result:made}]"),
        ("jsonl", "null\n5\n\"<b>hi</b>\"\n{\"result\":\"made\"}"),
        // Lists of one type: every item under its name in XML, and in CSV what has columns.
        ("csv", "Result,ResponseStatus\r\nmade,\r\n"),
        (
            "xml",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
             <ArrayOfstring xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" \
             xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">\
             <string i:nil=\"true\" /><string>5</string><string>&lt;b&gt;hi&lt;/b&gt;</string>\
             <string><ResponseStatus i:nil=\"true\" /><Result>made</Result></string></ArrayOfstring>",
        ),
    ] {
        let head = format!("POST /json/reply/Raw[]?format={format}");
        assert_eq!(send(&host(), &head, body).text(), expected);
    }
}

#[test]
fn a_form_is_no_list() {
    let host = host();
    let head = "POST /json/reply/Hello[]\nContent-Type: application/x-www-form-urlencoded";
    let reply = send(&host, head, "name=a");
    assert_eq!(reply.error(), (400, "SerializationException".into()));
    assert_eq!(send(&host, head, "").text(), "[]");
    let unknown = send(&host, "POST /json/reply/Nope[]", "[]");
    assert!(unknown.text().contains("'Nope[]' does not exist"));
}
