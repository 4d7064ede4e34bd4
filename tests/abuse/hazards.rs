//! What is known to have hurt servers, each once.

const JSON: &str = "application/json";
const JSV: &str = "application/jsv";
const XML: &str = "application/xml";
const FORM: &str = "application/x-www-form-urlencoded";
const ENTITIES: &str = concat!(
    "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
    "<Hello><Name>&c;&c;&c;&c;</Name></Hello>"
);

type Hazard = (&'static str, Vec<u8>);

/// Named requests.
pub(crate) fn hazards() -> impl Iterator<Item = Hazard> {
    let groups = [heads(), nesting(), values(), sizes(), framing()];
    groups.into_iter().flatten()
}

fn heads() -> Vec<Hazard> {
    let keys: Vec<_> = (0..10_000).map(|index| format!("k{index}=v")).collect();
    let keys = keys.join("&");
    vec![
        ("10,000 keys", get(&format!("/api/AllTypes?{keys}"))),
        ("10,000 keys in a form", post("/hello", FORM, &keys)),
        (
            "one key often",
            post("/alltypes", FORM, &"int=1&".repeat(10_000)),
        ),
        (
            "a long path",
            get(&format!("/hello/{}", "a".repeat(60_000))),
        ),
        (
            "a long header",
            header(&format!("Cookie: {}", "c".repeat(200_000))),
        ),
        ("many headers", header(&vec!["X-A: b"; 500].join("\r\n"))),
        (
            "many cookies",
            header(&format!("Cookie: {}", "a=b; ".repeat(5000))),
        ),
        (
            "many types",
            header(&format!("Accept: {}", "a/b;q=0.1,".repeat(5000))),
        ),
        ("a folded header", header("X-A: b\r\n folded")),
        ("a zero byte", b"GET /hello\0 HTTP/1.1\r\n\r\n".to_vec()),
        ("half a head", b"GET /hello HTTP/1.1\r\nHost: ".to_vec()),
        (
            "TLS to a plain port",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc".to_vec(),
        ),
        (
            "HTTP/2 at once",
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        ),
        ("nothing", Vec::new()),
    ]
}

fn nesting() -> Vec<Hazard> {
    let deep = |start: &str, part: &str, times| format!("{start}{}", part.repeat(times));
    let in_json = deep("{\"nested\":", "{\"child\":", 50_000);
    let in_jsv = deep("{nested:", "{child:", 50_000);
    let in_query = deep("/alltypes?nested=", "{child:", 5000);
    vec![
        ("deep JSON", post("/alltypes", JSON, &in_json)),
        (
            "deep JSON lists",
            post("/alltypes", JSON, &deep("{\"matrix\":", "[", 500_000)),
        ),
        (
            "deep unknown JSON",
            post("/hello", JSON, &deep("{\"x\":", "[", 500_000)),
        ),
        ("deep JSV", post("/alltypes", JSV, &in_jsv)),
        (
            "deep JSV lists",
            post("/alltypes", JSV, &deep("{matrix:", "[", 500_000)),
        ),
        ("deep JSV in a query", get(&in_query)),
        (
            "deep XML",
            post("/alltypes", XML, &deep("", "<Nested>", 50_000)),
        ),
    ]
}

fn values() -> Vec<Hazard> {
    let wide = format!("<Hello {}/>", "a='b' ".repeat(20_000));
    let long_number = format!("{{\"decimal\":{}}}", "9".repeat(100_000));
    let exponents = "{\"double\":1e999999999,\"decimal\":1e-999999999}";
    let no_end = format!("{{Name:{}", "\"".repeat(300_001));
    vec![
        ("entities of XML", post("/hello", XML, ENTITIES)),
        ("wide XML", post("/hello", XML, &wide)),
        ("a long number", post("/alltypes", JSON, &long_number)),
        ("huge exponents", post("/alltypes", JSON, exponents)),
        ("quotes without end", post("/hello", JSV, &no_end)),
        (
            "no UTF-8",
            bytes("/hello", JSON, b"{\"name\":\"\xff\xfe\xc3\x28\"}"),
        ),
    ]
}

fn sizes() -> Vec<Hazard> {
    let batch = format!("[{}{{}}]", "{},".repeat(100_000));
    let part = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx\r\n";
    let parts = format!("{}--b--\r\n", part.repeat(10_000));
    let multipart = "multipart/form-data; boundary=b";
    vec![
        ("a large batch", post("/api/Hello[]", JSON, &batch)),
        ("10,000 parts", post("/hello", multipart, &parts)),
        (
            "over the limit",
            post("/hello", JSON, &" ".repeat(11 * 1024 * 1024)),
        ),
        (
            "stated over the limit",
            framed("Content-Length: 99999999999"),
        ),
    ]
}

fn framing() -> Vec<Hazard> {
    let gzip = "Content-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: 4";
    let both = "Content-Length: 3\r\nTransfer-Encoding: chunked";
    let endless = "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff";
    vec![
        (
            "two lengths",
            framed("Content-Length: 3\r\nContent-Length: 4"),
        ),
        ("a length and chunks", framed(both)),
        ("a chunk without end", framed(endless)),
        ("gzip that is none", framed(gzip)),
        ("no boundary", post("/hello", "multipart/form-data", "x")),
    ]
}

fn get(target: &str) -> Vec<u8> {
    format!("GET {target} HTTP/1.1\r\nHost: h\r\n\r\n").into_bytes()
}

fn header(lines: &str) -> Vec<u8> {
    format!("GET /hello/x HTTP/1.1\r\nHost: h\r\n{lines}\r\n\r\n").into_bytes()
}

fn framed(lines: &str) -> Vec<u8> {
    format!("POST /hello HTTP/1.1\r\nHost: h\r\n{lines}\r\n\r\nabcd").into_bytes()
}

fn post(target: &str, content_type: &str, body: &str) -> Vec<u8> {
    bytes(target, content_type, body.as_bytes())
}

fn bytes(target: &str, content_type: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "POST {target} HTTP/1.1\r\nHost: h\r\nContent-Type: {content_type}\r\n\
         Content-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}
