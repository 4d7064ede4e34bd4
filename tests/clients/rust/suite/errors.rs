use servicestack::JsonServiceClient;

use crate::dtos::{Hello, ResultResponse, Throw, Unheard, Validated};
use crate::hosts::host;

#[tokio::test]
async fn statuses_codes_and_messages() {
    for (kind, status, code) in [
        ("NotFound", 404, "NotFound"),
        ("Forbidden", 403, "Forbidden"),
        ("Conflict", 409, "Conflict"),
        ("InvalidOperation", 500, "InvalidOperationException"),
    ] {
        let request = Throw {
            r#type: kind.to_owned(),
            message: "why".to_owned(),
        };
        let error = host().send(&request).await.unwrap_err();
        assert_eq!(error.status_code(), Some(status), "{kind}");
        assert_eq!(error.error_code(), Some(code));
        assert_eq!(error.error_message(), Some("why"));
    }
}

#[tokio::test]
async fn errors_of_fields() {
    let error = host().send(&Validated::default()).await.unwrap_err();
    assert!(error.is_validation_error());
    assert_eq!(error.field_error("age"), Some("Age must be positive"));
    assert!(error.field_error("name").is_some());
}

#[tokio::test]
async fn an_operation_and_a_path_that_are_not_there() {
    let unknown = host().send(&Unheard {}).await.unwrap_err();
    assert_eq!(unknown.error_code(), Some("NotImplementedException"));
    let nowhere = host().get_url::<ResultResponse>("/no/such/path").await;
    assert!(nowhere.unwrap_err().is_not_found());
}

#[tokio::test]
async fn api_never_fails_by_itself() {
    let result = host().api(&Validated::default()).await;
    assert!(result.failed());
    assert!(result.error_code().is_some());
    // Port 1 of this machine: nobody listens.
    let result = JsonServiceClient::new("http://127.0.0.1:1")
        .api(&Hello::default())
        .await;
    assert_eq!(result.error_code(), Some("HttpError"));
}

#[tokio::test]
async fn a_refresh_that_the_host_refuses_leaves_the_first_error() {
    let mut client = host();
    client.set_bearer_token("a.b.c").set_refresh_token("d.e.f");
    let request = crate::dtos::GenerateTwoFactorAuthenticationKeyRequest::default();
    let error = client.send(&request).await.unwrap_err();
    assert!(error.error_code().is_some());
}
