use super::{About, describe};
use crate::MetadataTypes;

const RECORDED: &str = include_str!("../../tests/data/recorded-metadata.json");

fn collection() -> serde_json::Value {
    let mut api: MetadataTypes = serde_json::from_str(RECORDED).unwrap();
    api.operations[0].tags.push("users".to_owned());
    let about = About {
        title: "Recorded",
        base_url: "https://api.example.com",
    };
    let sample = |name: &str| (name == "Hello").then(|| r#"{"name":"String"}"#.to_owned());
    serde_json::to_value(describe(&api, &about, sample)).unwrap()
}

#[test]
fn tagged_operations_stand_in_folders_and_protected_ones_state_credentials() {
    let collection = collection();
    let folder = &collection["item"][0];
    assert_eq!(folder["name"], "users");
    let request = &folder["item"][0]["request"];
    assert_eq!(request["method"], "PUT");
    assert_eq!(request["auth"]["type"], "basic");
    assert_eq!(request["url"]["raw"], "{{baseUrl}}/users/2fa/generate-key");
}

#[test]
fn each_route_is_a_request_with_its_variables_and_sample() {
    let collection = collection();
    let items = collection["item"].as_array().unwrap();
    let hello: Vec<_> = items
        .iter()
        .filter(|item| item["name"] == "Hello")
        .collect();
    assert_eq!(hello.len(), 2);
    assert_eq!(hello[0]["request"]["method"], "POST");
    assert_eq!(hello[0]["request"]["body"]["raw"], r#"{"name":"String"}"#);
    assert_eq!(
        hello[1]["request"]["url"]["path"],
        serde_json::json!(["hello", ":Name"])
    );
    assert_eq!(hello[1]["request"]["url"]["variable"][0]["key"], "Name");
    assert_eq!(
        collection["variable"][0]["value"],
        "https://api.example.com"
    );
}
