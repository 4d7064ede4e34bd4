//! The end of a server: by signal and in good order.

use std::io;
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::rt;
use tokio::time::timeout;
use tracing::{info, warn};

/// Runs `server` until SIGTERM or SIGINT. Then it takes no more connections; running requests get `patience` to end.
/// A second signal ends it at once.
///
/// # Errors
/// When signals cannot be waited for, or the server ends by itself with an error.
pub async fn run_until_signal(server: Server, patience: Duration) -> io::Result<()> {
    let handle = server.handle();
    let mut signals = Signals::listen()?;
    let mut running = rt::spawn(server);
    tokio::select! {
        ended = &mut running => return ended.map_err(io::Error::other)?,
        name = signals.next() => info!("{name}: taking no more connections, waiting for running requests"),
    }
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

#[cfg(unix)]
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> io::Result<Self> {
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

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> &'static str {
        match tokio::signal::ctrl_c().await {
            Ok(()) => "Ctrl-C",
            Err(_) => std::future::pending().await,
        }
    }
}
