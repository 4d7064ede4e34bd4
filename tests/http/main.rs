//! HTTP itself, byte for byte: what a client may send and what it then gets, whatever the operation.

#![expect(
    clippy::unwrap_used,
    reason = "a step that does not work fails the test"
)]

mod batches;
mod bodies;
mod caching;
mod connection;
mod cors;
mod encodings;
mod errors;
mod event_stream;
mod formats;
mod limits;
mod pages;
mod routing;
mod server_events;
mod uploads;
mod validation;

use std::sync::{Arc, Mutex, PoisonError, Weak};

use conformance::{GatewayProcess, RunningGateway, binary};

pub(crate) use connection::{Connection, Reply, send};

/// The conformance host with all it has, shared by the tests that run at the same time and ended
/// after the last of them.
pub(crate) fn host() -> Arc<RunningGateway> {
    static SHARED: Mutex<Weak<RunningGateway>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    shared.upgrade().unwrap_or_else(|| {
        let program = binary("conformance", "conformance-host");
        let host = Arc::new(GatewayProcess::of(program).arg("--extras").start());
        *shared = Arc::downgrade(&host);
        host
    })
}

/// The real gateway with those settings.
pub(crate) fn gateway(settings: &[(&str, &str)]) -> RunningGateway {
    let process = GatewayProcess::new();
    let with = |process: GatewayProcess, (name, value): &(&str, &str)| {
        process.env(format!("FOUNDRY__{name}"), *value)
    };
    settings.iter().fold(process, with).start()
}
