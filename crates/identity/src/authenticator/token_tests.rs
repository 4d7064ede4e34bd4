//! Tokens and API keys as proofs.

use std::time::Duration;

use contract::SecretText;
use service::{Authentication, Authenticator, Credentials, ServiceError, SessionChange};

use crate::fixture::{House, PASSWORD, basic, bearer, cookie};
use crate::token::{Login, TokenKind};
use crate::{TokenPolicy, User};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Tokens by plain connections, as these tests send them.
fn plain() -> TokenPolicy {
    TokenPolicy {
        needs_secure_connection: false,
        ..TokenPolicy::default()
    }
}

async fn jane(house: &House) -> User {
    let checked = house.identity.check_password("jane", PASSWORD.into());
    checked.await.unwrap()
}

async fn token(house: &House, kind: TokenKind) -> SecretText {
    let login = Login {
        user: &jane(house).await,
        id: "login",
        is_permanent: false,
        ends: None,
    };
    let tokens = house.identity.tokens.as_ref().unwrap();
    let issued = tokens.issue(kind, login, &house.identity.environment);
    issued.unwrap().token
}

async fn found(
    house: &House,
    credentials: &Credentials,
) -> Result<Option<Authentication>, ServiceError> {
    house.identity.authenticate(credentials).await
}

async fn name_of(house: &House, credentials: &Credentials) -> Option<String> {
    let found = found(house, credentials).await.unwrap();
    found.map(|found| found.caller.user_name)
}

/// Code, status and message of the refusal.
async fn refusal(house: &House, credentials: &Credentials) -> (String, u16, String) {
    let error = found(house, credentials).await.unwrap_err();
    (
        error.code().to_owned(),
        error.status(),
        error.message().to_owned(),
    )
}

fn in_cookies(access: &SecretText, refresh: Option<&SecretText>) -> Credentials {
    Credentials {
        access_token: Some(access.clone()),
        refresh_token: refresh.cloned(),
        ..Credentials::default()
    }
}

#[tokio::test]
async fn a_token_proves_who_is_calling_by_header_and_by_cookie() {
    let house = House::with_tokens(plain()).await;
    let token = token(&house, TokenKind::Access).await;
    let by_header = found(&house, &bearer(&token)).await.unwrap().unwrap();
    let by_cookie = found(&house, &in_cookies(&token, None)).await;
    let by_cookie = by_cookie.unwrap().unwrap();
    assert_eq!(by_header.caller.email.as_deref(), Some("jane@acme.example"));
    assert_eq!(by_header.caller, by_cookie.caller, "one sign-in");
    assert!(by_header.session.is_none() && by_cookie.session.is_none());
    assert!(!by_header.caller.session.contains("login"));
    let without = House::with_users().await;
    assert_eq!(name_of(&without, &bearer(&token)).await, None);
}

#[tokio::test]
async fn a_token_ends_with_its_time_its_password_its_user_and_a_sign_out_everywhere() {
    let refused = ("TokenException".to_owned(), 401);
    type End = fn(&House) -> service::BoxFuture<'_, ()>;
    let ends: [(&str, End); 4] = [
        ("Token has expired", |house| {
            Box::pin(async { house.wait(14 * DAY) })
        }),
        ("Token has been invalidated", |house| {
            Box::pin(async {
                let set = house.accounts.set_password("jane", "an0ther-one".into());
                set.await.unwrap();
            })
        }),
        ("Token has been invalidated", |house| {
            Box::pin(async { house.accounts.sign_out("jane").await.unwrap() })
        }),
        ("Token has been invalidated", |house| {
            Box::pin(async { house.shelf.remove_user(1) })
        }),
    ];
    for (message, end) in ends {
        let house = House::with_tokens(plain()).await;
        let token = bearer(&token(&house, TokenKind::Access).await);
        assert_eq!(name_of(&house, &token).await.as_deref(), Some("jane"));
        end(&house).await;
        let (code, status, told) = refusal(&house, &token).await;
        assert_eq!(((code, status), told.as_str()), (refused.clone(), message));
    }
}

#[tokio::test]
async fn a_locked_user_is_kept_out_whatever_it_brings_until_it_is_let_in_again() {
    let house = House::with_tokens(plain()).await;
    let access = token(&house, TokenKind::Access).await;
    let refresh = token(&house, TokenKind::Refresh).await;
    let (key, _) = house.api_keys.add("jane", "", None).await.unwrap();
    let nothing = Credentials::default();
    let signed_in = house.identity.sign_in(
        jane(&house).await,
        crate::Provider::Credentials,
        false,
        &nothing,
    );
    let session = cookie(&signed_in.await.unwrap().session_id);
    house.accounts.set_locked("jane", true).await.unwrap();
    let invalidated = "Token has been invalidated";
    assert_eq!(refusal(&house, &bearer(&access)).await.2, invalidated);
    assert_eq!(refusal(&house, &bearer(&key)).await.1, 401);
    assert_eq!(name_of(&house, &session).await, None);
    let tokens = house.identity.tokens.clone().unwrap();
    let renewed = house.identity.renewed(&tokens, &refresh).await;
    assert_eq!(renewed.unwrap_err().message(), invalidated);
    let (code, _, message) = refusal(&house, &basic("jane", PASSWORD)).await;
    assert_eq!(code, "AuthenticationException");
    assert_eq!(message, "This account has been locked");
    let (code, _, _) = refusal(&house, &basic("jane", "wrong-one")).await;
    assert_eq!(code, "Unauthorized", "only the right password tells");
    house.accounts.set_locked("jane", false).await.unwrap();
    for proof in [bearer(&key), basic("jane", PASSWORD)] {
        assert_eq!(name_of(&house, &proof).await.as_deref(), Some("jane"));
    }
    // What may have been stolen before stays dead.
    assert_eq!(name_of(&house, &session).await, None);
    assert_eq!(refusal(&house, &bearer(&access)).await.2, invalidated);
    let renewed = house.identity.renewed(&tokens, &refresh).await;
    assert_eq!(renewed.unwrap_err().message(), invalidated);
}

#[tokio::test]
async fn a_cookie_that_has_expired_is_renewed_where_there_is_a_refresh_token() {
    let house = House::with_tokens(plain()).await;
    let access = token(&house, TokenKind::Access).await;
    let refresh = token(&house, TokenKind::Refresh).await;
    house.wait(14 * DAY);
    let alone = refusal(&house, &in_cookies(&access, None)).await;
    assert_eq!(alone.2, "Token has expired");
    for bad in [&access, &"d.e.f".into()] {
        let refused = refusal(&house, &in_cookies(&access, Some(bad))).await;
        assert_eq!((refused.0.as_str(), refused.1), ("TokenException", 401));
    }
    let both = in_cookies(&access, Some(&refresh));
    let renewed = found(&house, &both).await.unwrap().unwrap();
    let Some(SessionChange::Tokens {
        access: new,
        refresh: None,
        is_permanent: false,
        ends_session: false,
    }) = renewed.session
    else {
        panic!("no token was made");
    };
    let again = found(&house, &bearer(&new.token)).await.unwrap().unwrap();
    assert_eq!(again.caller, renewed.caller, "the same sign-in");
    house.wait(365 * DAY);
    assert_eq!(refusal(&house, &both).await.2, "Token has expired");
}

#[tokio::test]
async fn what_is_sent_in_a_header_counts_before_what_a_client_sends_by_itself() {
    let house = House::with_tokens(plain()).await;
    let access = token(&house, TokenKind::Access).await;
    let (key, _) = house.api_keys.add("joe", "", None).await.unwrap();
    let both = Credentials {
        api_key: Some(key.clone()),
        ..in_cookies(&access, None)
    };
    assert_eq!(name_of(&house, &both).await.as_deref(), Some("joe"));
    let by_password = Credentials {
        basic: basic("joe", PASSWORD).basic,
        ..in_cookies(&access, None)
    };
    assert_eq!(name_of(&house, &by_password).await.as_deref(), Some("joe"));
    house.wait(14 * DAY);
    assert_eq!(
        name_of(&house, &by_password).await.as_deref(),
        Some("joe"),
        "a password makes up for a token that has expired"
    );
    let stranger = Credentials {
        bearer: Some("a.b.c".into()),
        ..Credentials::default()
    };
    assert_eq!(name_of(&house, &stranger).await, None);
}

#[tokio::test]
async fn a_key_comes_by_its_header_as_a_bearer_or_as_a_user_without_a_password() {
    let house = House::with_tokens(plain()).await;
    let (key, record) = house.api_keys.add("joe", "CI", Some(DAY)).await.unwrap();
    let by_header = Credentials {
        api_key: Some(key.clone()),
        ..Credentials::default()
    };
    let ways = [by_header, bearer(&key), basic(key.expose(), "")];
    let mut sessions = Vec::new();
    for way in &ways {
        let found = found(&house, way).await.unwrap().unwrap();
        assert_eq!(found.caller.user_name, "joe");
        assert!(found.session.is_none(), "no session is started");
        sessions.push(found.caller.session);
    }
    sessions.dedup();
    assert_eq!(sessions.len(), 1);
    let (other, _) = house.api_keys.add("joe", "", None).await.unwrap();
    house.wait(DAY);
    house.api_keys.revoke(record.id + 1).await.unwrap();
    let invalid = ("Unauthorized".to_owned(), 401, "Invalid API Key".to_owned());
    for way in ways {
        assert_eq!(refusal(&house, &way).await, invalid, "expired");
    }
    assert_eq!(refusal(&house, &bearer(&other)).await, invalid, "revoked");
    let unknown = SecretText::from("ak-00000000000000000000000000000000");
    assert_eq!(refusal(&house, &bearer(&unknown)).await, invalid);
    let without = House::with_users().await;
    assert_eq!(name_of(&without, &bearer(&key)).await, None);
}

#[tokio::test]
async fn a_token_that_comes_by_a_plain_connection_is_refused_where_it_may_not() {
    let house = House::with_tokens(TokenPolicy::default()).await;
    let access = token(&house, TokenKind::Access).await;
    let mut credentials = bearer(&access);
    let (code, status, message) = refusal(&house, &credentials).await;
    assert_eq!((code.as_str(), status), ("Forbidden", 403));
    assert!(message.contains("RequireSecureConnection"), "{message}");
    credentials.is_secure = true;
    assert_eq!(name_of(&house, &credentials).await.as_deref(), Some("jane"));
}
