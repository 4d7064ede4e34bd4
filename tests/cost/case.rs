use std::io::Error;
use std::net::{SocketAddr, TcpStream};

use crate::load::exchange;

/// A request that is measured.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) for_host: Vec<u8>,
    /// What the bare handler gets: the same path and body.
    pub(crate) for_bare: Vec<u8>,
}

/// A value in every property.
const ALL_TYPES: &str = concat!(
    r#"{"int":-123456,"nullableInt":7,"byte":255,"sByte":-128,"short":-3200,"uShort":65000,"#,
    r#""uInt":4000000000,"long":-9000000000000,"nullableLong":1,"uLong":18000000000000000000,"#,
    r#""float":1.25,"double":3.141592653589793,"decimal":79228162514264.337593,"bool":true,"#,
    r#""char":"x","string":"Grüße, \"quoted\" and plain","dateTime":"2024-01-02T03:04:05.678Z","#,
    r#""nullableDateTime":"2001-02-03T00:00:00Z","dateTimeOffset":"2024-01-02T03:04:05+02:00","#,
    r#""timeSpan":"P1DT2H3M4S","guid":"01234567-89ab-cdef-0123-456789abcdef","#,
    r#""bytes":"AAECAwQFBgcICQoLDA0ODw==","enum":"Blue","flags":3,"intEnum":"Two","#,
    r#""memberEnum":"the second","stringList":["one","two, three","four"],"intList":[1,2,3,4,5],"#,
    r#""stringArray":["a","b"],"intArray":[9,8,7],"stringSet":["p","q"],"matrix":[[1,2],[3,4]],"#,
    r#""stringMap":{"key":"value","k2":"v2"},"intMap":{"one":1,"two":2},"intKeyMap":{"1":"a"},"#,
    r#""nestedMap":{"n":{"id":1,"name":"inner"}},"listMap":{"l":["x","y"]},"#,
    r#""nested":{"id":1,"name":"outer","child":{"id":2,"name":"inner"}},"#,
    r#""nestedList":[{"id":3,"name":"three"},{"id":4,"name":"four"}]}"#,
);

const JSON: &str = "application/json";
const JSV: &str = "application/jsv";

/// All requests; the host that is asked turns the values of `AllTypes` into JSV.
pub(crate) fn all(host: SocketAddr) -> std::io::Result<Vec<Case>> {
    let json = converted(host, "json")?;
    let jsv = converted(host, "jsv")?;
    Ok(vec![
        hello("Hello JSON", JSON),
        hello("Hello JSV", JSV),
        all_types("AllTypes JSON", JSON, &json),
        all_types("AllTypes JSV", JSV, &jsv),
    ])
}

fn hello(name: &'static str, accept: &str) -> Case {
    let request = format!("GET /hello/World HTTP/1.1\r\nHost: host\r\nAccept: {accept}\r\n\r\n");
    Case {
        name,
        for_host: request.clone().into_bytes(),
        for_bare: request.into_bytes(),
    }
}

fn all_types(name: &'static str, content_type: &str, body: &str) -> Case {
    let request = post("/alltypes", content_type, body);
    Case {
        name,
        for_host: request.clone(),
        for_bare: request,
    }
}

fn post(path: &str, content_type: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: host\r\nAccept: {content_type}\r\n\
         Content-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

fn converted(host: SocketAddr, format: &str) -> std::io::Result<String> {
    let request = post(&format!("/alltypes?format={format}"), JSON, ALL_TYPES);
    let answer = exchange(&mut TcpStream::connect(host)?, &request)?;
    let text = String::from_utf8(answer).map_err(Error::other)?;
    match text.split_once("\r\n\r\n") {
        Some((head, body)) if head.starts_with("HTTP/1.1 200 ") => Ok(body.to_owned()),
        _ => Err(Error::other(format!("the host refuses AllTypes: {text}"))),
    }
}
