//! Pages elsewhere that try to sign a browser in as somebody of their choice.

use conformance::{GatewayProcess, RunningGateway, TOKEN_KEY};

use crate::client::{Answer, Client};
use crate::tokens::{gateway_with_tokens, tokens};

const JSON: &str = "application/json";
const PAGE: &str = "https://page.example";

/// A browser with a page of that origin.
fn browser(gateway: &RunningGateway, site: &str, origin: Option<&str>) -> Client {
    let client = Client::with(gateway, "Sec-Fetch-Site", site);
    match origin {
        Some(origin) => client.and("Origin", origin),
        None => client,
    }
}

fn sign_in(gateway: &RunningGateway, client: &Client, content_type: &str) -> Answer {
    let password = gateway.admin_password();
    let body = format!("{{\"userName\":\"admin\",\"password\":\"{password}\"}}");
    client.send_accepting("POST", "/auth/credentials", content_type, JSON, &body)
}

fn is_refused(answer: &Answer) {
    let (status, code, message) = answer.refusal();
    assert_eq!((status, code.as_str()), (403, "Forbidden"));
    assert!(message.contains("CORS"), "{message}");
    assert!(answer.headers("set-cookie").is_empty());
}

#[test]
fn a_page_elsewhere_signs_nobody_in() {
    for gateway in [GatewayProcess::new().start(), gateway_with_tokens(true)] {
        for origin in [PAGE, "null", "http://127.0.0.1"] {
            // A form of HTML sends its fields as text, which then is JSON, without asking first.
            for content_type in [JSON, "text/plain"] {
                let client = browser(&gateway, "cross-site", Some(origin));
                is_refused(&sign_in(&gateway, &client, content_type));
            }
            let client = browser(&gateway, "cross-site", Some(origin));
            let password = Client::admin(&gateway);
            let by_header = password
                .and("Sec-Fetch-Site", "cross-site")
                .and("Origin", origin);
            is_refused(&by_header.send("POST", "/auth/basic", JSON, "{}"));
            let out = client.send("POST", "/auth/logout", JSON, "");
            assert_eq!(out.status(), 200, "it only takes away");
        }
    }
}

#[test]
fn whoever_is_no_page_elsewhere_or_is_listed_signs_in() {
    let gateway = GatewayProcess::new()
        .env("FOUNDRY__CORS__ENABLED", "true")
        .env(
            "FOUNDRY__CORS__ORIGINS",
            "https://other.example, https://page.example",
        )
        .env("FOUNDRY__CORS__CREDENTIALS", "true")
        .start();
    let own = gateway.base().trim_end_matches('/').to_owned();
    for (site, origin) in [
        ("cross-site", Some(PAGE)),
        ("cross-site", Some(own.as_str())),
        ("cross-site", None),
        ("same-origin", Some(&own)),
        ("same-site", Some("http://127.0.0.1:1")),
    ] {
        let client = browser(&gateway, site, origin);
        let answer = sign_in(&gateway, &client, JSON);
        assert_eq!(answer.status(), 200, "{site} {origin:?}: {}", answer.text());
    }
    let client = Client::with(&gateway, "Origin", "https://program.example");
    assert_eq!(sign_in(&gateway, &client, JSON).status(), 200, "no browser");
    let stranger = browser(&gateway, "cross-site", Some("https://page.example.net"));
    is_refused(&sign_in(&gateway, &stranger, JSON));
}

#[test]
fn behind_a_proxy_the_address_that_browsers_see_is_the_own_one() {
    let gateway = GatewayProcess::new().start();
    let proxied = |origin: &str| {
        let client = browser(&gateway, "cross-site", Some(origin));
        let client = client.and("X-Forwarded-Proto", "https");
        let client = client.and("X-Forwarded-Host", "foundry.example");
        sign_in(&gateway, &client, JSON)
    };
    assert_eq!(proxied("https://foundry.example").status(), 200);
    is_refused(&proxied("http://foundry.example"));
}

#[test]
fn a_page_elsewhere_plants_no_token_but_may_keep_one_itself() {
    let answering = gateway_with_tokens(false);
    let (_, refresh) = tokens(&answering);
    let body = format!("{{\"refreshToken\":\"{refresh}\"}}");
    let page = |gateway: &RunningGateway| browser(gateway, "cross-site", Some(PAGE));
    let answer = page(&answering).send("POST", "/access-token", JSON, &body);
    assert_eq!(
        (answer.status(), answer.headers("set-cookie").len()),
        (200, 0)
    );
    let with_cookies = GatewayProcess::new()
        .env("FOUNDRY__JWT__KEY", TOKEN_KEY)
        .env("FOUNDRY__JWT__REQUIRE_SECURE_CONNECTION", "false")
        .start();
    is_refused(&page(&with_cookies).send("POST", "/access-token", JSON, &body));
    // What proves itself with each request plants nothing.
    let password = answering.admin_password();
    let basic = Client::user(&answering, "admin", password)
        .and("Sec-Fetch-Site", "cross-site")
        .and("Origin", PAGE);
    assert_eq!(basic.generate_key("{}").status(), 200);
}

#[test]
fn sign_ins_cannot_be_sent_in_a_batch() {
    let gateway = GatewayProcess::new().start();
    let one = format!(
        "{{\"provider\":\"credentials\",\"userName\":\"admin\",\"password\":\"{}\"}}",
        gateway.admin_password()
    );
    for body in [format!("[{one}]"), format!("[{one},{one}]")] {
        let path = "/json/reply/Authenticate%5B%5D";
        let answer = Client::nobody(&gateway).send("POST", path, JSON, &body);
        let (status, code, message) = answer.refusal();
        assert_eq!((status, code.as_str()), (400, "BadRequest"), "{message}");
        assert!(message.contains("batch"), "{message}");
        assert!(answer.headers("set-cookie").is_empty());
    }
}
