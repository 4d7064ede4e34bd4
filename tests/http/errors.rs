//! What goes wrong, and that the host lives on.

use crate::connection::request;
use crate::{Connection, gateway, host, send};

#[test]
fn a_panic_is_a_neutral_500_and_its_words_are_in_the_log() {
    let host = host();
    let mut connection = Connection::open(&host);
    connection.write(request("GET /panic?words=the-launch-code-is-0000", b""));
    let reply = connection.reply();
    assert_eq!(reply.error(), (500, "InternalServerError".into()));
    assert!(!reply.text().contains("0000"), "{}", reply.text());
    assert!(host.log().contains("the-launch-code-is-0000"));
    connection.write(request("GET /hello/you", b""));
    assert_eq!(connection.reply().result(), "Hello, you!");
}

#[test]
fn an_error_has_the_format_that_was_asked_for() {
    let host = host();
    for (accept, content_type, words) in [
        (
            "application/json",
            "application/json; charset=utf-8",
            r#""errorCode":"NotFound""#,
        ),
        ("text/jsv", "text/jsv", "errorCode:NotFound"),
        ("application/xml", "application/xml", "ErrorCode>NotFound</"),
        ("text/csv", "text/csv", "errorCode:NotFound"),
        ("text/jsonl", "text/jsonl", r#""errorCode":"NotFound""#),
        ("text/html", "text/html; charset=utf-8", "NotFound"),
    ] {
        for path in ["/nowhere", "/throw/NotFound"] {
            let reply = send(&host, &format!("GET {path}\nAccept: {accept}"), "");
            assert_eq!(
                (reply.status, reply.header("content-type")),
                (404, content_type)
            );
            assert!(reply.text().contains(words), "{accept}: {}", reply.text());
        }
    }
    let reply = send(&host, "GET /nowhere\nAccept: application/x-msgpack", "");
    assert_eq!(reply.header("content-type"), "application/x-msgpack");
    assert!(reply.bytes.windows(8).any(|bytes| bytes == b"NotFound"));
}

#[test]
fn the_reason_phrase_says_the_code() {
    let reply = send(&host(), "GET /throw/NotFound", "");
    assert_eq!((reply.status, reply.reason.as_str()), (404, "NotFound"));
    let host = host();
    let reason = |code: &str| send(&host, &format!("GET /fail?code={code}"), "").reason;
    assert_eq!(reason("QuotaExceeded"), "QuotaExceeded");
    assert_eq!(
        reason("Quota%0D%0AX-Injected:%20%C3%A9"),
        "Quota  X-Injected:"
    );
    assert_eq!(reason("%0D%0A"), "Unprocessable Entity");
    assert_eq!(reason(&"q".repeat(1_000)).len(), 128);
    let refused = send(
        &host,
        "POST /validated\nContent-Type: application/json",
        r#"{"name":"x","age":0}"#,
    );
    assert_eq!(
        (refused.status, refused.reason.as_str()),
        (400, "ShouldBePositive")
    );
}

#[test]
fn a_sane_request_id_comes_back_and_any_other_is_replaced() {
    let host = host();
    let reply = send(&host, "GET /hello/x\nX-Request-Id: trace-1.2_3", "");
    assert_eq!(reply.header("x-request-id"), "trace-1.2_3");
    for bad in ["a b", "<script>", &"x".repeat(129), "é"] {
        let reply = send(&host, &format!("GET /hello/x\nX-Request-Id: {bad}"), "");
        let id = reply.header("x-request-id");
        assert!(
            id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{id}"
        );
    }
}

#[test]
fn an_error_says_the_request_s_id_where_that_is_set() {
    let gateway = gateway(&[("SERVER__REQUEST_ID_IN_ERRORS", "true")]);
    let reply = send(&gateway, "GET /nowhere\nX-Request-Id: abc", "");
    assert_eq!(reply.json()["responseStatus"]["meta"]["RequestId"], "abc");
    let reply = send(&host(), "GET /nowhere\nX-Request-Id: abc", "");
    assert!(reply.json()["responseStatus"]["meta"].is_null());
}

#[test]
fn a_body_of_an_unknown_type_is_refused_and_never_dropped() {
    let host = host();
    for content_type in ["application/foo", "image/png", "nonsense"] {
        let reply = send(
            &host,
            &format!("POST /hello\nContent-Type: {content_type}"),
            "abc",
        );
        assert_eq!(
            reply.error(),
            (415, "UnsupportedMediaType".into()),
            "{content_type}"
        );
    }
}

#[test]
fn every_field_that_does_not_fit_is_named() {
    let host = host();
    let fields = |reply: crate::Reply| -> Vec<String> {
        assert_eq!(reply.error(), (400, "SerializationException".into()));
        let errors = reply.json()["responseStatus"]["errors"]
            .as_array()
            .unwrap()
            .clone();
        errors
            .iter()
            .map(|error| error["fieldName"].as_str().unwrap().to_owned())
            .collect()
    };
    let expected = ["int", "BOOL", "guid"];
    let reply = send(
        &host,
        "GET /alltypes?int=x&BOOL=maybe&string=fine&guid=1-2",
        "",
    );
    assert_eq!(fields(reply), expected);
    let body = r#"{"int":"x","BOOL":"maybe","string":"fine","guid":"1-2"}"#;
    let reply = send(
        &host,
        "POST /alltypes\nContent-Type: application/json",
        body,
    );
    assert_eq!(fields(reply), expected);
    let reply = send(
        &host,
        "POST /alltypes\nContent-Type: text/jsv\nAccept: application/json",
        "{int:x,BOOL:maybe,string:fine,guid:1-2}",
    );
    assert_eq!(fields(reply), expected);
    for (content_type, body) in [
        (
            "application/xml",
            "<AllTypes><int>x</int><BOOL>maybe</BOOL><string>fine</string><guid>1-2</guid></AllTypes>",
        ),
        ("text/csv", "int,BOOL,string,guid\r\nx,maybe,fine,1-2\r\n"),
    ] {
        let head =
            format!("POST /alltypes\nContent-Type: {content_type}\nAccept: application/json");
        assert_eq!(fields(send(&host, &head, body)), expected, "{content_type}");
    }
}

#[test]
fn a_status_that_cannot_end_a_request_is_500() {
    let host = host();
    for status in ["100", "101", "42", "999"] {
        let reply = send(&host, &format!("GET /throw/HttpError?status={status}"), "");
        assert_eq!(reply.error(), (500, "CustomCode".into()), "{status}");
    }
    assert_eq!(
        send(&host, "GET /throw/HttpError?status=418", "").status,
        418
    );
}
