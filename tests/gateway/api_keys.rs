//! API keys: made, listed and revoked on the command line, and sent in three ways.

use std::fs;
use std::path::Path;

use conformance::{GatewayProcess, RunningGateway, forge_token};
use data_encoding::BASE64;

use crate::client::{Answer, Client};
use crate::command_line::{done, refused};
use crate::tokens::{gateway_with_tokens, sign_in};

const JSON: &str = "application/json";

/// A new key, which is the last line of what the command prints.
fn new_key(here: &Path, further: &[&str]) -> String {
    let arguments = [&["api-keys", "add"], further].concat();
    let printed = done(here, &arguments, "");
    printed.lines().last().unwrap().to_owned()
}

fn three_ways(gateway: &RunningGateway, key: &str) -> [Client; 3] {
    let basic = BASE64.encode(format!("{key}:").as_bytes());
    [
        Client::with(gateway, "X-Api-Key", key),
        Client::bearer(gateway, key),
        Client::with(gateway, "Authorization", &format!("Basic {basic}")),
    ]
}

fn is_invalid(answer: &Answer) {
    let (status, code, message) = answer.refusal();
    let expected = (401, "Unauthorized", "Invalid API Key");
    assert_eq!((status, code.as_str(), message.as_str()), expected);
}

#[test]
fn a_key_acts_for_its_user_until_it_is_revoked() {
    let gateway = gateway_with_tokens(false);
    let here = gateway.folder().path();
    let key = new_key(here, &["admin", "--name", "CI", "--days", "30"]);
    assert!(key.starts_with("ak-") && key.len() == 35, "{key}");
    for client in three_ways(&gateway, &key) {
        let answer = client.generate_key("{}");
        assert_eq!(answer.status(), 200, "{}", answer.text());
        assert!(answer.headers("set-cookie").is_empty());
        let who = client.send("GET", "/auth", JSON, "").json();
        assert_eq!(
            (&who["userName"], &who["authProvider"]),
            (&"admin".into(), &"apikey".into())
        );
        let token = client.send("POST", "/session-to-token", JSON, "{}");
        assert_eq!(token.status(), 403, "a key does not outlive itself");
    }
    let listed = done(here, &["api-keys", "list"], "");
    let parts: Vec<&str> = listed.trim_end().split('\t').collect();
    assert_eq!(parts[..2], ["1", "admin"]);
    assert_eq!(parts[2], format!("{}…", &key[..7]));
    assert_eq!((parts[3], parts[6]), ("good", "CI"));
    assert!(!listed.contains(&key));

    done(here, &["api-keys", "revoke", "1"], "");
    for client in three_ways(&gateway, &key) {
        is_invalid(&client.generate_key("{}"));
    }
    assert!(done(here, &["api-keys", "list", "admin"], "").contains("\trevoked\t"));
    done(here, &["api-keys", "revoke", "1"], "");
    let missing = refused(here, &["api-keys", "revoke", "2"], "", 1);
    assert!(missing.contains("the API key does not exist"), "{missing}");
    let missing = refused(here, &["api-keys", "add", "ghost"], "", 1);
    assert!(missing.contains("the user does not exist"), "{missing}");
    for name in ["two\nlines", &"x".repeat(65)] {
        refused(here, &["api-keys", "add", "admin", "--name", name], "", 1);
    }
}

#[test]
fn a_key_has_the_rights_of_its_own_user_and_ends_with_it() {
    let gateway = gateway_with_tokens(false);
    let here = gateway.folder().path();
    done(
        here,
        &["organisations", "add", "acme", "--name", "Acme"],
        "",
    );
    let add = ["users", "add", "jane", "--organisation", "acme"];
    done(here, &add, "p@55wOrd\n");
    let (own, other) = (new_key(here, &["admin"]), new_key(here, &["jane"]));
    let (admin, jane) = (
        Client::with(&gateway, "X-Api-Key", &own),
        Client::with(&gateway, "X-Api-Key", &other),
    );
    for (client, organisation, status) in [
        (&admin, "default", 200),
        (&admin, "acme", 403),
        (&jane, "acme", 200),
        (&jane, "default", 403),
    ] {
        let body = format!("{{\"organisationId\":\"{organisation}\"}}");
        assert_eq!(
            client.generate_key(&body).status(),
            status,
            "{organisation}"
        );
    }
    done(here, &["users", "sign-out", "jane"], "");
    assert_eq!(jane.generate_key("{}").status(), 200, "it is no session");
    done(here, &["users", "lock", "jane"], "");
    is_invalid(&jane.generate_key("{}"));
    assert_eq!(admin.generate_key("{}").status(), 200);
}

#[test]
fn a_key_that_nobody_made_is_refused_and_none_is_kept_or_logged() {
    let gateway = gateway_with_tokens(false);
    let here = gateway.folder().path();
    let key = new_key(here, &["admin"]);
    for client in three_ways(&gateway, &key) {
        assert_eq!(client.generate_key("{}").status(), 200);
    }
    let wrong = format!(
        "{}{}",
        &key[..34],
        if key.ends_with('0') { '1' } else { '0' }
    );
    for wrong in [wrong.as_str(), "ak-00000000000000000000000000000000"] {
        for client in three_ways(&gateway, wrong) {
            is_invalid(&client.generate_key("{}"));
        }
    }
    let open = Client::with(&gateway, "X-Api-Key", "anything");
    assert_eq!(open.send("POST", "/auth/logout", JSON, "").status(), 200);
    let digits = &key[3..];
    assert!(!gateway.log().contains(digits));
    for file in fs::read_dir(here.join("data")).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let found = bytes
            .windows(digits.len())
            .any(|part| part == digits.as_bytes());
        assert!(!found, "{}", path.display());
    }
}

#[test]
fn what_has_not_the_form_of_a_key_counts_as_none_and_breaks_no_session() {
    // Both where keys may come by plain HTTP and where they may not.
    for gateway in [gateway_with_tokens(false), GatewayProcess::new().start()] {
        let login = sign_in(&gateway, "");
        let session = format!("ss-id={}", login.json()["sessionId"].as_str().unwrap());
        let foreign_token = forge_token("{\"typ\":\"JWT\",\"alg\":\"RS256\"}", "{}", b"any");
        for foreign in [
            "anything",
            "ak-",
            "ak-0000000000000000000000000000000x",
            "a.b.c",
            &foreign_token,
        ] {
            for (name, value) in [
                ("X-Api-Key", foreign.to_owned()),
                ("Authorization", format!("Bearer {foreign}")),
            ] {
                let beside = Client::with_cookies(&gateway, &session).and(name, &value);
                assert_eq!(beside.generate_key("{}").status(), 200, "{name}: {foreign}");
            }
            let (status, code, _) = Client::with(&gateway, "X-Api-Key", foreign)
                .generate_key("{}")
                .refusal();
            assert_eq!((status, code.as_str()), (401, "Unauthorized"));
        }
        for foreign in ["anything", "ak-", "ak-0000000000000000000000000000000x"] {
            for client in three_ways(&gateway, foreign) {
                let (status, _, message) = client.generate_key("{}").refusal();
                assert_eq!(status, 401, "{foreign}");
                assert_ne!(message, "Invalid API Key", "{foreign}");
            }
        }
    }
}

#[test]
fn a_key_by_plain_http_is_refused_unless_the_settings_say_so() {
    let gateway = GatewayProcess::new().start();
    let key = new_key(gateway.folder().path(), &["admin"]);
    for client in three_ways(&gateway, &key) {
        let (status, code, message) = client.generate_key("{}").refusal();
        assert_eq!((status, code.as_str()), (403, "Forbidden"));
        assert!(message.contains("RequireSecureConnection"), "{message}");
    }
}
