//! How bodies arrive: in chunks, announced, several requests at once.

use crate::connection::request;
use crate::{Connection, host, send};

#[test]
fn a_client_that_asks_first_is_told_to_go_on() {
    let host = host();
    let mut connection = Connection::open(&host);
    connection.write(
        "POST /hello HTTP/1.1\r\nHost: x\r\nContent-Type: text/jsv\r\nContent-Length: 12\r\n\
         Expect: 100-continue\r\n\r\n",
    );
    assert_eq!(connection.line(), "HTTP/1.1 100 Continue");
    assert_eq!(connection.line(), "");
    connection.write("{name:asked}");
    assert_eq!(
        connection.reply().header("content-type"),
        "application/json; charset=utf-8"
    );
}

#[test]
fn a_body_in_chunks_is_one_body() {
    let host = host();
    let mut connection = Connection::open(&host);
    connection.write(
        "POST /hello HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
         Transfer-Encoding: chunked\r\n\r\n",
    );
    for piece in ["{\"na", "me\":\"in ", "pieces\"}"] {
        connection.write(format!("{:x}\r\n{piece}\r\n", piece.len()));
    }
    connection.write("0\r\n\r\n");
    assert_eq!(connection.reply().result(), "Hello, in pieces!");
}

#[test]
fn requests_sent_at_once_are_answered_in_order() {
    let host = host();
    let mut connection = Connection::open(&host);
    let all: Vec<u8> = (0..20)
        .flat_map(|number| match number % 3 {
            0 => request(&format!("GET /hello/{number}"), b""),
            1 => request("GET /no/such/path", b""),
            _ => {
                let body = format!("{{\"name\":\"{number}\"}}");
                request(
                    "POST /hello\nContent-Type: application/json",
                    body.as_bytes(),
                )
            }
        })
        .collect();
    connection.write(all);
    for number in 0..20 {
        let reply = connection.reply();
        match number % 3 {
            1 => assert_eq!(reply.error(), (404, "NotFound".into())),
            _ => assert_eq!(reply.result(), format!("Hello, {number}!")),
        }
    }
}

#[test]
fn a_connection_outlives_a_request_that_is_refused() {
    let host = host();
    let mut connection = Connection::open(&host);
    for _ in 0..3 {
        connection.write(request("POST /hello\nContent-Type: application/json", b"{"));
        assert_eq!(connection.reply().status, 400);
        connection.write(request("GET /hello/again", b""));
        assert_eq!(connection.reply().result(), "Hello, again!");
    }
}

#[test]
fn an_empty_body_of_any_type_is_no_body() {
    let host = host();
    for content_type in [
        "application/json",
        "text/jsv",
        "application/xml",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "application/x-msgpack",
        "something/else",
    ] {
        let head = format!("POST /hello?name=q\nContent-Type: {content_type}\nContent-Length: 0");
        assert_eq!(
            send(&host, &head, "").result(),
            "Hello, q!",
            "{content_type}"
        );
    }
}

#[test]
fn a_body_counts_for_every_verb() {
    let host = host();
    for verb in ["GET", "DELETE", "PUT", "PATCH"] {
        let head = format!("{verb} /hello/x\nContent-Type: application/json");
        assert_eq!(
            send(&host, &head, "{\"name\":\"body\"}").result(),
            "Hello, x!",
            "{verb}"
        );
        let head = format!("{verb} /json/reply/Hello\nContent-Type: application/json");
        assert_eq!(
            send(&host, &head, "{\"name\":\"body\"}").result(),
            "Hello, body!",
            "{verb}"
        );
    }
}

#[test]
fn an_empty_text_in_json_sets_no_value_as_in_a_form() {
    // What a client of plain strings sends for members that nobody set.
    let host = host();
    let head = "POST /alltypes\nContent-Type: application/json";
    let unset = r#"{"int":"","double":"","decimal":"","bool":"","char":"","dateTime":"","guid":"",
        "dateTimeOffset":"","timeSpan":"","enum":"","flags":"","memberEnum":"","nullableInt":"",
        "nullableDateTime":"","nested":{"id":"","name":""}}"#;
    let reply = send(&host, head, unset);
    let nothing = send(&host, head, r#"{"nested":{"name":""}}"#);
    assert_eq!((reply.status, reply.text()), (200, nothing.text()));
    // A text is a value, and an item of a list must be one.
    assert_eq!(send(&host, head, r#"{"string":""}"#).json()["string"], "");
    let item = send(&host, head, r#"{"intList":[1,""]}"#);
    assert_eq!(item.error(), (400, "SerializationException".into()));
    let blank = send(&host, head, r#"{"int":" "}"#);
    assert_eq!(blank.error(), (400, "SerializationException".into()));
}

#[test]
fn null_is_an_item_where_the_type_can_be_null() {
    let host = host();
    let json = r#"{"stringList":["",null,"a"],"nestedList":[{"id":1},null],"stringMap":{"a":null,"b":"x"},"intList":[1]}"#;
    let head = "POST /alltypes?format=json\nContent-Type: application/json";
    let reply = send(&host, head, json);
    let expected = r#""stringList":["",null,"a"],"intList":[1],"stringMap":{"b":"x"},"nestedList":[{"id":1},null]}"#;
    assert!(reply.text().ends_with(expected), "{}", reply.text());
    // Through every other format and back.
    for (format, content_type) in [
        ("jsv", "text/jsv"),
        ("xml", "application/xml"),
        ("csv", "text/csv"),
        ("x-msgpack", "application/x-msgpack"),
    ] {
        let out = format!("POST /alltypes?format={format}\nContent-Type: application/json");
        let written = send(&host, &out, json).bytes;
        let back = format!("POST /alltypes?format=json\nContent-Type: {content_type}");
        let read = send(&host, &back, written);
        assert!(read.text().ends_with(expected), "{format}: {}", read.text());
    }
    let number = send(&host, head, r#"{"intList":[1,null]}"#);
    assert_eq!(number.error(), (400, "SerializationException".into()));
}

#[test]
fn a_quoted_value_of_jsv_that_does_not_fit_is_told_by_name() {
    let head = "POST /alltypes?format=json\nContent-Type: text/jsv";
    let body = "{Int:\"\",Bool:\"true,false\",Guid:\"{x\",String:\"1,2\",Char:😀}";
    let reply = send(&host(), head, body);
    assert_eq!(reply.error(), (400, "SerializationException".into()));
    let errors = &reply.json()["responseStatus"]["errors"];
    let messages: Vec<&str> = (0..5)
        .filter_map(|at| errors[at]["message"].as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "'' is an Invalid value for 'Int'",
            "'true,false' is an Invalid value for 'Bool'",
            "'{x' is an Invalid value for 'Guid'",
            "'😀' is an Invalid value for 'Char'",
        ]
    );
}
