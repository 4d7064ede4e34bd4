use crate::dtos::{AdminOnly, AllTypes, DoVoid, Hello, Throw};
use crate::hosts::{host, host_password};

#[tokio::test]
async fn an_operation_without_a_response() {
    let request = DoVoid {
        name: "x".to_owned(),
    };
    host().send_void(&request).await.unwrap();
}

#[tokio::test]
async fn a_batch_keeps_its_order() {
    let names: Vec<_> = (0..50).map(|index| format!("n{index}")).collect();
    let requests: Vec<_> = names.iter().cloned().map(|name| Hello { name }).collect();
    let responses = host().send_all(&requests).await.unwrap();
    for (response, name) in responses.iter().zip(&names) {
        assert_eq!(response.result, format!("Hello, {name}!"));
    }
    assert_eq!(responses.len(), names.len());
}

#[tokio::test]
async fn the_first_failure_of_a_batch_is_its_answer() {
    let throw = |kind: &str| Throw {
        r#type: kind.to_owned(),
        message: "why".to_owned(),
    };
    let batch = [throw("HttpResult"), throw("Conflict"), throw("NotFound")];
    let error = host().send_all(&batch).await.unwrap_err();
    assert_eq!(error.status_code(), Some(409));
    assert_eq!(error.error_code(), Some("Conflict"));
}

#[tokio::test]
async fn members_that_are_not_set_are_left_out() {
    let text = host().get_url_string("/api/AllTypes").await.unwrap();
    assert!(!text.contains("null"), "{text}");
    // The DTO's members are plain: null would be an error.
    let response: AllTypes = host().get_url("/api/AllTypes").await.unwrap();
    assert_eq!(response.string_list, Vec::<String>::new());
}

#[tokio::test]
async fn a_role_that_the_user_lacks() {
    let client = host();
    let request = AdminOnly {
        name: "x".to_owned(),
    };
    assert!(client.send(&request).await.unwrap_err().is_unauthorized());
    let password = host_password();
    client.authenticate("test", &password).await.unwrap();
    assert!(client.send(&request).await.unwrap_err().is_forbidden());
    client.authenticate("admin", &password).await.unwrap();
    assert_eq!(client.send(&request).await.unwrap().result, "admin x");
}
