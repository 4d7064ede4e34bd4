//! Sends the recorded cases to the conformance host and compares what comes back.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "an exchange that breaks off fails the test; its figures are what the test is for"
)]

mod case;
mod exchange;
mod judge;
mod visible;

use std::collections::BTreeMap;

use case::Case;
use conformance::{GatewayProcess, RunningGateway, binary};
use exchange::{Reply, send};

/// Logs a user of the cases in; the cookies to send along.
fn log_in(base: &str, user: &str) -> String {
    let body = format!("{{\"userName\":\"{user}\",\"password\":\"p@55wOrd\"}}");
    let headers = [
        ("Content-Type", "application/json"),
        ("Accept", "application/json"),
    ];
    let reply = send(
        base,
        "POST",
        "/auth/credentials",
        &headers,
        Some(&body),
        None,
    );
    assert_eq!(reply.status, 200, "{}", reply.body);
    let cookies = reply
        .all("set-cookie")
        .map(|cookie| cookie.split(';').next().unwrap_or_default());
    cookies.collect::<Vec<_>>().join("; ")
}

fn ask(base: &str, case: &Case, sessions: &mut BTreeMap<String, String>) -> Reply {
    let cookie = case.user.as_ref().map(|user| {
        // A session that a case ends is no other case's.
        if case.path.contains("logout") {
            return log_in(base, user);
        }
        sessions
            .entry(user.clone())
            .or_insert_with(|| log_in(base, user))
            .clone()
    });
    let headers: Vec<(&str, &str)> = case
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    send(
        base,
        &case.method,
        &case.path,
        &headers,
        case.body.as_deref(),
        cookie.as_deref(),
    )
}

fn run(host: &RunningGateway, cases: &str) {
    let base = host.base();
    let mut sessions = BTreeMap::new();
    let mut tally: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut faults = Vec::new();
    for line in cases.lines() {
        let case: Case = serde_json::from_str(line).unwrap();
        let found = judge::faults(&case, &ask(base, &case, &mut sessions), base);
        let (held, all) = tally.entry(case.group.clone()).or_default();
        *all += 1;
        *held += usize::from(found.is_empty());
        if !found.is_empty() {
            faults.push(format!(
                "{} {} {}\n    {}",
                case.id,
                case.method,
                case.path,
                found.join("\n    ")
            ));
        }
    }
    for (group, (held, all)) in &tally {
        println!("{group:14} {held:4} of {all}");
    }
    assert!(!tally.is_empty(), "there are no cases");
    assert!(
        faults.is_empty(),
        "{} cases differ:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

fn host() -> RunningGateway {
    GatewayProcess::of(binary("conformance", "conformance-host")).start()
}

#[test]
fn the_recorded_answers_of_a_real_host_hold() {
    run(&host(), include_str!("cases/http.jsonl"));
}

#[test]
fn random_values_of_every_type_hold_in_every_format() {
    run(&host(), include_str!("cases/random.jsonl"));
}

#[test]
fn metadata_pages_show_what_those_of_a_real_host_show() {
    run(&host(), include_str!("cases/pages.jsonl"));
}
