use conformance::{GatewayProcess, RunningGateway, binary, root};
use serde_json::{Value, json};

use crate::reader::{Reader, each};

fn host() -> RunningGateway {
    GatewayProcess::of(binary("conformance", "conformance-host")).start()
}

#[test]
fn the_description_is_that_of_a_service_stack_host_to_the_byte() {
    let path = root().join("crates/metadata/tests/data/recorded-metadata.json");
    let recorded = std::fs::read_to_string(path).unwrap();
    let host = host();
    let recorded = recorded
        .trim_end()
        .replace("http://127.0.0.1:8190", host.base());
    let answer = Reader::of(host.base()).get("/types/metadata?format=json");
    assert_eq!(answer.content_type, "application/json; charset=utf-8");
    assert_eq!(answer.body, recorded);
}

#[test]
fn the_description_comes_in_the_format_that_is_asked_for() {
    let host = host();
    let jsv = Reader::of(host.base()).with("Accept", "text/jsv");
    let jsv = jsv.get("/Types/METADATA");
    assert!(
        jsv.body.starts_with("{config:{baseUrl:"),
        "{}",
        &jsv.body[..80]
    );
    let xml = Reader::of(host.base()).get("/types/metadata.xml");
    assert_eq!(xml.content_type, "application/xml");
}

#[test]
fn no_other_page_can_read_a_document_as_a_script_and_no_shared_cache_keeps_it() {
    let host = host();
    for path in [
        "/types/metadata",
        "/metadata/app",
        "/operations/metadata",
        "/types",
        "/api",
    ] {
        let answer = Reader::of(host.base()).get(&format!("{path}?callback=f"));
        assert!(
            answer.body.starts_with(['{', '[']),
            "{path}: {:.40}",
            answer.body
        );
        assert!(
            answer.content_type.starts_with("application/json"),
            "{path}"
        );
    }
    for path in [
        "/types/metadata",
        "/types/python",
        "/openapi.json",
        "/postman",
    ] {
        let answer = Reader::of(host.base()).get(path);
        assert_eq!(
            answer.header("cache-control"),
            "private, no-cache",
            "{path}"
        );
        let again = Reader::of(host.base()).with("If-None-Match", answer.header("etag"));
        assert_eq!(again.get(path).status, 304, "{path}");
    }
}

#[test]
fn the_indexes_list_what_there_is() {
    let host = host();
    let reader = Reader::of(host.base());
    let types = reader.json("/types?format=json");
    assert_eq!(types["Metadata"], format!("{}/types/metadata", host.base()));
    let operations = reader.json("/operations/metadata?format=json");
    let names = each(&operations, "name");
    assert!(names.is_sorted(), "{names:?}");
    let hello = &operations[names.iter().position(|name| *name == "Hello").unwrap()];
    let expected = json!({
        "name": "Hello", "responseName": "HelloResponse", "serviceName": "HelloService",
        "restrictTo": [], "visibleTo": [], "actions": ["ANY"],
        "routes": ["/hello", "/hello/{Name}"], "tags": []
    });
    assert_eq!(hello, &expected);
}

#[test]
fn a_user_interface_learns_what_it_needs() {
    let host = host();
    let app = Reader::of(host.base()).json("/metadata/app.json");
    assert_eq!(app["app"]["serviceName"], "Conformance");
    assert_eq!(app["app"]["baseUrl"], host.base());
    assert!(app["date"].as_str().unwrap().starts_with("/Date("));
    assert_eq!(app["contentTypeFormats"]["jsv"], "application/jsv");
    assert_eq!(app["httpHandlers"]["ApiHandlers.Json"], "/api/{Request}");
    let auth = &app["plugins"]["auth"];
    assert_eq!(
        each(&auth["authProviders"], "name"),
        ["credentials", "basic"]
    );
    assert_eq!(auth["serviceRoutes"]["AuthenticateService"][0], "/auth");
    let operations = app["api"]["operations"].as_array().unwrap();
    let requests: Vec<&Value> = operations
        .iter()
        .map(|operation| &operation["request"])
        .collect();
    for name in ["Authenticate", "AllTypes"] {
        assert!(
            requests.iter().any(|request| request["name"] == name),
            "{name}"
        );
    }
    assert!(app["api"]["config"].is_null());
    assert!(each(&app["api"]["types"], "name").contains(&"ResponseStatus"));
}

#[test]
fn a_user_interface_can_ask_for_a_part() {
    let host = host();
    let reader = Reader::of(host.base());
    let told = |query: &str| {
        let app = reader.json(&format!("/metadata/app.json{query}"));
        assert_eq!(app["app"]["serviceName"], "Conformance");
        let operations = app["api"]["operations"].as_array().unwrap().iter();
        let requests = operations.map(|operation| operation["request"]["name"].clone());
        let types: Vec<String> = each(&app["api"]["types"], "name")
            .into_iter()
            .map(str::to_owned)
            .collect();
        (requests.collect::<Vec<Value>>(), types)
    };
    let (requests, types) = told("?IncludeTypes=[AllTypes.*]");
    assert_eq!(requests, ["AllTypes"]);
    assert!(types.contains(&"Colour".to_owned()) && !types.contains(&"IPut".to_owned()));
    assert_eq!(told("?view=explorer"), told(""));
    for view in ["locode", "admin-ui", "plugins"] {
        assert_eq!(told(&format!("?view={view}")), (Vec::new(), Vec::new()));
    }
}

#[test]
fn documents_stay_the_same_while_the_host_runs() {
    let host = host();
    for path in [
        "/metadata/app.json",
        "/openapi.json",
        "/types/csharp",
        "/types/go?IncludeTypes=Hello",
        "/types/metadata.json",
        "/postman",
    ] {
        let first = Reader::of(host.base()).get(path);
        let tag = first.header("etag");
        assert!(!tag.is_empty(), "{path}");
        let again = Reader::of(host.base()).with("If-None-Match", tag).get(path);
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
    }
}

/// What is kept of one caller's document is no other's.
#[test]
fn documents_follow_the_address_and_the_options() {
    let host = host();
    let plain = Reader::of(host.base());
    let proxied = Reader::of(host.base()).with("X-Forwarded-Host", "api.example.org");
    for path in ["/types/python", "/openapi.json"] {
        for _ in 0..2 {
            assert!(plain.get(path).body.contains(host.base()), "{path}");
            assert!(
                proxied.get(path).body.contains("http://api.example.org"),
                "{path}"
            );
        }
    }
    let optional = plain.get("/types/typescript?MakePropertiesOptional=true");
    let also = plain.get("/types/typescript?makepropertiesoptional=True&unknown=1");
    assert_eq!(optional.body, also.body);
    assert_ne!(optional.body, plain.get("/types/typescript").body);
}

#[test]
fn openapi_tells_of_this_hosts_paths() {
    let host = host();
    let answer = Reader::of(host.base())
        .with("Accept", "text/html")
        .get("/openapi.json");
    assert_eq!(answer.content_type, "application/json; charset=utf-8");
    let document: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["servers"][0]["url"], host.base());
    let generate = &document["paths"]["/users/2fa/generate-key"]["put"];
    assert_eq!(
        generate["security"],
        json!([{"session": []}, {"basic": []}])
    );
    assert!(document["paths"]["/auth"]["post"].is_object());
}

#[test]
fn postman_gets_a_collection_with_samples() {
    let host = host();
    let collection = Reader::of(host.base()).json("/postman");
    let schema = collection["info"]["schema"].as_str().unwrap();
    assert!(schema.contains("/v2.1.0/"), "{schema}");
    let items = collection["item"].as_array().unwrap();
    let hello = items.iter().find(|item| item["name"] == "Hello").unwrap();
    assert_eq!(hello["request"]["body"]["raw"], r#"{"name":"String"}"#);
}

#[test]
fn the_reader_of_openapi_brings_its_own_script() {
    let host = host();
    let reader = Reader::of(host.base());
    let page = reader.get("/swagger-ui/");
    assert_eq!(page.content_type, "text/html; charset=utf-8");
    assert!(
        page.header("content-security-policy")
            .contains("script-src 'self';")
    );
    assert!(
        !page.body.contains("//") || !page.body.contains("http"),
        "{}",
        page.body
    );
    let script = page
        .body
        .split("src=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let plain = reader.get(script.strip_prefix("..").unwrap());
    assert_eq!(plain.content_type, "text/javascript; charset=utf-8");
    assert!(plain.body.contains("rapi-doc"));
    assert!(plain.header("cache-control").contains("immutable"));
    assert_eq!(reader.get("/swagger-ui/other.js").status, 404);
}
