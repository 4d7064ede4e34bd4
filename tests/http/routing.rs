//! Paths and verbs.

use crate::{host, send};

#[test]
fn a_wildcard_takes_any_number_of_segments() {
    let host = host();
    for (path, expected) in [
        ("/echo/path", "GET [] 0"),
        ("/echo/path/", "GET [] 0"),
        ("/echo/path/a", "GET [a] 0"),
        ("/Echo/PATH/a/B/c", "GET [a/B/c] 0"),
        ("/echo/path/a%2Fb/c+d/%C3%A9", "GET [a/b/c d/é] 0"),
        ("/echo/path/a.json", "GET [a.json] 0"),
        ("/echo/path/a.txt?path=query", "GET [query] 0"),
    ] {
        assert_eq!(
            send(&host, &format!("GET {path}"), "").result(),
            expected,
            "{path}"
        );
    }
}

#[test]
fn dots_take_a_segment_apart() {
    let host = host();
    let dotted = |path: &str| {
        send(
            &host,
            &format!("GET /echo/dotted/{path}\nAccept: application/json"),
            "",
        )
    };
    assert_eq!(dotted("run.fast").result(), "run as fast");
    assert_eq!(dotted("run.fast.json").result(), "run as fast");
    assert_eq!(dotted("run").status, 404);
}

#[test]
fn a_verb_that_no_route_has_is_405_and_says_which_there_are() {
    let host = host();
    for verb in ["POST", "PATCH", "HEAD", "TRACE", "PROPFIND"] {
        let reply = send(&host, &format!("{verb} /echo/x/id/5"), "");
        assert_eq!(reply.status, 405, "{verb}");
        assert_eq!(reply.header("allow"), "GET, PUT, DELETE", "{verb}");
    }
    assert_eq!(send(&host, "PUT /echo/x/id/5", "").result(), "PUT [] 5");
    assert_eq!(send(&host, "PROPFIND /nowhere", "").status, 404);
}

#[test]
fn the_verb_can_be_overridden_in_header_query_and_form() {
    let host = host();
    let path = "/echo/x/id/5";
    let form = "Content-Type: application/x-www-form-urlencoded";
    for (head, body) in [
        (format!("POST {path}\nX-Http-Method-Override: PUT"), ""),
        (format!("POST {path}\nx-http-method-override: put"), ""),
        (format!("POST {path}?X-HTTP-Method-Override=PUT"), ""),
        (format!("POST {path}\n{form}"), "X-Http-Method-Override=PUT"),
        (
            format!("POST {path}\n{form}; charset=utf-8"),
            "a=b&x-http-method-override=put",
        ),
    ] {
        assert_eq!(send(&host, &head, body).result(), "PUT [] 5", "{head}");
    }
    let link = send(&host, &format!("GET {path}?x-http-method-override=PUT"), "");
    assert_eq!(link.result(), "GET [] 5", "a link changes nothing");
    let unknown = send(
        &host,
        &format!("GET {path}\nX-Http-Method-Override: NONSENSE"),
        "",
    );
    assert_eq!(unknown.result(), "GET [] 5");
}

#[test]
fn head_is_the_same_answer_without_its_body() {
    let host = host();
    let get = send(&host, "GET /hello/x", "");
    let head = send(&host, "HEAD /hello/x", "");
    assert_eq!(head.status, 200);
    assert_eq!(head.header("content-type"), get.header("content-type"));
    assert_eq!(head.header("content-length"), get.header("content-length"));
}

#[test]
fn a_path_that_is_no_text_is_refused() {
    let host = host();
    for path in ["/hello/%FF", "/hello?name=%C3%28"] {
        assert_eq!(
            send(&host, &format!("GET {path}"), "").status,
            400,
            "{path}"
        );
    }
    assert_eq!(send(&host, "GET /hello/100%", "").result(), "Hello, 100%!");
}

#[test]
fn a_suffix_may_stand_alone_in_its_segment() {
    let host = host();
    for path in ["/hello/.json", "/hello.json"] {
        let reply = send(&host, &format!("GET {path}\nAccept: application/xml"), "");
        assert_eq!(reply.result(), "Hello, !", "{path}");
    }
    let reply = send(&host, "PROPFIND /hello/x", "");
    assert_eq!(reply.error(), (405, "MethodNotAllowed".into()));
    assert!(reply.text().contains("nothing here has that method"));
}
