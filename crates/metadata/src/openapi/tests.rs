use super::{About, OtherProof, describe};
use crate::MetadataTypes;

const RECORDED: &str = include_str!("../../tests/data/recorded-metadata.json");

fn document() -> serde_json::Value {
    document_with(&[])
}

fn document_with(other_proofs: &[OtherProof]) -> serde_json::Value {
    let api: MetadataTypes = serde_json::from_str(RECORDED).unwrap();
    let about = About {
        title: "Recorded",
        version: "1.0",
        base_url: "https://api.example.com",
        other_media_types: &["text/csv"],
        other_proofs,
    };
    serde_json::to_value(describe(&api, &about)).unwrap()
}

fn at<'a>(document: &'a serde_json::Value, pointer: &str) -> &'a serde_json::Value {
    document
        .pointer(pointer)
        .unwrap_or_else(|| panic!("nothing at {pointer}"))
}

#[test]
fn routes_become_paths_with_their_verbs() {
    let document = document();
    let hello = at(&document, "/paths/~1hello").as_object().unwrap();
    assert_eq!(hello.keys().collect::<Vec<_>>(), ["get", "post"]);
    let by_name = at(&document, "/paths/~1hello~1{Name}/get/parameters/0");
    assert_eq!(by_name["name"], "Name");
    assert_eq!(by_name["in"], "path");
    assert_eq!(by_name["required"], true);
    let predefined = at(
        &document,
        "/paths/~1api~1GenerateTwoFactorAuthenticationKeyRequest",
    );
    assert_eq!(
        predefined.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["put"]
    );
    assert_eq!(at(&document, "/servers/0/url"), "https://api.example.com");
}

#[test]
fn inherited_members_stand_in_the_class_itself() {
    let document = document();
    let request = at(
        &document,
        "/components/schemas/GenerateTwoFactorAuthenticationKeyRequest",
    );
    assert_eq!(
        request["properties"]["organisationId"]["type"],
        serde_json::json!(["string", "null"])
    );
}

#[test]
fn types_are_described_as_they_stand_on_the_wire() {
    let document = document();
    let all = at(&document, "/components/schemas/AllTypes/properties");
    let json = |name: &str| all[name].clone();
    assert_eq!(
        json("nullableInt")["type"],
        serde_json::json!(["integer", "null"])
    );
    assert_eq!(json("uLong")["maximum"], u64::MAX);
    assert_eq!(json("decimal")["maximum"], 2_f64.powi(96).next_down());
    assert!(
        json("dateTime")["pattern"]
            .as_str()
            .unwrap()
            .contains("Date")
    );
    assert_eq!(json("bytes")["contentEncoding"], "base64");
    assert_eq!(json("matrix")["items"]["items"]["type"], "integer");
    for nullable in ["stringList", "matrix"] {
        assert_eq!(json(nullable)["items"]["type"][1], "null", "{nullable}");
    }
    assert_eq!(json("nestedArray")["items"]["anyOf"][1]["type"], "null");
    assert_eq!(json("intList")["items"]["type"], "integer");
    assert_eq!(json("stringSet")["uniqueItems"], true);
    assert_eq!(
        json("intKeyMap")["propertyNames"]["pattern"],
        "^-?[0-9]{1,9}$"
    );
    assert_eq!(json("enum")["$ref"], "#/components/schemas/Colour");
    assert_eq!(json("nullableEnum")["anyOf"][1]["type"], "null");
    let values = at(&document, "/components/schemas/MemberEnum/enum");
    assert_eq!(values, &serde_json::json!(["the-first", "the second"]));
    assert_eq!(at(&document, "/components/schemas/Perms/type"), "integer");
    let child = at(
        &document,
        "/components/schemas/Nested/properties/child/anyOf/0/$ref",
    );
    assert_eq!(child, "#/components/schemas/Nested");
}

#[test]
fn protected_operations_name_the_ways_to_prove_who_is_calling() {
    let document = document();
    let admin_only = at(&document, "/paths/~1admin-only/post/security");
    assert_eq!(
        admin_only,
        &serde_json::json!([{"session": []}, {"basic": []}])
    );
    assert!(document.pointer("/paths/~1hello/post/security").is_none());
    assert_eq!(
        at(&document, "/components/securitySchemes/session/name"),
        "ss-id"
    );
    assert!(
        document
            .pointer("/components/securitySchemes/bearer")
            .is_none()
    );
}

#[test]
fn tokens_and_keys_are_named_where_the_host_takes_them() {
    let document = document_with(&[OtherProof::BearerToken, OtherProof::ApiKey]);
    assert_eq!(
        at(&document, "/paths/~1admin-only/post/security"),
        &serde_json::json!([{"session": []}, {"basic": []}, {"bearer": []}, {"apiKey": []}])
    );
    let schemes = at(&document, "/components/securitySchemes");
    assert_eq!(schemes["bearer"]["scheme"], "bearer");
    assert_eq!(
        (&schemes["apiKey"]["in"], &schemes["apiKey"]["name"]),
        (&"header".into(), &"X-Api-Key".into())
    );
}

#[test]
fn a_query_carries_scalars_and_lists_of_scalars_only() {
    let document = document();
    let parameters = at(&document, "/paths/~1alltypes/get/parameters");
    let names: Vec<&str> = parameters
        .as_array()
        .unwrap()
        .iter()
        .map(|parameter| parameter["name"].as_str().unwrap())
        .collect();
    assert!(
        names.contains(&"nullableInt") && names.contains(&"intList") && names.contains(&"enum")
    );
    for only_in_a_body in ["nested", "matrix", "stringMap", "nestedArray"] {
        assert!(!names.contains(&only_in_a_body), "{only_in_a_body}");
    }
}

#[test]
fn an_operation_answers_its_response_or_nothing() {
    let document = document();
    assert!(
        document
            .pointer("/paths/~1void/post/responses/200")
            .is_none()
    );
    assert!(
        document
            .pointer("/paths/~1void/post/responses/204/content")
            .is_none()
    );
    let content = at(&document, "/paths/~1hello/get/responses/200/content");
    assert_eq!(
        content["application/json"]["schema"]["$ref"],
        "#/components/schemas/HelloResponse"
    );
    assert_eq!(content["text/csv"], serde_json::json!({}));
    assert!(
        document
            .pointer("/paths/~1hello/get/responses/default")
            .is_some()
    );
}
