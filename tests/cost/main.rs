//! What a request costs the conformance host, beside a bare actix-web handler: CPU time a request,
//! user and system apart. docs/performance.md says how to run it and holds the figures.
//!
//! Requests per second say little where load and server share a machine; CPU time does.

#![expect(
    clippy::expect_used,
    reason = "a measurement that cannot be made ends the program"
)]

mod bare;
mod case;
mod cpu_time;
mod load;
mod peer;
mod table;

use std::io::Write;
use std::net::SocketAddr;

use case::Case;
use clap::{Parser, Subcommand};
use load::Load;
use peer::Peer;
use table::Cell;

/// Measures CPU time a request.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Rounds, each with all peers and requests one after another
    #[arg(long, default_value_t = 7)]
    rounds: usize,
    /// Requests of one kind to one peer in a round
    #[arg(long, default_value_t = 30_000)]
    requests: usize,
    /// The core that the servers run on
    #[arg(long, default_value_t = 0)]
    server_core: usize,
    /// The core that the load comes from
    #[arg(long, default_value_t = 1)]
    load_core: usize,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the bare handlers
    Bare { address: SocketAddr },
    /// Sends requests of one kind to a server that runs, for a profiler
    Load {
        address: SocketAddr,
        /// The number of the case, from 0
        case: usize,
    },
}

fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    match arguments.command {
        Some(Command::Bare { address }) => bare::serve(address),
        Some(Command::Load { address, case }) => {
            let cases = case::all(address)?;
            Load::open(address, &cases[case].for_host)?.send(arguments.requests)
        }
        None => measure(&arguments),
    }
}

fn measure(arguments: &Arguments) -> std::io::Result<()> {
    peer::move_to(arguments.load_core)?;
    let bare = Peer::bare(arguments.server_core)?;
    let host = Peer::conformance_host(arguments.server_core)?;
    let cases = case::all(host.address)?;
    let mut cells: Vec<Vec<Cell>> = vec![Vec::new(); cases.len()];
    // The first round warms caches, allocators and branch predictors, and does not count.
    for round in 0..=arguments.rounds {
        for (case, cells) in cases.iter().zip(&mut cells) {
            let cell = Cell {
                bare: cost(&bare, &case.for_bare, arguments.requests)?,
                host: cost(&host, &case.for_host, arguments.requests)?,
            };
            if round > 0 {
                cells.push(cell);
            }
        }
    }
    let names = cases.iter().map(|case: &Case| case.name);
    let text = table::of(names.zip(cells));
    std::io::stdout().write_all(text.as_bytes())
}

/// CPU time of one request, from many.
fn cost(peer: &Peer, request: &[u8], requests: usize) -> std::io::Result<cpu_time::CpuTime> {
    let load = Load::open(peer.address, request)?;
    let before = peer.cpu_time()?;
    load.send(requests)?;
    Ok((peer.cpu_time()? - before).each_of(requests))
}
