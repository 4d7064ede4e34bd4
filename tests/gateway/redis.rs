//! Sessions and pending keys in Redis: shared by gateways, and missed politely.

use std::net::TcpListener;
use std::thread;
use std::time::{Duration, Instant};

use conformance::{GatewayProcess, RedisProcess, RunningGateway};
use data_encoding::BASE32_NOPAD;

use crate::client::Client;
use crate::slow_redis::SlowRedis;

fn on(redis: &RedisProcess) -> GatewayProcess {
    at(&redis.url())
}

fn at(url: &str) -> GatewayProcess {
    GatewayProcess::new()
        .env("FOUNDRY__SESSIONS__STORE", "redis")
        .env("FOUNDRY__TWO_FACTOR__STORE", "redis")
        .env("FOUNDRY__REDIS__URL", url)
}

/// Every key with its value and the seconds that it has left.
fn everything_in(redis: &RedisProcess) -> Vec<(String, Vec<u8>, i64)> {
    let client = redis::Client::open(redis.url()).unwrap();
    let mut connection = client.get_connection().unwrap();
    let names: Vec<String> = redis::cmd("KEYS").arg("*").query(&mut connection).unwrap();
    let kept = names.into_iter().map(|name| {
        let value = redis::cmd("GET").arg(&name).query(&mut connection).unwrap();
        let left = redis::cmd("TTL").arg(&name).query(&mut connection).unwrap();
        (name, value, left)
    });
    kept.collect()
}

fn generate(gateway: &RunningGateway) -> u16 {
    Client::admin(gateway).generate_key("{}").status()
}

#[test]
fn a_killed_redis_is_503_and_a_redis_that_is_back_is_200() {
    let mut redis = RedisProcess::start();
    let gateway = on(&redis).start();
    assert_eq!(generate(&gateway), 200);

    redis.kill();
    for _ in 0..3 {
        let answer = Client::admin(&gateway).generate_key("{}");
        assert_eq!(answer.status(), 503, "{}", answer.text());
        assert_ne!(answer.header("retry-after"), "");
        assert_ne!(answer.error_code(), "");
    }

    redis.restart();
    let deadline = Instant::now() + Duration::from_secs(30);
    let back = std::iter::repeat_with(|| generate(&gateway))
        .take_while(|_| Instant::now() < deadline)
        .any(|status| status == 200);
    assert!(
        back,
        "the gateway does not come back with Redis:\n{}",
        gateway.log()
    );
}

#[test]
fn a_session_in_redis_outlives_the_gateway() {
    let redis = RedisProcess::start();
    let gateway = on(&redis).start();
    let password = gateway.admin_password().to_owned();
    let login = format!("{{\"userName\":\"admin\",\"password\":\"{password}\"}}");
    let answer =
        Client::nobody(&gateway).send("POST", "/auth/credentials", "application/json", &login);
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let session = answer.json()["sessionId"].as_str().unwrap().to_owned();

    let (_, folder) = gateway.terminate();
    let again = on(&redis).start_in(folder);
    let client = Client::session(&again, &session);
    assert_eq!(client.generate_key("{}").status(), 200);
}

#[test]
fn a_redis_that_never_answers_is_503_too() {
    // Connections are made, by the system, and that is all that happens to them.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("redis://{}", silent.local_addr().unwrap());
    let gateway = at(&url).start();
    for client in [Client::admin(&gateway), Client::session(&gateway, "any")] {
        let answer = client.generate_key("{}");
        assert_eq!(answer.status(), 503, "{}", answer.text());
        assert_ne!(answer.header("retry-after"), "");
    }
    // What needs no Redis goes on.
    let nobody = Client::nobody(&gateway).generate_key("{}");
    assert_eq!(nobody.status(), 401);
}

#[test]
fn the_commands_of_one_request_have_one_bound_however_long_each_may_take() {
    let patient = [
        ("FOUNDRY__REDIS__RESPONSE_MILLISECONDS", "60000"),
        ("FOUNDRY__REDIS__CONNECT_MILLISECONDS", "60000"),
    ];
    let with = |url: &str, bound: &str| {
        let process = at(url).env("FOUNDRY__REDIS__REQUEST_MILLISECONDS", bound);
        let process = patient
            .into_iter()
            .fold(process, |process, (name, value)| process.env(name, value));
        process.start()
    };
    // Silence would last for two minutes, which is more than the client waits.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("redis://{}", silent.local_addr().unwrap());
    assert_eq!(generate(&with(&url, "900")), 503);
    // Each answer comes in time; two together do not.
    let redis = RedisProcess::start();
    let slow = SlowRedis::before(&redis, Duration::from_millis(200));
    assert_eq!(generate(&with(slow.url(), "300")), 503);
    assert_eq!(generate(&with(slow.url(), "60000")), 200);
}

#[test]
fn what_redis_holds_shows_no_secret_and_does_not_last() {
    let redis = RedisProcess::start();
    let gateway = on(&redis).start();
    let answer = Client::admin(&gateway).generate_key("{}");
    let uri = answer.uri();
    let (_, secret) = uri.split_once("secret=").unwrap();
    let secret = secret.split('&').next().unwrap();
    let bytes = BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
    let session = answer.header("set-cookie").to_owned();
    let session = session.split(['=', ';']).nth(1).unwrap();

    let kept = everything_in(&redis);
    assert_eq!(kept.len(), 2, "a session and a pending key");
    for (name, value, left) in &kept {
        let text = String::from_utf8_lossy(value);
        for hidden in [
            secret,
            "otpauth",
            session,
            gateway.admin_password(),
            "admin",
        ] {
            assert!(!name.contains(hidden) && !text.contains(hidden), "{name}");
        }
        assert!(
            !value.windows(bytes.len()).any(|window| window == bytes),
            "{name}"
        );
        assert!((1..=900).contains(left), "{name} has {left} seconds left");
    }
    assert!(kept.iter().any(|(name, ..)| name == "tfa:{u:1}:pend"));
}

#[test]
fn requests_that_come_at_once_get_one_key() {
    let redis = RedisProcess::start();
    let gateway = on(&redis).start();
    let uris: Vec<String> = thread::scope(|scope| {
        let ask = || Client::admin(&gateway).generate_key("{}").uri();
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(uris.iter().all(|uri| *uri == uris[0]), "{uris:?}");
}
