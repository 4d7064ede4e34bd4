//! The `foundry-gateway` command.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;
use server::Cli;

/// A request makes some twenty small allocations: docs/performance.md has the difference.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let done = Cli::parse().run(std::env::vars_os(), &mut io::stdout());
    let Err(failure) = done else {
        return ExitCode::SUCCESS;
    };
    // With standard error gone nobody is left to tell; the exit code still says it.
    let _ = writeln!(io::stderr(), "foundry-gateway: {failure}");
    failure.exit_code()
}
