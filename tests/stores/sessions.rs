//! What every [`identity::SessionStore`] does.

use std::time::Duration;

use identity::{Provider, Session, SessionKey};

use crate::house::{House, Memory, Redis};
use crate::passes;

passes!(memory: Memory, redis: Redis; [
    a_session_comes_back_as_it_was,
    a_session_that_was_never_there_is_none,
    a_session_that_is_removed_is_gone_and_the_others_stay,
    a_session_is_gone_at_the_end_of_its_life,
    a_session_that_is_put_anew_replaces_the_earlier_and_starts_its_life_again,
]);

const LIFE: Duration = Duration::from_secs(600);

fn session(user_id: i64) -> Session {
    Session {
        user_id,
        provider: Provider::Credentials,
        stamp: "0123456789abcdef".to_owned(),
        is_permanent: false,
        started: Duration::from_millis(1_700_000_000_123),
    }
}

async fn put(house: &impl House, id: &str, session: &Session) {
    let key = SessionKey::of(id);
    let put = house.sessions().put(&key, session, LIFE, house.now());
    put.await.unwrap();
}

async fn get(house: &impl House, id: &str) -> Option<Session> {
    let key = SessionKey::of(id);
    house.sessions().get(&key, house.now()).await.unwrap()
}

async fn a_session_comes_back_as_it_was(house: &impl House) {
    let other = Session {
        user_id: i64::MAX,
        provider: Provider::Basic,
        stamp: String::new(),
        is_permanent: true,
        started: Duration::ZERO,
    };
    for (id, session) in [("a", session(1)), ("b", other)] {
        put(house, id, &session).await;
        assert_eq!(get(house, id).await, Some(session));
    }
}

async fn a_session_that_was_never_there_is_none(house: &impl House) {
    assert_eq!(get(house, "made-up").await, None);
    assert_eq!(get(house, "").await, None);
}

async fn a_session_that_is_removed_is_gone_and_the_others_stay(house: &impl House) {
    put(house, "a", &session(1)).await;
    put(house, "b", &session(2)).await;
    // Removing it twice is no fault.
    for _ in 0..2 {
        house.sessions().remove(&SessionKey::of("a")).await.unwrap();
        assert_eq!(get(house, "a").await, None);
    }
    assert_eq!(get(house, "b").await, Some(session(2)));
}

async fn a_session_is_gone_at_the_end_of_its_life(house: &impl House) {
    put(house, "a", &session(1)).await;
    house.pass(LIFE - Duration::from_secs(60)).await;
    assert_eq!(get(house, "a").await, Some(session(1)));
    house.pass(Duration::from_secs(60)).await;
    assert_eq!(get(house, "a").await, None);
}

async fn a_session_that_is_put_anew_replaces_the_earlier_and_starts_its_life_again(
    house: &impl House,
) {
    put(house, "a", &session(1)).await;
    house.pass(LIFE / 2).await;
    put(house, "a", &session(2)).await;
    house.pass(LIFE / 2).await;
    assert_eq!(get(house, "a").await, Some(session(2)));
}
