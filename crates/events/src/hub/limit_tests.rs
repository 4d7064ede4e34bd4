//! What listeners may cost: each other, and the host.

use std::time::Duration;

use tokio::time::advance;

use crate::fixture::{caller, event, hub, id, open, selectors, subscribe};
use crate::{EventSettings, Listener};

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
