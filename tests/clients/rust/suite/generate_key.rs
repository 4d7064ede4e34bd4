use crate::dtos::GenerateTwoFactorAuthenticationKeyRequest as GenerateKey;
use crate::hosts::{gateway, login, organisation};

const TOTP: &str = "otpauth://totp/";

fn request() -> GenerateKey {
    GenerateKey {
        organisation_id: Some(organisation()),
    }
}

#[tokio::test]
async fn without_a_login_the_error_is_unauthorized() {
    let error = gateway().send(&request()).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(error.error_code(), Some("Unauthorized"));
}

#[tokio::test]
async fn authenticate_and_the_cookies_of_the_session() {
    let client = gateway();
    let (user, password) = login();
    let session = client.authenticate(&user, &password).await.unwrap();
    assert!(!session.session_id.is_empty());
    assert_eq!(session.user_name, user);
    let first = client.send(&request()).await.unwrap().two_factor_uri;
    assert!(first.starts_with(TOTP), "{first}");
    let again = client.put(&request()).await.unwrap().two_factor_uri;
    assert_eq!(again, first, "a retry gets the same key");
}

#[tokio::test]
async fn a_wrong_password_is_unauthorized() {
    let (user, password) = login();
    let outcome = gateway().authenticate(&user, &format!("{password}!")).await;
    assert_eq!(outcome.unwrap_err().error_code(), Some("Unauthorized"));
}

#[tokio::test]
async fn basic_comes_with_the_request() {
    let mut client = gateway();
    let (user, password) = login();
    client.set_credentials(&user, &password);
    let response = client.send(&GenerateKey::default()).await.unwrap();
    assert!(response.two_factor_uri.starts_with(TOTP));
}

#[tokio::test]
async fn a_malformed_organisation_is_an_error_of_its_field() {
    let client = gateway();
    let (user, password) = login();
    client.authenticate(&user, &password).await.unwrap();
    let malformed = GenerateKey {
        organisation_id: Some("not a valid id!".to_owned()),
    };
    let result = client.api(&malformed).await;
    assert!(result.failed());
    assert!(result.field_error("organisationId").is_some());
}

#[tokio::test]
async fn post_is_refused_and_a_batch_needs_the_verb() {
    let mut client = gateway();
    let (user, password) = login();
    client.set_credentials(&user, &password);
    let error = client.post(&request()).await.unwrap_err();
    assert_eq!(error.status_code(), Some(405));
    assert_eq!(error.error_code(), Some("NotImplementedException"));
    let batch = [request(), request(), request()];
    assert!(client.send_all(&batch).await.is_err());
    client.set_header("X-Http-Method-Override", "PUT");
    assert_eq!(client.send_all(&batch).await.unwrap().len(), 3);
}

#[tokio::test]
async fn the_route_by_its_path() {
    let mut client = gateway();
    let (user, password) = login();
    client.set_credentials(&user, &password);
    let response: crate::dtos::GenerateTwoFactorAuthenticationKeyResponse = client
        .put_url("/users/2fa/generate-key", &request())
        .await
        .unwrap();
    assert!(response.two_factor_uri.starts_with(TOTP));
}

#[tokio::test]
async fn a_callback_logs_in_and_the_call_is_sent_again() {
    let mut client = gateway();
    client.set_on_authentication_required(|client| {
        Box::pin(async move {
            let (user, password) = login();
            client.authenticate(&user, &password).await.map(|_| ())
        })
    });
    let response = client.send(&request()).await.unwrap();
    assert!(response.two_factor_uri.starts_with(TOTP));
}
