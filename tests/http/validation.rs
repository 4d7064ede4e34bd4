//! Rules that a request DTO states.

use serde_json::{Value, json};

use crate::{host, send};

fn failures(body: &Value) -> Vec<Value> {
    let host = host();
    let reply = send(
        &host,
        "POST /rules\nContent-Type: application/json",
        body.to_string(),
    );
    match reply.status {
        204 => Vec::new(),
        400 => reply.json()["responseStatus"]["errors"]
            .as_array()
            .unwrap()
            .clone(),
        other => panic!("{other}: {}", reply.text()),
    }
}

/// A request that no rule refuses.
fn sound() -> Value {
    json!({
        "notNull": 0, "firstName": "Ann", "greater": 2, "greaterOrEqual": 1, "less": 1.4,
        "equal": "yes", "notEqual": 4, "between": 5, "price": "12.50", "size": "large"
    })
}

#[test]
fn a_request_that_meets_every_rule_passes() {
    assert_eq!(failures(&sound()), Vec::<Value>::new());
    let mut full = sound();
    for (name, value) in [
        ("exact", json!("abc")),
        ("minimum", json!("abc")),
        ("maximum", json!("abc")),
        ("lessOrEqual", json!(1)),
        ("email", json!("a@b")),
        ("whenEmail", json!("x")),
        ("code", json!("AB12")),
        ("card", json!("4111-1111 1111-1111")),
        ("even", json!("even")),
        ("date", json!("2020-01-02")),
        ("words", json!(["ab", "cd"])),
        ("lines", json!([{"product": "p", "count": 1}])),
    ] {
        full[name] = value;
    }
    assert_eq!(failures(&full), Vec::<Value>::new());
}

#[test]
fn every_rule_speaks_with_its_code_its_message_and_its_placeholders() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("rules.json")).unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let mut request = sound();
        let name = case["name"].as_str().unwrap();
        request[name] = case["value"].clone();
        let found = failures(&request);
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        assert_eq!(found[0]["errorCode"], case["code"], "{name}");
        assert_eq!(found[0]["message"], case["message"], "{name}");
        for (placeholder, expected) in case["meta"].as_object().unwrap() {
            assert_eq!(
                &found[0]["meta"][placeholder], expected,
                "{name}: {placeholder}"
            );
        }
    }
}

#[test]
fn a_rule_may_hang_on_a_condition() {
    let mut request = sound();
    request["email"] = json!("a@b");
    let found = failures(&request);
    assert_eq!(found[0]["fieldName"], "WhenEmail");
    request["email"] = json!("ab");
    let fields: Vec<_> = failures(&request)
        .iter()
        .map(|f| f["fieldName"].to_string())
        .collect();
    assert_eq!(fields, ["\"Email\"", "\"WhenEmail\""]);
}

#[test]
fn items_are_named_by_their_place() {
    let mut request = sound();
    request["words"] = json!(["ab", "c"]);
    request["lines"] = json!([{"product": "p", "count": 1}, {"count": 10}]);
    let found = failures(&request);
    let names: Vec<_> = found
        .iter()
        .map(|failure| failure["fieldName"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Words[1]", "Lines[1].Product", "Lines[1].Count"]);
    assert!(
        found
            .iter()
            .all(|failure| failure["meta"]["CollectionIndex"] == "1"),
        "{found:?}"
    );
}
