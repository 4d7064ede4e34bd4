use std::time::Duration;

use contract::SecretText;
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use service::Environment;
use sha2::{Sha256, Sha512};

use super::{Login, TokenAlgorithm, TokenError, TokenKeys, TokenKind, TokenPolicy, Tokens};
use crate::User;
use crate::fixture::{TOKEN_KEY, environment_at};

const NOW: u64 = 1_700_000_000;

fn jane() -> User {
    User {
        id: 7,
        user_name: "jane".to_owned(),
        email: Some("jane@acme.example".to_owned()),
        display_name: Some("Jane \"J\" Doe".to_owned()),
        roles: vec!["Admin".to_owned()],
        password_hash: "hash".to_owned(),
        default_organisation: None,
        is_locked: false,
        sign_outs: 0,
    }
}

fn keys(current: [u8; 32], previous: &[[u8; 32]]) -> TokenKeys {
    let previous = previous.iter().map(|key| key.to_vec()).collect();
    TokenKeys::new(TokenAlgorithm::Hs256, current.to_vec(), previous).unwrap()
}

fn tokens() -> Tokens {
    Tokens::new(keys(TOKEN_KEY, &[]), TokenPolicy::default())
}

fn for_audience(audience: &str) -> Tokens {
    let policy = TokenPolicy {
        audience: Some(audience.to_owned()),
        ..TokenPolicy::default()
    };
    Tokens::new(keys(TOKEN_KEY, &[]), policy)
}

fn environment() -> Environment {
    environment_at(NOW)
}

fn issued(tokens: &Tokens, kind: TokenKind) -> SecretText {
    let user = jane();
    let login = Login {
        user: &user,
        id: "login",
        is_permanent: false,
        ends: None,
    };
    tokens.issue(kind, login, &environment()).unwrap().token
}

/// A token with this header and payload, signed with the key.
fn forged(header: &str, payload: &str, key: &[u8]) -> SecretText {
    let part = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let signed = format!("{}.{}", part(header), part(payload));
    let mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    let signature = mac.chain_update(&signed).finalize().into_bytes();
    format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature)).into()
}

fn at(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn is_taken(tokens: &Tokens, token: &SecretText) -> bool {
    let read = tokens.read(TokenKind::Access, token, at(NOW)).unwrap();
    read.is_some()
}

fn decoded(token: &SecretText, part: usize) -> String {
    let text = token.expose().split('.').nth(part).unwrap();
    String::from_utf8(BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()).unwrap()
}

#[test]
fn an_access_token_says_what_servicestacks_does_in_its_order() {
    let token = issued(&for_audience("foundry"), TokenKind::Access);
    let kid = &data_encoding::BASE64.encode(&TOKEN_KEY)[..3];
    let header = format!(r#"{{"typ":"JWT","alg":"HS256","kid":"{kid}"}}"#);
    assert_eq!(decoded(&token, 0), header);
    let stamp = jane().stamp();
    let (iat, exp) = (NOW, NOW + 14 * 24 * 60 * 60);
    let expected = format!(
        "{{\"iss\":\"ssjwt\",\"sub\":7,\"iat\":{iat},\"exp\":{exp},\"aud\":\"foundry\",\
         \"email\":\"jane@acme.example\",\"name\":\"Jane \\\"J\\\" Doe\",\
         \"preferred_username\":\"jane\",\"roles\":[\"Admin\"],\
         \"jti\":\"AAAAAAAAAAAAAAAAAAAAAQ\",\"sid\":\"login\",\"stamp\":\"{stamp}\"}}"
    );
    assert_eq!(decoded(&token, 1), expected);
}

#[test]
fn a_token_that_no_cookie_would_hold_says_nothing_of_its_user() {
    let tokens = tokens();
    for (roles, says_roles) in [(100, true), (250, false), (5_000, false)] {
        let user = User {
            roles: (0..roles).map(|role| format!("Role{role:05}")).collect(),
            ..jane()
        };
        let login = Login {
            user: &user,
            id: "login",
            is_permanent: true,
            ends: None,
        };
        let token = tokens.issue(TokenKind::Access, login, &environment());
        let token = token.unwrap().token;
        assert!(token.expose().len() + "ss-tok=".len() < 4096);
        assert_eq!(decoded(&token, 1).contains("Role00000"), says_roles);
        assert_eq!(decoded(&token, 1).contains("\"jane\""), says_roles);
        assert!(is_taken(&tokens, &token));
    }
}

#[test]
fn a_token_too_long_to_be_read_is_not_made() {
    for (length, is_made) in [(10_000, true), (13_000, false)] {
        let tokens = for_audience(&"x".repeat(length));
        let user = jane();
        let login = Login {
            user: &user,
            id: "login",
            is_permanent: false,
            ends: None,
        };
        let token = tokens.issue(TokenKind::Access, login, &environment());
        assert_eq!(token.is_ok(), is_made, "{length}");
        assert!(token.is_err() || is_taken(&tokens, &token.unwrap().token));
    }
}

#[test]
fn a_token_lives_no_longer_than_what_it_came_from() {
    let user = jane();
    for (ends, expected) in [
        (NOW + 60, 60),
        (NOW + 100 * 24 * 60 * 60, 14 * 24 * 60 * 60),
    ] {
        let login = Login {
            user: &user,
            id: "login",
            is_permanent: false,
            ends: Some(at(ends)),
        };
        let token = tokens().issue(TokenKind::Access, login, &environment());
        let token = token.unwrap();
        assert_eq!(
            (token.lifetime, token.expires),
            (at(expected), at(NOW + expected))
        );
    }
}

#[test]
fn a_refresh_token_says_nothing_of_its_user_and_lives_a_year() {
    let token = issued(&tokens(), TokenKind::Refresh);
    assert!(decoded(&token, 0).starts_with(r#"{"typ":"JWTR","#));
    let payload = decoded(&token, 1);
    let exp = NOW + 365 * 24 * 60 * 60;
    assert!(
        payload.contains(&format!("\"exp\":{exp},\"jti\"")),
        "{payload}"
    );
    assert!(!payload.contains("jane") && !payload.contains("Admin"));
}

#[test]
fn one_kind_is_never_taken_for_the_other() {
    let tokens = tokens();
    for (kind, other) in [
        (TokenKind::Access, TokenKind::Refresh),
        (TokenKind::Refresh, TokenKind::Access),
    ] {
        let token = issued(&tokens, kind);
        let claims = tokens.read(kind, &token, at(NOW)).unwrap().unwrap();
        assert_eq!((claims.user_id(), claims.sid.as_str()), (Some(7), "login"));
        assert!(tokens.read(other, &token, at(NOW)).unwrap().is_none());
    }
}

#[test]
fn a_token_is_good_until_the_second_in_which_it_expires() {
    let tokens = tokens();
    let token = issued(&tokens, TokenKind::Access);
    let end = NOW + 14 * 24 * 60 * 60;
    let read = |now| tokens.read(TokenKind::Access, &token, at(now));
    assert!(read(end - 1).unwrap().is_some());
    assert!(matches!(read(end), Err(TokenError::Expired)));
    let header = decoded(&token, 0);
    let early = r#"{"sub":"7","exp":1800000000,"nbf":1700000001,"sid":"s","stamp":"x"}"#;
    let early = forged(&header, early, &TOKEN_KEY);
    let read = |now| tokens.read(TokenKind::Access, &early, at(now));
    assert!(matches!(read(NOW), Err(TokenError::NotYetValid)));
    let claims = read(NOW + 1).unwrap().unwrap();
    assert_eq!(claims.user_id(), Some(7), "a number in quotes is one");
}

#[test]
fn whatever_is_changed_in_a_token_makes_it_none() {
    let tokens = tokens();
    let token = issued(&tokens, TokenKind::Access);
    let text = token.expose();
    for place in 0..text.len() {
        let mut bytes = text.as_bytes().to_vec();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).unwrap();
        let read = tokens.read(TokenKind::Access, &changed.as_str().into(), at(NOW));
        // A header that still reads may name another algorithm.
        assert!(!matches!(read, Ok(Some(_))), "{place}: {changed}");
    }
    for length in 0..text.len() {
        let cut = SecretText::from(&text[..length]);
        assert!(!matches!(
            tokens.read(TokenKind::Access, &cut, at(NOW)),
            Ok(Some(_))
        ));
    }
    for more in [".", "A", "=", ".A"] {
        let longer = SecretText::from(format!("{text}{more}"));
        assert!(!is_taken(&tokens, &longer), "{more}");
    }
}

#[test]
fn the_algorithm_is_the_settings_and_not_the_tokens() {
    let tokens = tokens();
    let token = issued(&tokens, TokenKind::Access);
    let payload = decoded(&token, 1);
    for alg in ["none", "None", "HS512", "RS256", "hs256", ""] {
        let header = format!(r#"{{"typ":"JWT","alg":"{alg}"}}"#);
        let unsigned = forged(&header, &payload, &TOKEN_KEY);
        let unsigned = unsigned.expose().rsplit_once('.').unwrap().0.to_owned() + ".";
        for forgery in [forged(&header, &payload, &TOKEN_KEY), unsigned.into()] {
            let read = tokens.read(TokenKind::Access, &forgery, at(NOW));
            assert!(matches!(read, Err(TokenError::Algorithm { .. })), "{alg}");
        }
    }
    // Even with the right key, a signature by another hash is none.
    let header = decoded(&token, 0);
    let part = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let signed = format!("{}.{}", part(&header), part(&payload));
    let mac = Hmac::<Sha512>::new_from_slice(&TOKEN_KEY).unwrap();
    let signature = mac.chain_update(&signed).finalize().into_bytes();
    let other = format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature));
    assert!(!is_taken(&tokens, &other.into()));
}

#[test]
fn what_is_no_token_or_says_too_little_is_as_good_as_none() {
    let tokens = tokens();
    let header = decoded(&issued(&tokens, TokenKind::Access), 0);
    let signed = |payload: &str| forged(&header, payload, &TOKEN_KEY);
    for nothing in [
        "".into(),
        "a.b.c".into(),
        "..".into(),
        "....".into(),
        "ak-00000000000000000000000000000000".into(),
        "x".repeat(1_000_000).into(),
        signed("{}"),
        signed("null"),
        signed(r#"{"sub":7,"exp":"soon","sid":"s","stamp":"x"}"#),
        signed(r#"{"sub":7,"exp":-1,"sid":"s","stamp":"x"}"#),
        signed(r#"{"sub":7,"sid":"s","stamp":"x"}"#),
        signed(r#"{"sub":7,"exp":1800000000}"#),
    ] {
        let token: SecretText = nothing;
        assert!(!is_taken(&tokens, &token), "{}", token.expose());
    }
    let nobody = signed(r#"{"sub":"jane","exp":1800000000,"sid":"s","stamp":"x"}"#);
    let read = tokens.read(TokenKind::Access, &nobody, at(NOW)).unwrap();
    assert_eq!(read.unwrap().user_id(), None);
}

#[test]
fn a_key_on_its_way_out_checks_but_does_not_sign() {
    let (old, new) = ([1; 32], [2; 32]);
    let before = Tokens::new(keys(old, &[]), TokenPolicy::default());
    let rotated = Tokens::new(keys(new, &[[9; 32], old]), TokenPolicy::default());
    let after = Tokens::new(keys(new, &[]), TokenPolicy::default());
    let earlier = issued(&before, TokenKind::Access);
    assert!(is_taken(&rotated, &earlier));
    assert!(!is_taken(&after, &earlier), "the key is gone");
    let later = issued(&rotated, TokenKind::Access);
    assert!(is_taken(&after, &later) && !is_taken(&before, &later));
    // A token picks its key by name only, and without a name gets the current one.
    let payload = decoded(&earlier, 1);
    let kid = |key: [u8; 32]| data_encoding::BASE64.encode(&key)[..3].to_owned();
    let header = |kid: &str| format!(r#"{{"typ":"JWT","alg":"HS256","kid":"{kid}"}}"#);
    assert!(!is_taken(
        &rotated,
        &forged(&header(&kid(new)), &payload, &old)
    ));
    assert!(!is_taken(&rotated, &forged(&header("xyz"), &payload, &new)));
    let unnamed = r#"{"typ":"JWT","alg":"HS256"}"#;
    assert!(is_taken(&rotated, &forged(unnamed, &payload, &new)));
    assert!(!is_taken(&rotated, &forged(unnamed, &payload, &old)));
}

#[test]
fn a_token_for_others_is_refused_where_there_is_an_audience() {
    let ours = for_audience("foundry");
    assert!(is_taken(&ours, &issued(&ours, TokenKind::Access)));
    assert!(is_taken(&tokens(), &issued(&ours, TokenKind::Access)));
    let read = |token: &SecretText| ours.read(TokenKind::Access, token, at(NOW));
    let others = issued(&for_audience("others"), TokenKind::Access);
    assert!(matches!(read(&others), Err(TokenError::Audience(audience)) if audience == "others"));
    let none = issued(&tokens(), TokenKind::Access);
    assert!(matches!(read(&none), Err(TokenError::Audience(audience)) if audience.is_empty()));
    let header = decoded(&none, 0);
    let several = r#"{"sub":7,"exp":1800000000,"aud":["others","foundry"],"sid":"s","stamp":"x"}"#;
    assert!(
        read(&forged(&header, several, &TOKEN_KEY))
            .unwrap()
            .is_some()
    );
}
