//! Tokens end with the sign-out and with the session that they came from.

use conformance::{RunningGateway, expired_token, forge_token, token_part};
use serde_json::Value;

use crate::client::{Answer, Client};
use crate::tokens::{ALL, cookies, gateway_with_tokens, names, sign_in, value};

const JSON: &str = "application/json";
const IGNORE_TOKENS: &str = ",\"meta\":{\"ignore\":\"jwt\"}";
const PRESERVE: &str = "{\"preserveSession\":true}";

fn claim(token: &str, name: &str) -> Value {
    let claims: Value = serde_json::from_str(&token_part(token, 1)).unwrap();
    claims[name].clone()
}

fn invalidated(answer: &Answer) {
    let (status, code, message) = answer.refusal();
    let expected = (401, "TokenException", "Token has been invalidated");
    assert_eq!((status, code.as_str(), message.as_str()), expected);
}

fn holder(gateway: &RunningGateway, token: &str) -> Client {
    Client::with_cookies(gateway, &format!("ss-tok={token}"))
}

fn log_out(client: &Client) {
    let answer = client.send("POST", "/auth/logout", JSON, "");
    assert_eq!((answer.status(), names(&answer)), (200, ALL.to_vec()));
}

#[test]
fn a_sign_out_ends_the_tokens_of_its_sign_in_that_others_have_copied() {
    let gateway = gateway_with_tokens(true);
    for is_expired in [false, true] {
        let (answer, other) = (sign_in(&gateway, ""), sign_in(&gateway, ""));
        let (access, refresh) = (value(&answer, "ss-tok"), value(&answer, "ss-reftok"));
        let thief = Client::with_cookies(&gateway, &format!("ss-reftok={refresh}"));
        let stolen = thief.send("POST", "/access-token", JSON, "{}");
        let stolen = value(&stolen, "ss-tok").to_owned();
        let shown = match is_expired {
            true => expired_token(access),
            false => access.to_owned(),
        };
        log_out(&holder(&gateway, &shown));
        for token in [access, &stolen] {
            invalidated(&holder(&gateway, token).generate_key("{}"));
            invalidated(&Client::bearer(&gateway, token).generate_key("{}"));
        }
        invalidated(&thief.send("POST", "/access-token", JSON, "{}"));
        let both = format!("ss-tok={}; ss-reftok={refresh}", expired_token(access));
        invalidated(&Client::with_cookies(&gateway, &both).generate_key("{}"));
        let other = holder(&gateway, value(&other, "ss-tok"));
        assert_eq!(other.generate_key("{}").status(), 200, "another sign-in");
    }
}

#[test]
fn a_refresh_or_a_sign_out_renews_nothing_by_the_way() {
    let gateway = gateway_with_tokens(true);
    let answer = sign_in(&gateway, "");
    let refresh = value(&answer, "ss-reftok");
    let ended = expired_token(value(&answer, "ss-tok"));
    let both = format!("ss-tok={ended}; ss-reftok={refresh}");
    let client = Client::with_cookies(&gateway, &both);
    // Neither by an error of theirs.
    let bad = client.send(
        "POST",
        "/access-token",
        JSON,
        "{\"refreshToken\":\"d.e.f\"}",
    );
    assert_eq!((bad.status(), names(&bad)), (400, vec![]));
    let good = client.send("POST", "/access-token", JSON, "{}");
    assert_eq!((good.status(), names(&good)), (200, vec!["ss-tok"]));
    log_out(&client);
}

#[test]
fn a_token_of_another_signer_signs_nobody_out() {
    let gateway = gateway_with_tokens(true);
    let access = value(&sign_in(&gateway, ""), "ss-tok").to_owned();
    let (header, payload) = (token_part(&access, 0), token_part(&access, 1));
    log_out(&holder(&gateway, &forge_token(&header, &payload, &[0; 32])));
    let status = holder(&gateway, &access).generate_key("{}").status();
    assert_eq!(status, 200);
}

#[test]
fn a_token_made_of_a_session_ends_with_it() {
    let gateway = gateway_with_tokens(true);
    for body in ["{}", PRESERVE] {
        for by_token in [false, true] {
            let answer = sign_in(&gateway, IGNORE_TOKENS);
            let session = format!("ss-id={}", value(&answer, "ss-id"));
            let client = Client::with_cookies(&gateway, &session);
            let made = client.send("POST", "/session-to-token", JSON, body);
            let token = value(&made, "ss-tok").to_owned();
            assert_eq!(holder(&gateway, &token).generate_key("{}").status(), 200);
            match by_token {
                true => log_out(&holder(&gateway, &token)),
                false if body == PRESERVE => log_out(&client),
                // The session's id has ended already, and with it what it could end.
                false => continue,
            }
            invalidated(&holder(&gateway, &token).generate_key("{}"));
            assert_eq!(client.generate_key("{}").status(), 401);
        }
    }
}

#[test]
fn a_token_made_of_a_session_lives_no_longer_than_what_is_left_of_it() {
    let gateway = gateway_with_tokens(false);
    // Beside the bearer token that this client has too.
    let answer = sign_in(&gateway, "");
    let bearer = answer.json()["bearerToken"].as_str().unwrap().to_owned();
    let session = format!("ss-id={}", value(&answer, "ss-id"));
    let client = Client::bearer(&gateway, &bearer).and("Cookie", &session);
    let made = client.send("POST", "/session-to-token", JSON, "{}");
    assert_eq!((made.status(), made.text()), (200, "{}"));
    let life =
        |token: &str| claim(token, "exp").as_u64().unwrap() - claim(token, "iat").as_u64().unwrap();
    let token = value(&made, "ss-tok");
    assert!(life(token) <= 14 * 24 * 60 * 60, "{}", life(token));
    // That of HTTP Basic is a quarter of an hour.
    let basic = Client::admin(&gateway);
    let made = basic.send("POST", "/session-to-token", JSON, "{}");
    assert_eq!(made.status(), 200, "{}", made.text());
    assert_eq!(names(&made), ["ss-id", "ss-pid", "ss-opt", "ss-tok"]);
    let token = value(&made, "ss-tok");
    assert!(life(token) <= 15 * 60, "{}", life(token));
    assert_eq!(holder(&gateway, token).generate_key("{}").status(), 200);
    let alone = Client::bearer(&gateway, &bearer).send("POST", "/session-to-token", JSON, "{}");
    assert_eq!(alone.status(), 403, "a token does not prolong itself");
}

#[test]
fn a_token_in_a_cookie_that_is_refused_is_forgotten() {
    let gateway = gateway_with_tokens(true);
    let access = value(&sign_in(&gateway, ""), "ss-tok").to_owned();
    let foreign = "{\"typ\":\"JWT\",\"alg\":\"RS256\"}";
    let foreign = forge_token(foreign, &token_part(&access, 1), b"any");
    let payload = token_part(&access, 1).replace("\"sub\":1", "\"sub\":999");
    let gone = forge_token(&token_part(&access, 0), &payload, &conformance::token_key());
    for (refused, code) in [
        ("a.b.c", "Unauthorized"),
        (foreign.as_str(), "Unauthorized"),
        (&expired_token(&access), "TokenException"),
        (&gone, "TokenException"),
    ] {
        let client = holder(&gateway, refused);
        for answer in [
            client.generate_key("{}"),
            client.send("GET", "/auth", JSON, ""),
        ] {
            let (status, told, message) = answer.refusal();
            assert_eq!((status, told.as_str()), (401, code), "{message}");
            assert_eq!(names(&answer), ["ss-tok"], "{message}");
            let (_, value, attributes) = cookies(&answer)[0];
            assert!(value.is_empty() && attributes.contains("max-age=0"));
        }
    }
    // One that does not count because a bearer token does is left alone.
    let both = Client::bearer(&gateway, "a.b.c").and("Cookie", &format!("ss-tok={access}"));
    let answer = both.generate_key("{}");
    assert_eq!((answer.status(), names(&answer)), (200, vec![]));
}
