//! What Redis shows to whoever can read it, and how long it may keep a request waiting.

use std::time::Duration;

use identity::{Provider, Session, SessionKey, SessionStore, StoreError};
use redis::cmd;
use stores::{RedisConnection, RedisPendingKeys, RedisSessions, RedisTimeouts};
use tokio::net::TcpListener;
use tokio::time::Instant;
use two_factor::{PendingKeyStore, PendingSlot};

use crate::house::{House, Redis};

fn session() -> Session {
    Session {
        user_id: 7,
        provider: Provider::Credentials,
        stamp: "0123456789abcdef".to_owned(),
        is_permanent: false,
        started: Duration::ZERO,
    }
}

#[tokio::test]
async fn names_hold_no_secret_and_keep_a_user_on_one_node() {
    let house = Redis::open().await;
    let key = SessionKey::of("the-session-id");
    let life = Duration::from_secs(600);
    let (sessions, keys) = (house.sessions(), house.pending_keys());
    sessions
        .put(&key, &session(), life, house.now())
        .await
        .unwrap();
    let slot = PendingSlot::of(7);
    let kept = keys.replace(&slot, None, vec![1], life, house.now());
    assert!(kept.await.unwrap());

    let mut names = house.names().await;
    names.sort();
    let expected = [
        format!("session:{{{}}}", key.as_str()),
        "tfa:{u:7}:pend".to_owned(),
    ];
    assert_eq!(names, expected);
    let mut beside = house.beside().await;
    let kept: String = cmd("GET")
        .arg(&names[0])
        .query_async(&mut beside)
        .await
        .unwrap();
    assert!(!kept.contains("the-session-id"), "{kept}");
    for name in &names {
        let left: i64 = cmd("TTL").arg(name).query_async(&mut beside).await.unwrap();
        assert!((1..=600).contains(&left), "{name} has {left} seconds left");
    }
}

#[tokio::test]
async fn a_session_that_another_version_wrote_has_ended() {
    let house = Redis::open().await;
    let key = SessionKey::of("id");
    let name = format!("session:{{{}}}", key.as_str());
    for text in [
        "",
        "{user_id:7}",
        "garbage",
        "{user_id:7,provider:new,stamp:,is_permanent:False,started_ms:1}",
    ] {
        let mut beside = house.beside().await;
        cmd("SET")
            .arg(&name)
            .arg(text)
            .exec_async(&mut beside)
            .await
            .unwrap();
        assert_eq!(
            house.sessions().get(&key, house.now()).await.unwrap(),
            None,
            "{text}"
        );
    }
}

/// On a paused clock, which goes on only while everything waits: the time that is measured is the
/// time that the stores would have waited, however busy the machine.
#[tokio::test(start_paused = true)]
async fn a_redis_that_never_answers_is_given_up_within_a_second() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("redis://{}", listener.local_addr().unwrap());
    let connection = RedisConnection::new(&url, RedisTimeouts::default()).unwrap();
    let sessions = RedisSessions::new(connection.clone());
    let keys = RedisPendingKeys::new(connection);
    for _ in 0..3 {
        // Both together, as a request may need both.
        let before = Instant::now();
        let found = sessions.get(&SessionKey::of("id"), Duration::ZERO).await;
        assert!(
            matches!(found, Err(StoreError::Unavailable(_))),
            "{found:?}"
        );
        assert!(keys.get(&PendingSlot::of(1), Duration::ZERO).await.is_err());
        assert!(before.elapsed() < Duration::from_secs(1));
    }
}
