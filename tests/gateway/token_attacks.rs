//! What somebody tries who has no token, or one that is no more.

use conformance::{RunningGateway, expired_token, forge_token, token_key, token_part};

use crate::client::{Answer, Client};
use crate::command_line::done;
use crate::tokens::{gateway_with_tokens, refresh, sign_in, tokens};

fn call(gateway: &RunningGateway, token: &str) -> Answer {
    Client::bearer(gateway, token).generate_key("{}")
}

fn stranger(answer: &Answer) {
    let (status, code, message) = answer.refusal();
    let expected = (401, "Unauthorized", "Not Authenticated");
    assert_eq!((status, code.as_str(), message.as_str()), expected);
    assert!(answer.header("www-authenticate").contains(" realm=\""));
}

/// A token without its signature.
fn unsigned(header: &str, payload: &str) -> String {
    let signed = forge_token(header, payload, b"any");
    format!("{}.", signed.rsplit_once('.').unwrap().0)
}

#[test]
fn no_token_says_how_it_is_to_be_checked() {
    let gateway = gateway_with_tokens(false);
    let (access, _) = tokens(&gateway);
    let payload = token_part(&access, 1);
    for alg in ["none", "NONE", "HS384", "HS512", "RS256", "ES256"] {
        let header = format!("{{\"typ\":\"JWT\",\"alg\":\"{alg}\"}}");
        for token in [
            unsigned(&header, &payload),
            forge_token(&header, &payload, &token_key()),
        ] {
            // ServiceStack's answer to it.
            let (status, code, message) = call(&gateway, &token).refusal();
            assert_eq!((status, code.as_str()), (405, "NotSupportedException"));
            let expected = format!("Invalid algorithm '{alg}', expected 'HS256'");
            assert_eq!(message, expected);
        }
    }
    let header = token_part(&access, 0);
    stranger(&call(&gateway, &unsigned(&header, &payload)));
    stranger(&call(&gateway, &unsigned("{\"alg\":\"none\"}", &payload)));
}

#[test]
fn whoever_has_not_the_key_is_a_stranger() {
    let gateway = gateway_with_tokens(false);
    let (access, _) = tokens(&gateway);
    let (header, payload) = (token_part(&access, 0), token_part(&access, 1));
    let forged = |header: &str| forge_token(header, &payload, &[0; 32]);
    stranger(&call(&gateway, &forged(&header)));
    let kid = header.split("\"kid\":\"").nth(1).unwrap();
    let kid = kid.split('"').next().unwrap();
    for other in ["", "xyz", "../../dev/null", "' or 1=1 --"] {
        let header = header.replace(kid, other);
        stranger(&call(&gateway, &forged(&header)));
        // Nor is the right key looked for under another name.
        let signed = forge_token(&header, &payload, &token_key());
        stranger(&call(&gateway, &signed));
    }
    let parts: Vec<&str> = access.split('.').collect();
    let other = token_part(&access, 1).replace("\"sub\":1", "\"sub\":2");
    let other = forge_token(&header, &other, b"any");
    let other = other.split('.').nth(1).unwrap();
    stranger(&call(&gateway, &[parts[0], other, parts[2]].join(".")));
    for broken in [
        format!("{access}."),
        format!("{access}A"),
        access[..access.len() - 1].to_owned(),
        parts[..2].join("."),
        "..".to_owned(),
        "a.b.c".to_owned(),
        ".".repeat(17_000),
    ] {
        stranger(&call(&gateway, &broken));
    }
}

#[test]
fn a_refresh_token_is_no_access_token_nor_the_reverse() {
    let gateway = gateway_with_tokens(false);
    let (access, refresh_token) = tokens(&gateway);
    stranger(&call(&gateway, &refresh_token));
    let cookie = format!("ss-tok={refresh_token}");
    stranger(&Client::with_cookies(&gateway, &cookie).generate_key("{}"));
    let nobody = Client::nobody(&gateway);
    for bad in [access.as_str(), "d.e.f", &forge_token("{}", "{}", b"any")] {
        let answer = refresh(&nobody, bad);
        let (status, code, message) = answer.refusal();
        assert_eq!((status, code.as_str()), (400, "ArgumentException"));
        assert_eq!(message, "RefreshToken is Invalid");
    }
    let header = token_part(&access, 0).replace("\"JWT\"", "\"JWTR\"");
    let promoted = forge_token(&header, &token_part(&access, 1), &[0; 32]);
    assert_eq!(refresh(&nobody, &promoted).status(), 400);
    let none = refresh(&nobody, "");
    let (status, code, _) = none.refusal();
    assert_eq!((status, code.as_str()), (400, "ArgumentNullException"));
    let late = refresh(&nobody, &expired_token(&refresh_token));
    let (status, code, message) = late.refusal();
    assert_eq!((status, code.as_str()), (401, "TokenException"));
    assert_eq!(message, "Token has expired");
}

#[test]
fn tokens_end_with_what_their_user_was_when_they_were_made() {
    let gateway = gateway_with_tokens(false);
    let here = gateway.folder().path();
    let nobody = Client::nobody(&gateway);
    let invalidated = (
        401,
        "TokenException".to_owned(),
        "Token has been invalidated".to_owned(),
    );
    let (access, refresh_token) = tokens(&gateway);
    done(here, &["users", "sign-out", "admin"], "");
    assert_eq!(call(&gateway, &access).refusal(), invalidated);
    assert_eq!(refresh(&nobody, &refresh_token).refusal(), invalidated);

    let (access, refresh_token) = tokens(&gateway);
    assert_eq!(call(&gateway, &access).status(), 200);
    done(here, &["users", "lock", "admin"], "");
    let locked = (
        401,
        "AuthenticationException".to_owned(),
        "This account has been locked".to_owned(),
    );
    // Only the password tells: a token may be in the wrong hands.
    assert_eq!(call(&gateway, &access).refusal(), invalidated);
    assert_eq!(refresh(&nobody, &refresh_token).refusal(), invalidated);
    assert_eq!(Client::admin(&gateway).generate_key("{}").refusal(), locked);
    assert!(done(here, &["users", "list"], "").contains("\tlocked\n"));
    done(here, &["users", "unlock", "admin"], "");
    assert_eq!(call(&gateway, &access).refusal(), invalidated);
    assert_eq!(refresh(&nobody, &refresh_token).refusal(), invalidated);
    let (access, refresh_token) = tokens(&gateway);
    assert_eq!(call(&gateway, &access).status(), 200);

    // As for a user who has been removed.
    let payload = token_part(&access, 1).replace("\"sub\":1", "\"sub\":999");
    let gone = forge_token(&token_part(&access, 0), &payload, &token_key());
    assert_eq!(call(&gateway, &gone).refusal(), invalidated);

    done(here, &["users", "password", "admin"], "an0ther-one\n");
    assert_eq!(call(&gateway, &access).refusal(), invalidated);
    assert_eq!(refresh(&nobody, &refresh_token).refusal(), invalidated);
}

#[test]
fn neither_tokens_nor_their_key_are_logged() {
    let gateway = gateway_with_tokens(false);
    let (access, refresh_token) = tokens(&gateway);
    let expired = expired_token(&access);
    for token in [&access, &expired, &refresh_token] {
        call(&gateway, token);
        Client::with_cookies(&gateway, &format!("ss-tok={token}; ss-reftok={token}"))
            .generate_key("{}");
        refresh(&Client::bearer(&gateway, token), token);
    }
    sign_in(&gateway, "");
    let log = gateway.log();
    assert!(log.contains("Token has expired"), "the log tells of them");
    let signature = |token: &str| token.rsplit_once('.').unwrap().1.to_owned();
    for secret in [
        signature(&access),
        signature(&expired),
        signature(&refresh_token),
        token_part(&access, 1),
        conformance::TOKEN_KEY.to_owned(),
        gateway.admin_password().to_owned(),
    ] {
        assert!(!log.contains(&secret), "{secret}");
    }
}
