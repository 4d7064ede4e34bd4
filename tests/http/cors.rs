//! Browsers of other origins.

use crate::{gateway, host, send};

#[test]
fn by_default_any_origin_may_call_without_cookies() {
    let host = host();
    for head in [
        "GET /hello/x",
        "OPTIONS /hello/x\nAccess-Control-Request-Method: PUT",
        "GET /nowhere",
    ] {
        let reply = send(&host, &format!("{head}\nOrigin: https://a.example"), "");
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{head}");
        assert_eq!(
            reply.header("access-control-allow-credentials"),
            "",
            "{head}"
        );
    }
}

#[test]
fn listed_origins_alone_are_let_in_with_cookies() {
    let gateway = gateway(&[
        ("CORS__ENABLED", "true"),
        ("CORS__ORIGINS", "https://a.example, https://b.example"),
        ("CORS__CREDENTIALS", "true"),
        ("CORS__HEADERS", "Content-Type, Authorization"),
        ("CORS__EXPOSED_HEADERS", "X-Request-Id"),
    ]);
    let ask = |origin: &str| send(&gateway, &format!("OPTIONS /auth\nOrigin: {origin}"), "");
    let listed = ask("https://b.example");
    assert_eq!(listed.status, 200);
    assert_eq!(
        listed.header("access-control-allow-origin"),
        "https://b.example"
    );
    assert_eq!(listed.header("access-control-allow-credentials"), "true");
    assert_eq!(
        listed.header("access-control-allow-headers"),
        "Content-Type, Authorization"
    );
    assert_eq!(
        listed.header("access-control-expose-headers"),
        "X-Request-Id"
    );
    assert!(listed.all("vary").contains(&"Origin"));
    for other in ["https://c.example", "https://a.example.evil", "null"] {
        let reply = ask(other);
        assert_eq!(reply.header("access-control-allow-origin"), "", "{other}");
        assert!(reply.all("vary").contains(&"Origin"), "{other}");
    }
}

#[test]
fn where_it_is_off_there_are_no_such_headers_and_options_says_what_is_allowed() {
    let gateway = gateway(&[]);
    let reply = send(
        &gateway,
        "OPTIONS /users/2fa/generate-key\nOrigin: https://a.example",
        "",
    );
    assert_eq!((reply.status, reply.header("allow")), (204, "PUT"));
    assert_eq!(reply.header("access-control-allow-origin"), "");
}
