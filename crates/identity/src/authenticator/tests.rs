use std::time::Duration;

use super::*;
use crate::fixture::{House, PASSWORD, basic, cookie};

async fn caller_of(house: &House, credentials: &Credentials) -> Option<Caller> {
    let found = house.identity.authenticate(credentials).await.unwrap();
    found.map(|authentication| authentication.caller)
}

/// Signs in by credentials, as `jane`.
async fn session_of_jane(house: &House, is_permanent: bool) -> String {
    let user = house
        .identity
        .check_password("jane", PASSWORD.into())
        .await
        .unwrap();
    let nothing = Credentials::default();
    let signed_in = house
        .identity
        .sign_in(user, Provider::Credentials, is_permanent, &nothing);
    signed_in.await.unwrap().session_id
}

#[tokio::test]
async fn a_name_or_an_address_in_any_case_and_the_password_are_a_proof() {
    let house = House::with_users().await;
    for name in ["jane", "JANE", "Jane@Acme.Example"] {
        let caller = caller_of(&house, &basic(name, PASSWORD)).await.unwrap();
        assert_eq!((caller.user_id, caller.user_name.as_str()), (1, "jane"));
    }
}

#[tokio::test]
async fn an_unknown_name_and_a_wrong_password_get_one_answer() {
    let house = House::with_users().await;
    for (name, password) in [("jane", "wrong-one"), ("ghost", PASSWORD), ("", PASSWORD)] {
        let refused = house.identity.authenticate(&basic(name, password)).await;
        let error = refused.unwrap_err();
        assert_eq!((error.status(), error.code()), (401, "Unauthorized"));
        assert_eq!(error.message(), "Invalid Username or Password");
    }
    assert_eq!(house.shelf.session_count(), 0);
}

#[tokio::test]
async fn an_empty_password_or_a_made_up_session_proves_nothing() {
    let house = House::with_users().await;
    for nothing in [
        basic("jane", ""),
        cookie("made-up"),
        cookie(&"x".repeat(100_000)),
        cookie("\0\u{ffff}; drop table"),
        Credentials::default(),
    ] {
        assert_eq!(caller_of(&house, &nothing).await, None);
    }
}

#[tokio::test]
async fn http_basic_starts_a_short_session() {
    let house = House::with_users().await;
    let first = house.identity.authenticate(&basic("jane", PASSWORD)).await;
    let first = first.unwrap().unwrap();
    let Some(SessionChange::Started {
        session_id,
        is_permanent: false,
        ..
    }) = first.session
    else {
        panic!("no session was started");
    };
    let by_cookie = caller_of(&house, &cookie(&session_id)).await;
    assert_eq!(
        by_cookie,
        Some(first.caller),
        "one session, with or without the cookie"
    );
    // With the cookie no further session is started.
    let both = Credentials {
        session_id: Some(session_id.clone()),
        ..basic("jane", PASSWORD)
    };
    let again = house.identity.authenticate(&both).await.unwrap().unwrap();
    assert!(again.session.is_none());
    assert_eq!(house.shelf.session_count(), 1);
    house.wait(Duration::from_secs(15 * 60));
    assert_eq!(caller_of(&house, &cookie(&session_id)).await, None);
}

#[tokio::test]
async fn another_users_password_counts_before_a_session() {
    let house = House::with_users().await;
    let jane = session_of_jane(&house, false).await;
    let both = Credentials {
        session_id: Some(jane.clone()),
        ..basic("joe", PASSWORD)
    };
    let caller = caller_of(&house, &both).await.unwrap();
    assert_eq!(caller.user_name, "joe");
    assert_eq!(
        caller_of(&house, &cookie(&jane)).await,
        None,
        "joe's replaced it"
    );
    let wrong = Credentials {
        session_id: Some(jane),
        ..basic("joe", "wrong-one")
    };
    assert_eq!(
        house
            .identity
            .authenticate(&wrong)
            .await
            .unwrap_err()
            .status(),
        401
    );
}

#[tokio::test]
async fn a_session_ends_after_its_time_however_much_it_is_used() {
    let house = House::with_users().await;
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    for (is_permanent, days) in [(false, 14), (true, 28)] {
        let id = session_of_jane(&house, is_permanent).await;
        let credentials = match is_permanent {
            false => cookie(&id),
            true => Credentials {
                permanent_session_id: Some(id.clone()),
                is_permanent,
                ..cookie("the temporary one")
            },
        };
        for _ in 1..days {
            house.wait(DAY);
            assert!(caller_of(&house, &credentials).await.is_some());
        }
        house.wait(DAY - Duration::from_secs(1));
        assert!(caller_of(&house, &credentials).await.is_some());
        house.wait(Duration::from_secs(1));
        assert_eq!(caller_of(&house, &credentials).await, None);
    }
}

#[tokio::test]
async fn a_session_ends_with_the_password_that_it_was_started_with() {
    let house = House::with_users().await;
    let id = session_of_jane(&house, false).await;
    house
        .accounts
        .set_password("joe", "an0ther-one".into())
        .await
        .unwrap();
    assert!(caller_of(&house, &cookie(&id)).await.is_some());
    house
        .accounts
        .set_password("jane", PASSWORD.into())
        .await
        .unwrap();
    assert_eq!(caller_of(&house, &cookie(&id)).await, None);
}

#[tokio::test]
async fn a_session_store_that_is_down_is_503_and_never_a_stranger() {
    let house = House::with_users().await;
    let id = session_of_jane(&house, false).await;
    *house.shelf.sessions_are_down.lock().unwrap() = true;
    for credentials in [cookie(&id), basic("jane", PASSWORD)] {
        let error = house.identity.authenticate(&credentials).await.unwrap_err();
        assert_eq!(error.status(), 503);
        assert!(
            error
                .headers()
                .iter()
                .any(|(name, _)| *name == "Retry-After")
        );
    }
}
