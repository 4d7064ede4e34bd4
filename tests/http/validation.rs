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
    for (name, value, code, message, meta) in [
        (
            "notNull",
            json!(null),
            "NotNull",
            "'Not Null' must not be empty.",
            json!({}),
        ),
        (
            "firstName",
            json!(" "),
            "NotEmpty",
            "Say something",
            json!({"PropertyName": "First Name"}),
        ),
        (
            "empty",
            json!("x"),
            "Empty",
            "'Empty' must be empty.",
            json!({"PropertyValue": "x"}),
        ),
        (
            "null",
            json!(""),
            "Null",
            "'Null' must be empty.",
            json!({}),
        ),
        (
            "exact",
            json!("ab"),
            "Length",
            "'Exact' must be 3 characters in length. You entered 2 characters.",
            json!({"MinLength": "3", "MaxLength": "3", "TotalLength": "2"}),
        ),
        (
            "minimum",
            json!("ab"),
            "MinimumLength",
            "The length of 'Minimum' must be at least 3 characters. You entered 2 characters.",
            json!({"MinLength": "3", "MaxLength": "-1"}),
        ),
        (
            "maximum",
            json!("abcd"),
            "MaximumLength",
            "The length of 'Maximum' must be 3 characters or fewer. You entered 4 characters.",
            json!({"MaxLength": "3"}),
        ),
        (
            "greater",
            json!(1),
            "GreaterThan",
            "'Greater' must be greater than '1'.",
            json!({"ComparisonValue": "1", "PropertyValue": "1"}),
        ),
        (
            "greaterOrEqual",
            json!(0),
            "GreaterThanOrEqual",
            "'Greater Or Equal' must be greater than or equal to '1'.",
            json!({}),
        ),
        (
            "less",
            json!(1.5),
            "LessThan",
            "'Less' must be less than '1.5'.",
            json!({}),
        ),
        (
            "lessOrEqual",
            json!(2),
            "LessThanOrEqual",
            "'Less Or Equal' must be less than or equal to '1'.",
            json!({}),
        ),
        (
            "equal",
            json!("no"),
            "Equal",
            "'Equal' must be equal to 'yes'.",
            json!({}),
        ),
        (
            "notEqual",
            json!(5),
            "NotEqual",
            "'Not Equal' must not be equal to '5'.",
            json!({}),
        ),
        (
            "between",
            json!(9),
            "ExclusiveBetween",
            "'Between' must be between 1 and 9 (exclusive). You entered 9.",
            json!({"From": "1", "To": "9", "Value": "9"}),
        ),
        (
            "price",
            json!("123.456"),
            "ScalePrecision",
            "'Price' must not be more than 4 digits in total, with allowance for 2 decimals. \
             3 digits and 3 decimals were found.",
            json!({"ExpectedPrecision": "4", "ExpectedScale": "2", "Digits": "3", "ActualScale": "3"}),
        ),
        (
            "code",
            json!("ab"),
            "RegularExpression",
            "'Code' is not in the correct format.",
            json!({"RegularExpression": "^[A-Z]{2}[0-9]+$"}),
        ),
        (
            "card",
            json!("4111-1111-1111-1112"),
            "BadCard",
            "'Card' is not a valid credit card number.",
            json!({}),
        ),
        (
            "size",
            json!("huge"),
            "Enum",
            "'Size' has a range of values which does not include 'huge'.",
            json!({}),
        ),
        (
            "even",
            json!("odd"),
            "Predicate",
            "The specified condition was not met for 'Even'.",
            json!({}),
        ),
        (
            "date",
            json!("2020-01-01"),
            "GreaterThan",
            "'Date' must be greater than '2020-01-01'.",
            json!({}),
        ),
    ] {
        let mut request = sound();
        request[name] = value;
        let found = failures(&request);
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        assert_eq!(
            (found[0]["errorCode"].as_str(), found[0]["message"].as_str()),
            (Some(code), Some(message))
        );
        for (placeholder, expected) in meta.as_object().unwrap() {
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
