//! The file at `/types/rust`, used by ServiceStack's client. Fails by its exit code.
#![forbid(unsafe_code)]

use servicestack::JsonServiceClient;

#[expect(dead_code, reason = "not every type is used")]
#[allow(
    clippy::all,
    unused_imports,
    reason = "generated, and not every import is needed by every API"
)]
mod dtos {
    include!(concat!(env!("DTOS"), "/dtos.rs"));
}

#[expect(dead_code, reason = "these are only compiled")]
#[allow(clippy::all, unused_imports, reason = "generated")]
mod rich {
    include!(concat!(env!("DTOS"), "/rich.rs"));
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = JsonServiceClient::new(&std::env::var("HOST_URL")?);

    let hello = client
        .send(&dtos::Hello {
            name: Some("World".to_owned()),
        })
        .await?;
    assert_eq!(hello.result.as_deref(), Some("Hello, World!"));

    let sent = dtos::AllTypes {
        int: 3,
        nullable_int: Some(4),
        s_byte: -5,
        long: 9_007_199_254_740_991,
        bool: true,
        string: Some("text".to_owned()),
        r#enum: dtos::Colour::Blue,
        flags: dtos::Perms(dtos::Perms::READ.0 | dtos::Perms::EXEC.0),
        member_enum: dtos::MemberEnum::Second,
        matrix: Some(vec![vec![1], vec![2, 3]]),
        int_key_map: Some([(1, "x".to_owned())].into()),
        nested: Some(dtos::Nested {
            id: 7,
            child: Some(Box::new(dtos::Nested {
                name: Some("inner".to_owned()),
                ..Default::default()
            })),
            ..Default::default()
        }),
        date_time: "2026-01-02T03:04:05Z".to_owned(),
        date_time_offset: "2026-01-02T03:04:05+00:00".to_owned(),
        time_span: "PT1H".to_owned(),
        guid: "0f8fad5bd9cb469fa16570867728950e".to_owned(),
        char: "c".to_owned(),
        ..Default::default()
    };
    let echoed = client.send(&sent).await?;
    assert_eq!(echoed.int, 3);
    assert_eq!(echoed.long, sent.long);
    assert_eq!(echoed.r#enum, dtos::Colour::Blue);
    assert_eq!(echoed.flags, dtos::Perms(5));
    assert_eq!(echoed.member_enum, dtos::MemberEnum::Second);
    assert_eq!(echoed.matrix, sent.matrix);
    assert_eq!(echoed.int_key_map, sent.int_key_map);
    let inner = echoed.nested.and_then(|nested| nested.child);
    assert_eq!(inner.and_then(|child| child.name).as_deref(), Some("inner"));

    let failed = client
        .send(&dtos::Validated {
            age: -1,
            ..Default::default()
        })
        .await;
    let code = failed
        .err()
        .and_then(|error| error.error_code().map(str::to_owned));
    assert_eq!(code.as_deref(), Some("NotEmpty"));

    client.authenticate("test", "p@55wOrd").await?;
    let key = client
        .send(&dtos::GenerateTwoFactorAuthenticationKeyRequest {
            organisation_id: Some("o".to_owned()),
        })
        .await?;
    assert!(
        key.two_factor_uri
            .is_some_and(|uri| uri.starts_with("otpauth:"))
    );
    Ok(())
}
