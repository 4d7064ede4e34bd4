//! Request lines and headers.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A request line with its end.
pub(crate) fn line() -> impl Strategy<Value = Vec<u8>> {
    (method(), target(), version()).prop_map(|(method, target, version)| {
        let mut line = method;
        line.push(b' ');
        line.extend_from_slice(&target);
        line.push(b' ');
        line.extend_from_slice(&version);
        line.extend_from_slice(b"\r\n");
        line
    })
}

fn method() -> impl Strategy<Value = Vec<u8>> {
    const KNOWN: &[&str] = &[
        "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT",
    ];
    prop_oneof![
        8 => select(KNOWN).prop_map(|name| name.as_bytes().to_vec()),
        1 => "[A-Za-z]{0,40}".prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 0..20),
    ]
}

fn version() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        12 => Just(b"HTTP/1.1".to_vec()),
        2 => Just(b"HTTP/1.0".to_vec()),
        1 => select(&["HTTP/2.0", "HTTP/9", "", "http/1.1"][..]).prop_map(|text| text.as_bytes().to_vec()),
    ]
}

/// Paths that lead somewhere, and what a query or a broken path adds.
fn target() -> impl Strategy<Value = Vec<u8>> {
    const PATHS: &[&str] = &[
        "/hello",
        "/hello/x",
        "/alltypes",
        "/validated",
        "/void",
        "/admin-only",
        "/raw/int",
        "/api",
        "/api/",
        "/api/Hello",
        "/api/AllTypes",
        "/api/Validated[]",
        "/api/Hello%5B%5D",
        "/json/reply/AllTypes",
        "/jsv/reply/AllTypes",
        "/xml/reply/AllTypes",
        "/csv/reply/AllTypes",
        "/jsonl/reply/Hello",
        "/jsv/reply/AllTypes[]",
        "/json/oneway/DoVoid",
        "/auth",
        "/auth/credentials",
        "/auth/logout",
        "/users/2fa/generate-key",
        "/metadata",
        "/",
        "*",
        "http://other/hello",
        "//",
        "/../../etc/passwd",
    ];
    let suffix = prop_oneof![
        4 => Just(Vec::new()),
        1 => select(&[".json", ".jsv", ".xml", ".csv", ".html", ".nope", "/", "/%2e%2e", "%"][..])
            .prop_map(|text| text.as_bytes().to_vec()),
        1 => "(/?%[0-9a-fA-F]{1,2}){1,8}".prop_map(String::into_bytes),
        1 => vec(0x21_u8..=0xff, 0..30),
    ];
    (select(PATHS), suffix, query()).prop_map(|(path, suffix, query)| {
        let mut target = path.as_bytes().to_vec();
        target.extend_from_slice(&suffix);
        target.extend_from_slice(&query);
        target
    })
}

fn query() -> impl Strategy<Value = Vec<u8>> {
    let name = prop_oneof![
        select(
            &[
                "int", "bool", "dateTime", "guid", "nested", "matrix", "intMap", "timeSpan",
                "enum", "flags"
            ][..]
        )
        .prop_map(ToOwned::to_owned),
        select(
            &[
                "format",
                "callback",
                "jsconfig",
                "X-Http-Method-Override",
                "name",
                "__type"
            ][..]
        )
        .prop_map(ToOwned::to_owned),
        "[a-zA-Z%+]{0,10}",
    ];
    let value = prop_oneof![
        "[0-9eE+.-]{0,60}",
        r#"[\[\]{},:"%a0]{0,40}"#,
        select(
            &[
                "jsv",
                "xml",
                "%ff",
                "%c3%28",
                "99999999999999999999999",
                "-1",
                "NaN",
                "1e999999",
                "%00",
                "\u{2028}"
            ][..]
        )
        .prop_map(ToOwned::to_owned),
    ];
    let pairs = vec((name, value), 0..12).prop_map(|pairs| {
        let pairs = pairs
            .into_iter()
            .map(|(name, value)| format!("{name}={value}"));
        format!("?{}", pairs.collect::<Vec<_>>().join("&")).into_bytes()
    });
    prop_oneof![Just(Vec::new()), pairs]
}

/// Header lines without their ends.
pub(crate) fn headers() -> impl Strategy<Value = Vec<Vec<u8>>> {
    vec(header(), 0..12)
}

fn header() -> impl Strategy<Value = Vec<u8>> {
    const NAMES: &[&str] = &[
        "Accept",
        "Content-Type",
        "Cookie",
        "Authorization",
        "X-Http-Method-Override",
        "X-Request-Id",
        "Origin",
        "Content-Encoding",
        "Accept-Encoding",
        "If-None-Match",
        "If-Modified-Since",
        "Expect",
        "Connection",
        "Transfer-Encoding",
        "Content-Length",
        "Host",
        "Range",
        "Upgrade",
    ];
    const VALUES: &[&str] = &[
        "application/json",
        "application/jsv",
        "text/jsv",
        "application/xml",
        "text/csv",
        "text/html",
        "*/*",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "multipart/form-data",
        "text/plain",
        "application/json; charset=utf-16",
        "text/*;q=2,;;q",
        "gzip",
        "br",
        "identity, chunked",
        "100-continue",
        "PUT",
        "Basic dGVzdDpw",
        "Basic ****",
        "Bearer a.b.c",
        "ss-id=x; 18 Nov 2046 20:12:04 GMT=null; ss-opt=temp",
        "-1",
        "99999999999999999999",
        "close",
        "bytes=0-",
        "h2c",
    ];
    let value = prop_oneof![
        6 => select(VALUES).prop_map(|value| value.as_bytes().to_vec()),
        1 => vec(0x20_u8..=0xff, 0..60),
    ];
    let line =
        (select(NAMES), value).prop_map(|(name, value)| [name.as_bytes(), b": ", &value].concat());
    prop_oneof![12 => line, 1 => vec(any::<u8>(), 0..40)]
}
