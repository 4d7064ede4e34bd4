//! Entity tags and dates.

use conformance::RunningGateway;

use crate::{host, send};

const DATE: &str = "Thu, 02 Jan 2020 03:04:05 GMT";

#[test]
fn what_a_service_states_is_sent() {
    let reply = send(&host(), "GET /cached/v1", "");
    assert_eq!(reply.result(), "v1");
    assert_eq!(reply.header("etag"), "\"v1\"");
    assert_eq!(reply.header("last-modified"), DATE);
    assert_eq!(reply.header("cache-control"), "max-age=600");
}

/// The id of a new session.
fn session(host: &RunningGateway) -> String {
    let head = "POST /auth/credentials\nContent-Type: application/json\nAccept: application/json";
    let body = "{\"userName\":\"test\",\"password\":\"p@55wOrd\"}";
    let reply = send(host, head, body);
    let text = String::from_utf8(reply.bytes).unwrap();
    let (_, rest) = text.split_once("\"sessionId\":\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn what_somebody_is_told_who_has_signed_in_is_nobody_elses() {
    let host = host();
    let id = session(&host);
    // A cookie of another application with letters beyond ASCII hides no session.
    for cookie in [format!("ss-id={id}"), format!("name=café; ss-id={id}; é=1")] {
        let reply = send(&host, &format!("GET /cached/v1\nCookie: {cookie}"), "");
        assert_eq!(reply.header("cache-control"), "private, max-age=600");
        let reply = send(&host, &format!("GET /auth\nCookie: {cookie}"), "");
        assert_eq!(reply.status, 200, "{cookie}");
    }
}

#[test]
fn a_client_that_has_it_gets_304_and_no_body() {
    let host = host();
    for condition in [
        "If-None-Match: \"v1\"",
        "If-None-Match: \"v0\", W/\"v1\"",
        "If-None-Match: *",
        &format!("If-Modified-Since: {DATE}"),
        "If-Modified-Since: Fri, 03 Jan 2020 00:00:00 GMT",
    ] {
        for verb in ["GET", "HEAD"] {
            let reply = send(&host, &format!("{verb} /cached/v1\n{condition}"), "");
            assert_eq!(reply.status, 304, "{verb} {condition}");
            assert_eq!(
                (reply.header("etag"), reply.header("last-modified")),
                ("\"v1\"", DATE)
            );
            assert!(reply.bytes.is_empty() && reply.header("content-type").is_empty());
        }
    }
}

#[test]
fn a_client_that_has_another_state_gets_this_one() {
    let host = host();
    for condition in [
        "If-None-Match: \"v2\"",
        &format!("If-None-Match: \"v2\"\nIf-Modified-Since: {DATE}"),
        "If-Modified-Since: Wed, 01 Jan 2020 00:00:00 GMT",
        "If-Modified-Since: yesterday",
    ] {
        let reply = send(&host, &format!("GET /cached/v1\n{condition}"), "");
        assert_eq!(reply.result(), "v1", "{condition}");
    }
    let reply = send(&host, "POST /cached/v1\nIf-None-Match: \"v1\"", "");
    assert_eq!((reply.status, reply.header("etag")), (200, ""));
}

#[test]
fn an_answer_that_nobody_states_anything_of_has_no_validators() {
    let reply = send(&host(), "GET /hello/x\nIf-None-Match: *", "");
    assert_eq!(reply.status, 200);
    assert_eq!(
        (reply.header("etag"), reply.header("cache-control")),
        ("", "")
    );
}
