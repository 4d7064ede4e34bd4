//! Who is sent what, and when a stream ends. The clock stands still unless a test moves it.

use std::time::Duration;

use tokio::time::advance;

use crate::fixture::{caller, frames, hub, id, selectors, subscribe};
use crate::{Event, EventSettings, Listener};

/// For everybody.
fn open() -> EventSettings {
    EventSettings {
        requires_sign_in: false,
        ..EventSettings::default()
    }
}

fn event(name: &str) -> Event {
    Event::new(&format!("cmd.{name}"), "x").unwrap()
}

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
async fn who_reads_too_slowly_is_dropped_and_holds_up_nobody() {
    let settings = EventSettings {
        max_waiting: 5,
        ..open()
    };
    let events = hub(settings);
    let mut slow = subscribe(&events, "home", None);
    let mut quick = subscribe(&events, "home", None);
    selectors(&mut quick);
    for reached in [2, 2, 1, 1] {
        assert_eq!(events.publish_to_channel("home", &event("tick")), reached);
        selectors(&mut quick);
    }
    // What waited is still there.
    let seen = selectors(&mut slow);
    assert_eq!(
        (seen.len(), seen.last().map(String::as_str)),
        (6, Some("END"))
    );
    assert_eq!(events.subscribers(&[]).unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn very_many_slow_readers_go_at_once() {
    let settings = EventSettings {
        max_waiting: 8,
        ..open()
    };
    let events = hub(settings);
    let mut stays = subscribe(&events, "home", None);
    selectors(&mut stays);
    let mut streams: Vec<_> = (0..400).map(|_| subscribe(&events, "home", None)).collect();
    for _ in 0..8 {
        events.publish_to_all(&event("tick"));
        selectors(&mut stays);
    }
    assert_eq!(events.subscribers(&[]).unwrap().len(), 1);
    // None was told that others left who went with it.
    for stream in &mut streams {
        let seen = selectors(stream);
        assert!(!seen.iter().any(|one| one.ends_with("onLeave")), "{seen:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn no_client_can_have_another_dropped_or_drown_out_a_service() {
    let settings = EventSettings {
        max_waiting: 64,
        ..open()
    };
    let events = hub(settings);
    let mut sleeper = subscribe(&events, "home", None);
    let _noisy = subscribe(&events, "home", None);
    let names = |name: &str| vec![name.to_owned()];
    for _ in 0..1_000 {
        events.update(&id(2), None, &names("x"), &[]).unwrap();
        events.update(&id(2), None, &[], &names("x")).unwrap();
        drop(subscribe(&events, "home", None));
        events.heartbeat(&id(1), None).unwrap();
    }
    for _ in 0..32 {
        assert_eq!(events.publish_to_channel("home", &event("tick")), 2);
    }
    let seen = selectors(&mut sleeper);
    let ticks = seen.iter().filter(|one| *one == "home@cmd.tick").count();
    assert_eq!((seen.len(), ticks), (64, 32), "and the stream goes on");
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

#[tokio::test(start_paused = true)]
async fn more_names_than_there_may_be_channels_are_refused() {
    let events = hub(open());
    let mut stream = subscribe(&events, "home", None);
    selectors(&mut stream);
    let many: Vec<_> = (0..101).map(|number| number.to_string()).collect();
    let status = |error: service::ServiceError| error.status();
    let joined = events.update(&id(1), None, &many, &[]);
    assert_eq!(joined.map_err(status), Err(400));
    let left = events.update(&id(1), None, &[], &many);
    assert_eq!(left.map_err(status), Err(400));
    assert_eq!(events.subscribers(&many).map_err(status), Err(400));
    // As many as there may be, but one is there already.
    let full = events.update(&id(1), None, &many[..100], &[]);
    assert_eq!(full.map_err(status), Err(400));
    assert_eq!(selectors(&mut stream), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn there_are_no_more_than_there_may_be_and_none_after_the_end() {
    let settings = EventSettings {
        max_subscribers: 1,
        requires_sign_in: true,
        ..open()
    };
    let events = hub(settings);
    let own = caller(7, "s");
    let status = |caller: Option<&service::Caller>| {
        let listener = Listener {
            channels: "",
            caller,
            base_url: "",
        };
        events
            .subscribe(listener)
            .map(drop)
            .map_err(|error| error.status())
    };
    assert_eq!(status(None), Err(401));
    let mut stream = subscribe(&events, "", Some(&own));
    assert_eq!(status(Some(&own)), Err(503));
    advance(Duration::from_secs(30)).await;
    assert_eq!(status(Some(&own)), Ok(()), "who is idle makes room");
    let mut last = subscribe(&events, "", Some(&own));
    events.close();
    assert_eq!(
        selectors(&mut last),
        ["cmd.onConnect", "*@cmd.onJoin", "END"]
    );
    assert_eq!(selectors(&mut stream).last().unwrap(), "END");
    assert_eq!(status(Some(&own)), Err(503));
}

#[tokio::test(start_paused = true)]
async fn a_user_has_no_more_streams_than_a_user_may_have() {
    let settings = EventSettings {
        max_per_user: 2,
        ..EventSettings::default()
    };
    let events = hub(settings);
    let (own, other) = (caller(7, "s"), caller(8, "t"));
    let refused = || {
        let listener = Listener {
            channels: "",
            caller: Some(&own),
            base_url: "",
        };
        events
            .subscribe(listener)
            .map(drop)
            .map_err(|error| error.status())
    };
    let first = subscribe(&events, "", Some(&own));
    let _second = subscribe(&events, "", Some(&own));
    let _others = subscribe(&events, "", Some(&other));
    assert_eq!(refused(), Err(429));
    drop(first);
    assert_eq!(refused(), Ok(()), "who goes makes room");
    let _third = subscribe(&events, "", Some(&own));
    assert_eq!(refused(), Err(429));
    advance(Duration::from_secs(30)).await;
    assert_eq!(refused(), Ok(()), "and so does who is idle");
}
