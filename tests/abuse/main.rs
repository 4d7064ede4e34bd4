//! Bad input over raw sockets: whatever comes, the host gives an HTTP answer with a ResponseStatus or
//! closes the connection, never a 5xx, and keeps no memory of it.
//!
//! `ABUSE_CASES` says how many random requests a test sends.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "an exchange that breaks off fails the test"
)]

mod body;
mod exchange;
mod hazards;
mod head;
mod verdict;

use conformance::{GatewayProcess, RunningGateway, binary};
use exchange::send;
use hazards::hazards;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use verdict::fault;

/// Growth that allocators and buffers of connections may still have once everything ran before.
const LARGEST_GROWTH_KIB: u64 = 8 * 1024;

fn cases() -> u32 {
    let stated = std::env::var("ABUSE_CASES").ok();
    stated.map_or(300, |text| text.parse().expect("ABUSE_CASES is a number"))
}

fn host() -> RunningGateway {
    GatewayProcess::of(binary("conformance", "conformance-host")).start()
}

fn assert_serves(host: &RunningGateway) {
    let request = b"GET /hello/x HTTP/1.1\r\nHost: h\r\n\r\n";
    let answer = String::from_utf8(send(host.base(), request).unwrap()).unwrap();
    assert!(answer.ends_with("{\"result\":\"Hello, x!\"}"), "{answer}");
}

/// The bytes of a request; shown as text when a test fails.
#[derive(Clone)]
struct Request(Vec<u8>);

impl std::fmt::Debug for Request {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.0.escape_ascii())
    }
}

/// A random request; its parts are valid more often than not, so that it comes far.
fn request() -> impl Strategy<Value = Request> {
    (head::line(), head::headers(), body::body()).prop_map(|(line, headers, body)| {
        let mut bytes = line;
        for header in headers {
            bytes.extend_from_slice(&header);
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(&body);
        Request(bytes)
    })
}

#[test]
fn random_requests_get_an_answer_or_a_closed_connection() {
    let host = host();
    let config = Config {
        cases: cases(),
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&request(), |Request(bytes)| {
        let answer =
            send(host.base(), &bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
        match fault(&bytes, &answer) {
            None => Ok(()),
            Some(fault) => Err(TestCaseError::fail(fault)),
        }
    });
    if let Err(error) = outcome {
        panic!("{error}\nlog of the host:\n{}", host.log());
    }
    assert_serves(&host);
}

#[test]
fn known_hazards_get_an_answer_or_a_closed_connection() {
    let host = host();
    for (name, bytes) in hazards() {
        let answer = send(host.base(), &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let fault = fault(&bytes, &answer);
        assert!(fault.is_none(), "{name}: {}", fault.unwrap_or_default());
    }
    assert_serves(&host);
}

#[test]
fn memory_does_not_grow_with_what_was_refused() {
    let host = host();
    let mut runner = TestRunner::deterministic();
    let random = (0..100).map(|_| request().new_tree(&mut runner).unwrap().current().0);
    let requests: Vec<_> = hazards().map(|(_, bytes)| bytes).chain(random).collect();
    let round = || {
        for bytes in &requests {
            send(host.base(), bytes).unwrap();
        }
    };
    // Fills the caches of allocators and the buffers of both workers.
    for _ in 0..2 {
        round();
    }
    let before = host.resident_kib();
    for _ in 0..cases().div_ceil(100) {
        round();
    }
    let after = host.resident_kib();
    assert!(
        after <= before + LARGEST_GROWTH_KIB,
        "resident memory grew from {before} to {after} KiB"
    );
    assert_serves(&host);
}
