//! The page of a response.

use crate::{host, send};

#[test]
fn a_browser_gets_a_page_in_which_nothing_runs() {
    let host = host();
    let reply = send(
        &host,
        "GET /hello/%3Cscript%3Ealert(1)%3C%2Fscript%3E\nAccept: text/html",
        "",
    );
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    assert!(reply.text().contains("&lt;script&gt;") || reply.text().contains("&#60;script&#62;"));
    assert!(!reply.text().contains("<script>alert"));
    let policy = reply.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
}

#[test]
fn the_page_links_to_the_same_answer_in_other_formats() {
    let host = host();
    let page = send(&host, "GET /hello?name=a%26b\nAccept: text/html", "");
    for (format, content_type) in [
        ("json", "application/json; charset=utf-8"),
        ("xml", "application/xml"),
        ("jsv", "application/jsv"),
        ("csv", "text/csv"),
        ("jsonl", "text/jsonl"),
        ("x-msgpack", "application/x-msgpack"),
    ] {
        let link = format!("/hello?name=a%26b&format={format}");
        let escaped = [link.replace('&', "&#38;"), link.replace('&', "&amp;")];
        assert!(
            escaped.iter().any(|link| page.text().contains(link)),
            "{format}: {}",
            page.text()
        );
        let reply = send(&host, &format!("GET {link}\nAccept: text/html"), "");
        assert_eq!(reply.header("content-type"), content_type);
    }
}
