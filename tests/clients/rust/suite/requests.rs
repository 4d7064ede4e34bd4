use servicestack::{JsonServiceClient, UploadFile};

use crate::dtos::{AllTypes, DoVoid, Hello, ResultResponse};
use crate::hosts::{host, host_url};

fn hello(name: &str) -> Hello {
    Hello {
        name: name.to_owned(),
    }
}

#[tokio::test]
async fn every_verb_reaches_the_operation() {
    let (client, request) = (host(), hello("Ann"));
    for response in [
        client.get(&request).await,
        client.post(&request).await,
        client.put(&request).await,
        client.patch(&request).await,
        client.delete(&request).await,
    ] {
        assert_eq!(response.unwrap().result, "Hello, Ann!");
    }
}

#[tokio::test]
async fn values_of_every_kind_in_a_query() {
    let sent = AllTypes::filled();
    assert_eq!(host().get(&sent).await.unwrap(), sent);
}

#[tokio::test]
async fn values_of_every_kind_in_a_body() {
    let sent = AllTypes::filled();
    assert_eq!(host().post(&sent).await.unwrap(), sent);
}

#[tokio::test]
async fn values_of_every_kind_beside_a_file() {
    let sent = AllTypes::filled();
    let file = UploadFile {
        field_name: "upload".to_owned(),
        file_name: "notes.txt".to_owned(),
        content_type: Some("text/plain".to_owned()),
        data: vec![b'x'; 10_000],
    };
    let response = host().post_files_with_request(&sent, vec![file]).await;
    assert_eq!(response.unwrap(), sent);
}

#[tokio::test]
async fn the_predefined_json_route() {
    let client = JsonServiceClient::new_json_service_client(&host_url());
    assert!(client.reply_base_url().ends_with("/json/reply"));
    assert_eq!(client.send(&hello("j")).await.unwrap().result, "Hello, j!");
    client.publish(&hello("one way")).await.unwrap();
    client
        .publish(&DoVoid {
            name: "x".to_owned(),
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn paths_absolute_urls_and_arguments() {
    let client = host();
    let by_path: ResultResponse = client.get_url("/hello/there").await.unwrap();
    assert_eq!(by_path.result, "Hello, there!");
    let absolute = format!("{}/hello/abs", host_url());
    let absolute: ResultResponse = client.get_url(&absolute).await.unwrap();
    assert_eq!(absolute.result, "Hello, abs!");
    let with = client.get_url_with("/hello", &[("name", "a b&c")]).await;
    let with: ResultResponse = with.unwrap();
    assert_eq!(with.result, "Hello, a b&c!");
    let posted: ResultResponse = client.post_url("/hello", &hello("p")).await.unwrap();
    assert_eq!(posted.result, "Hello, p!");
}
