//! Formats by every name that they go by.

use crate::{host, send};

/// `{"Name": "packed"}`
const PACKED: &[u8] = b"\x81\xa4Name\xa6packed";
/// `{"Result": "Hello, packed!", "ResponseStatus": nil}`
const HELLO_PACKED: &[u8] = b"\x82\xa6Result\xaeHello, packed!\xaeResponseStatus\xc0";

#[test]
fn messagepack_is_read_and_written_on_every_route() {
    let host = host();
    for head in [
        "POST /hello\nContent-Type: application/x-msgpack\nAccept: application/x-msgpack",
        "POST /hello\nContent-Type: application/x-msgpack\nAccept: */*",
        "POST /x-msgpack/reply/Hello\nContent-Type: application/x-msgpack",
        "POST /msgpack/reply/Hello",
        "POST /api/Hello.x-msgpack",
        "POST /hello?format=msgpack\nContent-Type: application/msgpack",
    ] {
        let reply = send(&host, head, PACKED);
        assert_eq!(
            reply.header("content-type"),
            "application/x-msgpack",
            "{head}"
        );
        assert_eq!(reply.bytes, HELLO_PACKED, "{head}");
    }
    let reply = send(&host, "GET /hello/packed.x-msgpack", "");
    assert_eq!(reply.bytes, HELLO_PACKED);
    let broken = send(
        &host,
        "POST /hello\nContent-Type: application/x-msgpack\nAccept: text/json",
        "\u{1}",
    );
    assert_eq!(broken.error(), (400, "SerializationException".into()));
}

#[test]
fn messagepack_by_the_place_of_members_is_read_too() {
    let host = host();
    // ["packed"], as MsgPack-Cli writes an object by itself; a batch of two.
    let head = "POST /x-msgpack/reply/Hello";
    assert_eq!(send(&host, head, b"\x91\xa6packed").bytes, HELLO_PACKED);
    let json = "POST /hello\nContent-Type: application/x-msgpack\nAccept: application/json";
    let longer = send(&host, json, b"\x93\xa6packed\x01\xc0");
    assert_eq!(longer.result(), "Hello, packed!", "values of no member");
    let batch = send(
        &host,
        "POST /x-msgpack/reply/Hello[]",
        b"\x92\x91\xa1a\x91\xa1b",
    );
    assert_eq!(
        (batch.status, batch.header("x-autobatch-completed")),
        (200, "2")
    );
    let broken = send(&host, json, b"\x92\xa1a");
    assert_eq!(broken.error(), (400, "SerializationException".into()));
}

#[test]
fn every_type_survives_messagepack() {
    let host = host();
    let json = r#"{"int":-5,"uLong":18446744073709551615,"double":1.5,"decimal":4.40,"bool":true,
        "char":"c","string":"é","dateTime":"2020-01-02T03:04:05.678Z","timeSpan":"PT1H",
        "guid":"0f8fad5bd9cb469fa16570867728950e","bytes":"AQID","enum":"Blue","flags":3,
        "memberEnum":"the second","stringList":["a","b"],"matrix":[[1,2],[]],"intKeyMap":{"1":"x"},
        "nested":{"id":1,"child":{"name":"n"}}}"#;
    let plain = send(
        &host,
        "POST /alltypes\nContent-Type: application/json",
        json,
    );
    let packed = send(
        &host,
        "POST /alltypes\nContent-Type: application/json\nAccept: application/x-msgpack",
        json,
    );
    let head = "POST /alltypes\nContent-Type: application/x-msgpack\nAccept: application/json";
    let again = send(&host, head, &packed.bytes);
    assert_eq!(again.text(), plain.text());
}

#[test]
fn a_callback_makes_json_a_script_that_can_only_call_it() {
    let host = host();
    let reply = send(&host, "GET /hello/x?callback=app.got_it", "");
    assert_eq!(reply.header("content-type"), "text/javascript");
    assert_eq!(reply.text(), r#"app.got_it({"result":"Hello, x!"})"#);
    let reply = send(&host, "GET /hello/x?callback=alert(1)//", "");
    assert_eq!(reply.text(), r#"alert_1___({"result":"Hello, x!"})"#);
    let reply = send(&host, "GET /nowhere?callback=cb", "");
    assert_eq!((reply.status, reply.reason.as_str()), (200, "OK"));
    assert!(
        reply
            .text()
            .starts_with(r#"cb({"responseStatus":{"errorCode":"NotFound""#)
    );
}

#[test]
fn a_form_holds_what_a_query_can_hold() {
    let host = host();
    let head = "POST /alltypes\nContent-Type: application/x-www-form-urlencoded";
    let body = "Int=5&stringList=a&stringList=%22b%2Cc%22&intList=[1,2]&stringMap={k:v}\
                &nested={Id:1,Name:n,Child:{Id:2}}&nestedList=[{Id:3}]&bool=on&string=a+b%26c";
    let reply = send(&host, head, body).json();
    assert_eq!(reply["int"], 5);
    assert_eq!(reply["stringList"].to_string(), r#"["a","b,c"]"#);
    assert_eq!(reply["intList"].to_string(), "[1,2]");
    assert_eq!(reply["stringMap"].to_string(), r#"{"k":"v"}"#);
    assert_eq!(reply["nested"]["child"]["id"], 2);
    assert_eq!(reply["nestedList"][0]["id"], 3);
    assert_eq!(
        (reply["bool"].as_bool(), reply["string"].as_str()),
        (Some(true), Some("a b&c"))
    );
}

#[test]
fn a_form_of_very_many_values_is_refused_and_of_many_is_not() {
    let host = host();
    let head = "POST /alltypes\nContent-Type: application/x-www-form-urlencoded";
    let many = send(&host, head, "intList=7&".repeat(19_000)).json();
    assert_eq!(many["intList"].as_array().map(Vec::len), Some(19_000));
    assert_eq!(
        send(&host, head, "a&".repeat(1_000_000)).error(),
        (400, "BadRequest".into())
    );
}

#[test]
fn jsconfig_changes_what_is_written() {
    let host = host();
    let body = r#"{"enum":"Blue","memberEnum":"the second","timeSpan":"1.02:03:04","dateTime":"/Date(1577934245678)/"}"#;
    let with = |options: &str| {
        let head =
            format!("POST /alltypes.json?jsconfig={options}\nContent-Type: application/json");
        send(&host, &head, body).json()
    };
    let integers = with("teai");
    assert_eq!(
        (integers["enum"].as_i64(), integers["memberEnum"].as_str()),
        (Some(7), Some("the second"))
    );
    assert_eq!(with("tsh:sf")["timeSpan"], "1.02:03:04");
    assert_eq!(with("dh:ut")["dateTime"], 1_577_934_245);
    assert_eq!(
        with("DateHandler:UnixTimeMs")["dateTime"],
        1_577_934_245_678_i64
    );
    assert_eq!(
        with("dh:rfc1123")["dateTime"],
        "Thu, 02 Jan 2020 03:04:05 GMT"
    );
    assert_eq!(with("epcn,dh:iso8601do")["DateTime"], "2020-01-02");
    let indented = send(&host, "GET /hello/x?jsconfig=pp", "");
    assert_eq!(indented.text(), "{\n  \"result\": \"Hello, x!\"\n}");
    let jsv = "POST /alltypes.jsv?jsconfig=dh:ut,edv\nContent-Type: application/json";
    assert!(
        send(&host, jsv, body)
            .text()
            .contains("dateTime:1577934245,")
    );
}

#[test]
fn several_accept_lines_are_one_list() {
    let head =
        "GET /hello/x\nAccept: text/csv;q=0.1\nAccept: application/jsv;q=0.5\nAccept: image/png";
    assert_eq!(
        send(&host(), head, "").header("content-type"),
        "application/jsv"
    );
}

#[test]
fn a_scalar_is_a_document_of_its_own_in_xml() {
    let reply = send(&host(), "GET /raw/int\nAccept: application/xml", "");
    let expected = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
                    <int xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">5</int>";
    assert_eq!(reply.text(), expected);
}

#[test]
fn a_wildcard_is_for_what_no_other_range_names() {
    let host = host();
    for (accept, expected) in [
        ("*/*", "application/json; charset=utf-8"),
        ("application/json;q=0, */*", "text/html; charset=utf-8"),
        (
            "*/*, application/json;q=0.5, text/*;q=0.5",
            "application/xml",
        ),
        ("text/*;q=0.9, text/html;q=0.1", "text/csv"),
        ("application/*, application/json;q=0", "application/xml"),
        ("application/json;q=0", "application/json; charset=utf-8"),
    ] {
        let reply = send(&host, &format!("GET /hello/x\nAccept: {accept}"), "");
        assert_eq!(reply.header("content-type"), expected, "{accept}");
    }
    let echoed = "POST /hello\nContent-Type: text/jsv\nAccept: application/json;q=0, */*";
    let reply = send(&host, echoed, "{name:x}");
    assert_eq!(reply.header("content-type"), "text/jsv");
}

#[test]
fn enumerations_that_nobody_set_are_left_out_on_request() {
    let host = host();
    let answer = |options: &str, format: &str| {
        let head =
            format!("GET /alltypes?enum=Blue&nullableEnum=Red&jsconfig={options}&format={format}");
        send(&host, &head, "").text().to_owned()
    };
    let json = answer("edv,ide:false", "json");
    assert_eq!(json, r#"{"enum":"Blue","nullableEnum":"Red"}"#);
    assert_eq!(
        answer("edv,IncludeDefaultEnums:0", "jsv"),
        "{enum:Blue,nullableEnum:Red}"
    );
    let kept = r#"{"enum":"Blue","nullableEnum":"Red","flags":0,"intEnum":"Zero","memberEnum":"the-first"}"#;
    assert_eq!(answer("edv", "json"), kept);
    assert_eq!(answer("edv,ide", "json"), kept);
}
