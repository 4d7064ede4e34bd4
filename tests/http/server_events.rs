//! Server events: what a subscriber is sent, who may act for it, and when its stream ends.

use conformance::{GatewayProcess, binary};

use crate::event_stream::{Stream, basic, opened, publish, signed_in};
use crate::{gateway, host, send};

#[test]
fn a_service_reaches_a_channel_a_user_a_session_and_everybody() {
    // A host of its own: what goes to everybody would disturb other tests.
    let program = binary("conformance", "conformance-host");
    let host = GatewayProcess::of(program).arg("--extras").start();
    let (cookie, other) = (signed_in(&host), signed_in(&host));
    let mut mine = Stream::open(&host, "?channels=reach-a,reach-b", &cookie);
    let mut too = Stream::open(&host, "?channels=reach-a", &other);
    assert_eq!(mine.fact("displayName"), "Test User");
    assert_eq!(mine.fact("isAuthenticated"), "true");
    let joined: Vec<_> = (0..3).map(|_| mine.selector()).collect();
    assert_eq!(
        joined,
        [
            "reach-a@cmd.onJoin",
            "reach-b@cmd.onJoin",
            "reach-a@cmd.onJoin"
        ]
    );
    assert_eq!(too.selector(), "reach-a@cmd.onJoin");
    let reached = publish(&host, "", r#"{"channel":"reach-b","text":"a\nb"}"#).json();
    assert_eq!(reached["reached"], 1);
    let (selector, chat) = mine.next();
    assert_eq!(
        (selector.as_str(), &chat["text"]),
        ("reach-b@cmd.chat", &"a\nb".into())
    );
    publish(
        &host,
        &cookie,
        r#"{"toMySession":true,"selector":"cmd.session"}"#,
    );
    publish(&host, &cookie, r#"{"toMe":true,"selector":"trigger.user"}"#);
    publish(&host, "", r#"{"selector":"css.color$#my title"}"#);
    for expected in ["cmd.session", "trigger.user", "css.color$#my%20title"] {
        assert_eq!(mine.selector(), expected);
    }
    for expected in ["trigger.user", "css.color$#my%20title"] {
        assert_eq!(too.selector(), expected);
    }
    let refused = publish(&host, "", r#"{"selector":"nothing"}"#);
    assert_eq!(refused.error(), (400, "ArgumentException".into()));
}

#[test]
fn a_subscriber_changes_its_channels_and_unregisters() {
    let host = host();
    let mut stream = Stream::open(&host, "?channels=change-a", "");
    assert_eq!(stream.selector(), "change-a@cmd.onJoin");
    let json = "Content-Type: application/json";
    let head = format!("POST {}\n{json}", stream.path("updateSubscriberUrl"));
    let body = r#"{"subscribeChannels":["change-b"],"unsubscribeChannels":["change-a"]}"#;
    assert_eq!(send(&host, &head, body).status, 200);
    let (selector, facts) = stream.next();
    assert_eq!(selector, "change-b@cmd.onUpdate");
    assert_eq!(facts["channels"], "change-b");
    // By the predefined route, as generated clients do.
    let body = format!(
        r#"{{"id":"{}","subscribeChannels":["change-c"]}}"#,
        stream.fact("id")
    );
    let head = format!("POST /api/UpdateEventSubscriber\n{json}");
    assert_eq!(send(&host, &head, body).status, 200);
    assert_eq!(stream.next().1["channels"], "change-b,change-c");
    assert_eq!(stream.selector(), "change-c@cmd.onUpdate");
    let bad = format!(
        r#"{{"id":"{}","subscribeChannels":["a b"]}}"#,
        stream.fact("id")
    );
    assert_eq!(
        send(&host, &head, bad).error(),
        (400, "ArgumentException".into())
    );

    let listed = "GET /event-subscribers?channels=change-c,nobody";
    let found = send(&host, listed, "").json();
    assert_eq!(found[0]["channels"], "change-b,change-c");
    assert_eq!(found[0].get("id"), None);
    let gone = send(&host, &format!("POST {}", stream.path("unRegisterUrl")), "");
    assert_eq!((gone.status, &gone.json()["userId"]), (200, &"-1".into()));
    assert!(stream.has_ended());
    assert_eq!(send(&host, listed, "").text(), "[]");
}

#[test]
fn only_the_session_of_a_stream_keeps_it_and_ends_it() {
    let host = host();
    let (cookie, other) = (signed_in(&host), signed_in(&host));
    let mut stream = Stream::open(&host, "?channels=owned", &cookie);
    let heartbeat = format!("POST {}", stream.path("heartbeatUrl"));
    let unregister = format!("POST {}", stream.path("unRegisterUrl"));
    let update = format!("POST {}", stream.path("updateSubscriberUrl"));
    for stranger in ["", &other] {
        for head in [&heartbeat, &unregister, &update] {
            let reply = send(&host, format!("{head}\n{stranger}").trim_end(), "");
            assert_eq!(reply.error(), (404, "NotFound".into()), "{head}");
        }
    }
    let guessed = send(&host, "POST /event-heartbeat?id=AAAAAAAAAAAAAAAAAAAAAA", "");
    assert_eq!(guessed.error(), (404, "NotFound".into()));
    assert_eq!(stream.selector(), "owned@cmd.onJoin");
    let own = |head: &str| send(&host, format!("{head}\n{cookie}").trim_end(), "").status;
    assert_eq!(own(&heartbeat), 204);
    assert_eq!(stream.selector(), "cmd.onHeartbeat");
    assert_eq!(own(&unregister), 200);
    assert!(stream.has_ended());
    assert_eq!(own(&heartbeat), 404);
}

#[test]
fn who_has_hung_up_is_gone_once_something_is_sent_there() {
    let host = host();
    let mut stays = Stream::open(&host, "?channels=hangs", "");
    assert_eq!(stays.selector(), "hangs@cmd.onJoin");
    let leaves = Stream::open(&host, "?channels=hangs", "");
    assert_eq!(stays.selector(), "hangs@cmd.onJoin");
    drop(leaves);
    // The first writes may still find room in the connection's buffers.
    let mut next = || {
        publish(&host, "", r#"{"channel":"hangs"}"#);
        stays.selector()
    };
    let told = (0..1_000).any(|_| next() == "hangs@cmd.onLeave");
    assert!(told, "its channel is told");
}

#[test]
fn what_cannot_be_listened_to_is_refused() {
    let host = host();
    for query in ["?channels=a@b", &format!("?channels={}", "x".repeat(200))] {
        let (_, head) = opened(&host, query, "");
        assert!(head[0].contains("400 ArgumentException"), "{head:?}");
    }
    let reply = send(&host, "POST /event-stream", "");
    assert_eq!(reply.error(), (405, "MethodNotAllowed".into()));
    assert_eq!(reply.header("allow"), "GET");
    let off = gateway(&[]);
    for path in [
        "event-stream",
        "event-heartbeat",
        "event-unregister",
        "event-subscribers",
    ] {
        let reply = send(&off, &format!("GET /{path}"), "");
        assert_eq!(reply.error(), (404, "NotFound".into()), "{path}");
    }
}

#[test]
fn a_gateway_can_keep_its_streams_to_users_few_and_short() {
    let gateway = gateway(&[
        ("EVENTS__ENABLED", "true"),
        ("EVENTS__MAX_SUBSCRIBERS", "1"),
        ("EVENTS__HEARTBEAT_SECONDS", "1"),
        ("EVENTS__IDLE_SECONDS", "2"),
        ("METADATA__BASE_URL", "https://api.example.com/v1"),
    ]);
    let (_, head) = opened(&gateway, "", "");
    assert!(head[0].contains("401 Unauthorized"), "{head:?}");
    let refused = send(&gateway, "GET /event-subscribers", "");
    assert_eq!(refused.error(), (401, "Unauthorized".into()));
    let basic = basic(&gateway);
    let mut stream = Stream::open(&gateway, "", &basic);
    assert_eq!(stream.fact("idleTimeoutMs"), "2000");
    let url = stream.fact("heartbeatUrl");
    assert!(
        url.starts_with("https://api.example.com/v1/event-heartbeat?id="),
        "{url}"
    );
    assert_eq!(stream.selector(), "*@cmd.onJoin");
    let (_, head) = opened(&gateway, "", &basic);
    assert!(head[0].contains("503 ServiceUnavailable"), "{head:?}");
    assert!(stream.has_ended(), "without a heartbeat");
    Stream::open(&gateway, "", &basic);
}

#[test]
fn the_operations_ask_for_a_sign_in_where_streams_do() {
    let gateway = gateway(&[("EVENTS__ENABLED", "true"), ("EVENTS__MAX_PER_USER", "1")]);
    let basic = basic(&gateway);
    let mut stream = Stream::open(&gateway, "?channels=a", &basic);
    assert_eq!(stream.selector(), "a@cmd.onJoin");
    let (_, head) = opened(&gateway, "", &basic);
    assert!(head[0].contains("429 TooManyRequests"), "{head:?}");
    let update = format!(
        "POST {}?subscribeChannels=b",
        stream.path("updateSubscriberUrl")
    );
    for head in [update.as_str(), "GET /event-subscribers"] {
        let refused = send(&gateway, head, "");
        assert_eq!(refused.error(), (401, "Unauthorized".into()), "{head}");
        assert!(!refused.header("www-authenticate").is_empty());
        // Each request with the password alone: no cookie is kept.
        let reply = send(&gateway, format!("{head}\n{basic}").trim_end(), "");
        assert_eq!(reply.status, 200, "{head}: {}", reply.text());
    }
    assert_eq!(stream.next().1["channels"], "a,b");
}

#[test]
fn the_end_of_the_host_ends_its_streams() {
    let gateway = gateway(&[
        ("EVENTS__ENABLED", "true"),
        ("EVENTS__REQUIRE_SIGN_IN", "false"),
        ("SERVER__SHUTDOWN_SECONDS", "3600"),
    ]);
    let mut stream = Stream::open(&gateway, "", "");
    assert_eq!(stream.selector(), "*@cmd.onJoin");
    let (status, _folder) = gateway.terminate();
    assert!(status.success(), "{status}");
    assert!(stream.has_ended());
}
