//! Who is sent what, and when a stream ends. The clock stands still unless a test moves it.

use std::time::Duration;

use tokio::time::advance;

use crate::fixture::{caller, event, frames, hub, id, open, selectors, subscribe};

#[tokio::test(start_paused = true)]
async fn the_first_frame_says_how_to_go_on() {
    let events = hub(open());
    let mut stream = subscribe(&events, "home", Some(&caller(7, "s")));
    let first = frames(&mut stream).remove(0);
    let expected = format!(
        "id: 1\ndata: cmd.onConnect {{\"userId\":\"7\",\"isAuthenticated\":\"true\",\
         \"displayName\":\"Ann\",\"channels\":\"home\",\"createdAt\":\"1577934245678\",\
         \"id\":\"{0}\",\"unRegisterUrl\":\"https://x/event-unregister?id={0}\",\
         \"heartbeatUrl\":\"https://x/event-heartbeat?id={0}\",\
         \"updateSubscriberUrl\":\"https://x/event-subscribers/{0}\",\
         \"heartbeatIntervalMs\":\"10000\",\"idleTimeoutMs\":\"30000\"}}\n\n",
        id(1)
    );
    assert_eq!(first, expected);
}

#[tokio::test(start_paused = true)]
async fn an_event_goes_to_whom_it_is_for_and_to_nobody_else() {
    let events = hub(open());
    let mut ann = subscribe(&events, "home,work", Some(&caller(7, "s")));
    let mut ann_too = subscribe(&events, "work", Some(&caller(7, "t")));
    let mut other = subscribe(&events, "home", None);
    for stream in [&mut ann, &mut ann_too, &mut other] {
        frames(stream);
    }
    assert_eq!(events.publish_to_channel("work", &event("channel")), 2);
    assert_eq!(events.publish_to_user(7, &event("user")), 2);
    assert_eq!(events.publish_to_session("s", &event("session")), 1);
    assert_eq!(events.publish_to_all(&event("all")), 3);
    assert_eq!(events.publish_to_channel("nobody", &event("lost")), 0);
    assert_eq!(
        selectors(&mut ann),
        ["work@cmd.channel", "cmd.user", "cmd.session", "cmd.all"]
    );
    assert_eq!(
        selectors(&mut ann_too),
        ["work@cmd.channel", "cmd.user", "cmd.all"]
    );
    assert_eq!(selectors(&mut other), ["cmd.all"]);
}

#[tokio::test(start_paused = true)]
async fn channels_learn_who_comes_changes_and_goes() {
    let events = hub(open());
    let mut first = subscribe(&events, "home", None);
    let second = subscribe(&events, "home,work", None);
    assert_eq!(
        selectors(&mut first),
        ["cmd.onConnect", "home@cmd.onJoin", "home@cmd.onJoin"]
    );
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let change = events.update(&id(2), None, &names(&["new", "work"]), &names(&["home"]));
    change.unwrap();
    assert_eq!(selectors(&mut first), ["home@cmd.onUpdate"]);
    let listed = events.subscribers(&names(&["new"])).unwrap();
    assert_eq!(
        (listed.len(), listed[0]["channels"].as_str()),
        (1, "work,new")
    );
    assert_eq!(listed[0].get("id"), None, "an id is as good as a password");
    events.update(&id(2), None, &names(&["home"]), &[]).unwrap();
    drop(second);
    assert_eq!(
        selectors(&mut first),
        ["home@cmd.onUpdate", "home@cmd.onLeave"]
    );
    assert_eq!(events.subscribers(&[]).unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_stream_without_heartbeats_ends() {
    let events = hub(open());
    let mut kept = subscribe(&events, "home", None);
    let mut idle = subscribe(&events, "home", None);
    for _ in 0..2 {
        advance(Duration::from_secs(20)).await;
        events.heartbeat(&id(1), None).unwrap();
        selectors(&mut kept);
        selectors(&mut idle);
    }
    assert_eq!(selectors(&mut idle), ["END"]);
    assert_eq!(selectors(&mut kept), ["home@cmd.onLeave"]);
    events.heartbeat(&id(1), None).unwrap();
    assert_eq!(selectors(&mut kept), ["cmd.onHeartbeat"]);
    assert_eq!(events.heartbeat(&id(2), None).unwrap_err().status(), 404);
    advance(Duration::from_secs(30)).await;
    assert!(
        events.subscribers(&[]).unwrap().is_empty(),
        "though nobody polls it"
    );
    assert_eq!(selectors(&mut kept), ["END"]);
}

#[tokio::test(start_paused = true)]
async fn only_its_session_acts_for_a_subscription() {
    let events = hub(open());
    let (own, other) = (caller(7, "s"), caller(7, "t"));
    let mut stream = subscribe(&events, "home", Some(&own));
    for stranger in [None, Some(&other)] {
        let refused = |done: Result<(), service::ServiceError>| done.unwrap_err().status();
        assert_eq!(refused(events.heartbeat(&id(1), stranger)), 404);
        assert_eq!(refused(events.update(&id(1), stranger, &[], &[])), 404);
        assert_eq!(
            refused(events.unregister(&id(1), stranger).map(|_| ())),
            404
        );
    }
    assert_eq!(
        events.heartbeat(&id(9), Some(&own)).unwrap_err().status(),
        404
    );
    assert_eq!(selectors(&mut stream), ["cmd.onConnect", "home@cmd.onJoin"]);
    let gone = events.unregister(&id(1), Some(&own)).unwrap();
    assert_eq!(gone["displayName"], "Ann");
    assert_eq!(selectors(&mut stream), ["END"]);
}

#[tokio::test(start_paused = true)]
async fn a_change_that_changes_nothing_is_told_to_nobody() {
    let events = hub(open());
    let mut stream = subscribe(&events, "home", None);
    selectors(&mut stream);
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    for (joined, left) in [
        (names(&[]), names(&[])),
        (names(&[" home "]), names(&["never"])),
        (names(&["home"]), names(&["home"])),
    ] {
        events.update(&id(1), None, &joined, &left).unwrap();
    }
    assert_eq!(selectors(&mut stream), [""; 0]);
    events.update(&id(1), None, &names(&["new"]), &[]).unwrap();
    assert_eq!(
        selectors(&mut stream),
        ["home@cmd.onUpdate", "new@cmd.onUpdate"]
    );
}
