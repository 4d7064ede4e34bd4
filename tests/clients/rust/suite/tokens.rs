use servicestack::JsonServiceClient;

use crate::dtos::GenerateTwoFactorAuthenticationKeyRequest as GenerateKey;
use crate::hosts::{api_key, expired_token, token_gateway, token_login};

async fn calls(client: &JsonServiceClient) -> bool {
    let response = client.send(&GenerateKey::default()).await;
    response.is_ok_and(|response| response.two_factor_uri.starts_with("otpauth://totp/"))
}

/// Access and refresh token of a new sign-in.
async fn tokens() -> (String, String) {
    let (user, password) = token_login();
    let client = token_gateway();
    let answer = client.authenticate(&user, &password).await.unwrap();
    assert!(!answer.refresh_token.is_empty());
    (answer.bearer_token, answer.refresh_token)
}

#[tokio::test]
async fn authenticate_keeps_the_tokens_that_it_is_answered() {
    let client = token_gateway();
    let (user, password) = token_login();
    let answer = client.authenticate(&user, &password).await.unwrap();
    assert_eq!(client.bearer_token(), Some(answer.bearer_token));
    assert!(calls(&client).await);
}

#[tokio::test]
async fn a_bearer_token_is_a_login_until_it_expires() {
    let (access, _) = tokens().await;
    let mut client = token_gateway();
    client.set_bearer_token(&access);
    assert!(calls(&client).await);
    client.set_bearer_token(&expired_token());
    let error = client.send(&GenerateKey::default()).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(error.error_code(), Some("TokenException"));
}

#[tokio::test]
async fn a_refresh_token_makes_up_for_a_bad_bearer_token() {
    for bad in ["a.b.c", &expired_token()] {
        let (_, refresh) = tokens().await;
        let mut client = token_gateway();
        client.set_bearer_token(bad).set_refresh_token(&refresh);
        assert!(calls(&client).await, "{bad}");
        assert_ne!(client.bearer_token().as_deref(), Some(bad));
    }
}

#[tokio::test]
async fn the_refresh_by_its_own_route() {
    let (_, refresh) = tokens().await;
    let mut client = token_gateway();
    let uri = format!("{}/access-token", client.base_url().trim_end_matches('/'));
    client
        .set_bearer_token("a.b.c")
        .set_refresh_token(&refresh)
        .set_refresh_token_uri(&uri);
    assert!(calls(&client).await);
}

#[tokio::test]
async fn an_api_key_in_three_ways() {
    let unknown = format!("ak-{}", "0".repeat(32));
    for (key, is_known) in [(api_key(), true), (unknown, false)] {
        let (mut by_header, mut by_bearer, mut by_name) =
            (token_gateway(), token_gateway(), token_gateway());
        by_header.set_header("X-Api-Key", &key);
        by_bearer.set_bearer_token(&key);
        by_name.set_credentials(&key, "");
        for client in [by_header, by_bearer, by_name] {
            assert_eq!(calls(&client).await, is_known);
        }
    }
}
