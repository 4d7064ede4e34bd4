//! Sessions and pending keys in Redis: shared by gateways, and missed politely.

use std::time::{Duration, Instant};

use conformance::{GatewayProcess, RedisProcess, RunningGateway};

use crate::client::Client;

fn on(redis: &RedisProcess) -> GatewayProcess {
    GatewayProcess::new()
        .env("FOUNDRY__SESSIONS__STORE", "redis")
        .env("FOUNDRY__TWO_FACTOR__STORE", "redis")
        .env("FOUNDRY__REDIS__URL", redis.url())
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
