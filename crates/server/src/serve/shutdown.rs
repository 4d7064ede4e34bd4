//! The end of a server: by signal and in good order.

use std::io;
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::rt;
use gateway::Host;
use tokio::time::timeout;
use tracing::{info, warn};

/// Runs `server`, which serves `host`, until one of `signals`. Then it takes no more connections and ends its
/// event streams; running requests get `patience` to end. A second signal ends it at once.
///
/// # Errors
/// When the server ends by itself with an error.
pub async fn run_until_signal(
    server: Server,
    host: &Host,
    mut signals: Signals,
    patience: Duration,
) -> io::Result<()> {
    let handle = server.handle();
    let mut running = rt::spawn(server);
    tokio::select! {
        ended = &mut running => return ended.map_err(io::Error::other)?,
        name = signals.next() => info!("{name}: taking no more connections, waiting for running requests"),
    }
    host.end_streams();
    tokio::select! {
        () = drain(&handle, patience) => {}
        name = signals.next() => {
            warn!("{name}: running requests are broken off");
            handle.stop(false).await;
        }
    }
    running.await.map_err(io::Error::other)?
}

async fn drain(handle: &ServerHandle, patience: Duration) {
    if timeout(patience, handle.stop(true)).await.is_err() {
        warn!("requests that still run after {patience:?} are broken off");
        handle.stop(false).await;
    }
}

/// SIGTERM and SIGINT, from the moment that this is made: one that comes before it is waited for is not lost.
#[cfg(unix)]
#[derive(Debug)]
pub struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    /// Takes the signals over.
    ///
    /// # Errors
    /// They cannot be had.
    pub fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn next(&mut self) -> &'static str {
        tokio::select! {
            _ = self.terminate.recv() => "SIGTERM",
            _ = self.interrupt.recv() => "SIGINT",
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
#[derive(Debug)]
pub struct Signals;

#[cfg(not(unix))]
impl Signals {
    /// Takes the signal over.
    ///
    /// # Errors
    /// None here.
    pub fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> &'static str {
        match tokio::signal::ctrl_c().await {
            Ok(()) => "Ctrl-C",
            Err(_) => std::future::pending().await,
        }
    }
}
