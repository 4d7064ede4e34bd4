//! `PUT /users/2fa/generate-key` in every form and with every answer.

use conformance::GatewayProcess;

use crate::client::{Client, ROUTE};

const OPERATION: &str = "GenerateTwoFactorAuthenticationKeyRequest";
const JSV: &str = "text/jsv";
const JSON: &str = "application/json";

fn is_jsv(text: &str) -> bool {
    text.starts_with("{twoFactorUri:\"otpauth://totp/") && text.ends_with("\"}")
}

fn is_json(text: &str) -> bool {
    text.starts_with("{\"twoFactorUri\":\"otpauth://totp/") && text.ends_with("\"}")
}

#[test]
fn jsv_and_json_come_by_header_suffix_query_and_predefined_route() {
    let gateway = GatewayProcess::new().start();
    let client = Client::admin(&gateway);
    let body = "{organisationId:default}";
    // Only `Accept` can ask for the old name; a path or query gets the registered one.
    let registered = "application/jsv";
    for (path, accept, content_type) in [
        (ROUTE.to_owned(), JSV, JSV),
        (format!("{ROUTE}.jsv"), "*/*", registered),
        (format!("{ROUTE}?format=jsv"), JSON, registered),
        (format!("/jsv/reply/{OPERATION}"), JSON, registered),
    ] {
        let answer = client.send_accepting("PUT", &path, JSV, accept, body);
        assert_eq!(
            (answer.status(), answer.header("content-type")),
            (200, content_type),
            "{path}"
        );
        assert!(is_jsv(answer.text()), "{path}: {}", answer.text());
    }
    let body = "{\"OrganisationID\":\"default\"}";
    for (path, accept) in [
        (ROUTE.to_owned(), JSON),
        (format!("{ROUTE}.json"), JSV),
        (format!("{ROUTE}?format=json"), JSV),
        (format!("/json/reply/{OPERATION}"), "*/*"),
        (format!("/api/{OPERATION}"), "*/*"),
    ] {
        let answer = client.send_accepting("PUT", &path, JSON, accept, body);
        assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
        assert!(answer.header("content-type").starts_with(JSON), "{path}");
        assert!(is_json(answer.text()), "{path}: {}", answer.text());
    }
}

#[test]
fn the_uri_follows_the_key_uri_format() {
    let gateway = GatewayProcess::new().start();
    let uri = Client::admin(&gateway).generate_key("{}").uri();
    let (label, query) = uri
        .strip_prefix("otpauth://totp/")
        .unwrap()
        .split_once('?')
        .unwrap();
    let parameters: Vec<_> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .collect();
    let value = |name: &str| {
        parameters
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
            .unwrap_or_default()
    };
    let secret = data_encoding::BASE32_NOPAD
        .decode(value("secret").as_bytes())
        .unwrap();
    assert_eq!(secret.len(), 20);
    assert!(!value("issuer").is_empty());
    assert!(label.starts_with(value("issuer")), "{uri}");
    assert!(!uri.contains([' ', '+']), "{uri}");
}

#[test]
fn who_may_not_gets_a_status_and_a_code_that_say_why() {
    let gateway = GatewayProcess::new().start();
    let nobody = Client::nobody(&gateway).generate_key("{}");
    assert_eq!(
        (nobody.status(), nobody.error_code().as_str()),
        (401, "Unauthorized")
    );
    assert_eq!(
        nobody.header("www-authenticate"),
        "credentials realm=\"/auth/credentials\""
    );

    let wrong = Client::user(&gateway, "admin", "wrong").generate_key("{}");
    assert_eq!(wrong.status(), 401);

    let client = Client::admin(&gateway);
    let foreign = client.generate_key("{\"organisationId\":\"elsewhere\"}");
    assert_eq!(foreign.status(), 403, "{}", foreign.text());

    let malformed = client.generate_key("{\"organisationId\":\"not a valid id!\"}");
    assert_eq!(malformed.status(), 400);
    let status = &malformed.json()["responseStatus"];
    assert_eq!(status["errors"][0]["fieldName"], "OrganisationId");
    assert_eq!(status["errors"][0]["errorCode"], status["errorCode"]);

    let broken = client.send("PUT", ROUTE, JSON, "{\"organisationId\":");
    assert_eq!(
        (broken.status(), broken.error_code().as_str()),
        (400, "SerializationException")
    );
    let unknown = client.send("PUT", ROUTE, "application/x-unknown", "x");
    assert_eq!(unknown.status(), 415);
    let verb = client.send("POST", ROUTE, JSON, "{}");
    assert_eq!(
        (verb.status(), verb.header("allow").contains("PUT")),
        (405, true)
    );
}

#[test]
fn secrets_stay_out_of_the_log() {
    let gateway = GatewayProcess::new()
        .env("FOUNDRY__LOG__LEVEL", "trace")
        .start();
    let client = Client::admin(&gateway);
    let uri = client.generate_key("{}").uri();
    let (_, secret) = uri.split_once("secret=").unwrap();
    let secret = secret.split('&').next().unwrap();
    let log = gateway.log();
    assert!(
        log.contains("generate-key"),
        "the log says nothing of the request:\n{log}"
    );
    for hidden in [secret, gateway.admin_password()] {
        assert!(!log.contains(hidden), "a secret is in the log");
    }
}
