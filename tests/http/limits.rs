//! How much and how slowly a client may send.

use crate::{Connection, gateway, send};

#[test]
fn a_url_headers_and_a_body_have_their_limits() {
    let gateway = gateway(&[
        ("SERVER__URL_LIMIT_BYTES", "1000"),
        ("SERVER__HEADER_LIMIT_BYTES", "2000"),
        ("SERVER__BODY_LIMIT_BYTES", "3000"),
    ]);
    let long = "a".repeat(2_000);
    let reply = send(&gateway, &format!("GET /hello?name={long}"), "");
    assert_eq!(reply.error(), (414, "RequestUriTooLong".into()));
    let reply = send(&gateway, &format!("GET /auth\nX-Long: {long}"), "");
    assert_eq!(reply.error(), (431, "RequestHeaderFieldsTooLarge".into()));
    let head = "POST /auth/credentials\nContent-Type: application/json";
    let reply = send(&gateway, head, "x".repeat(3_001));
    assert_eq!(reply.error(), (413, "RequestEntityTooLarge".into()));
    let reply = send(&gateway, head, "x".repeat(3_000));
    assert_eq!(reply.error(), (400, "SerializationException".into()));
}

#[test]
fn a_head_that_no_setting_would_allow_is_refused_before_it_is_held() {
    let gateway = gateway(&[]);
    let mut connection = Connection::open(&gateway);
    let endless = format!("GET /auth HTTP/1.1\r\nX-Long: {}", "a".repeat(300_000));
    connection.try_write(endless);
    if let Some(reply) = connection.try_reply(true) {
        assert_eq!(reply.status, 431);
    }
    assert!(connection.is_closed());
}

#[test]
fn a_client_that_never_finishes_its_head_is_hung_up_on() {
    let gateway = gateway(&[("SERVER__REQUEST_HEAD_SECONDS", "1")]);
    let mut connection = Connection::open(&gateway);
    connection.write("GET /auth HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    assert_eq!(connection.reply().status, 408);
    assert!(connection.is_closed());
}

#[test]
fn a_client_that_never_finishes_its_body_is_told_so() {
    let gateway = gateway(&[("SERVER__REQUEST_BODY_SECONDS", "1")]);
    for content_type in ["application/json", "multipart/form-data; boundary=x"] {
        let mut connection = Connection::open(&gateway);
        connection.write(format!(
            "POST /auth/credentials HTTP/1.1\r\nHost: x\r\nContent-Type: {content_type}\r\n\
             Content-Length: 100\r\n\r\n--x\r\n"
        ));
        assert_eq!(
            connection.reply().error(),
            (408, "RequestTimeout".into()),
            "{content_type}"
        );
        assert!(connection.is_closed(), "{content_type}");
    }
}

#[test]
fn a_batch_has_its_limit() {
    let gateway = gateway(&[("SERVER__MAX_BATCH", "2")]);
    let head = "POST /json/reply/Authenticate[]\nContent-Type: application/json";
    let reply = send(&gateway, head, "[{},{},{}]");
    assert_eq!(reply.error(), (400, "ArgumentException".into()));
    let message = reply.json()["responseStatus"]["message"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(message, "a batch takes at most 2 requests; this one has 3");
}
