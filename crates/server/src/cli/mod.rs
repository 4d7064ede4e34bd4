//! The command line: what can be asked for, and the exit code that answers.
//!
//! | exit code | meaning |
//! | --- | --- |
//! | 0 | done |
//! | 1 | not done: the reason is on standard error |
//! | 2 | the command line is wrong |
//! | 3 | the configuration is wrong: every fault is on standard error |

mod check;
mod failure;
mod password;

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use failure::Failure;
pub use password::read as read_password;

use crate::settings::{Flag, Sources};

/// `foundry-gateway`
#[derive(Debug, Parser)]
#[command(
    name = "foundry-gateway",
    version,
    about = "A server that speaks the ServiceStack wire contract"
)]
#[command(
    after_help = "Exit codes: 0 done, 1 not done, 2 wrong command line, 3 wrong configuration."
)]
pub struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    serve: ServeArgs,
    #[command(subcommand)]
    command: Command,
}

/// Flags that every command takes.
#[derive(Debug, Args)]
struct Place {
    /// File with settings that replace the built-in ones
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    /// Folder of the database and of generated keys [default: data]
    #[arg(long, value_name = "FOLDER", global = true)]
    data_dir: Option<String>,
}

#[derive(Debug, Default, Args)]
struct ServeArgs {
    /// IP address and port to listen on; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    bind: Option<SocketAddr>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Validate the configuration and print every fault
    Check,
}

impl Cli {
    /// Runs the command, with its answer on `out`; `environment` holds the process's variables.
    ///
    /// # Errors
    /// Why it could not be done, with the exit code.
    pub fn run(
        self,
        environment: impl Iterator<Item = (OsString, OsString)>,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        let sources = self.sources(environment);
        match &self.command {
            Command::Check => check::run(&sources, out),
        }
    }

    fn sources(&self, environment: impl Iterator<Item = (OsString, OsString)>) -> Sources {
        let bind = self
            .serve
            .bind
            .map(|bind| ("--bind", "bind", bind.to_string()));
        let data_dir = self
            .place
            .data_dir
            .clone()
            .map(|path| ("--data-dir", "data_dir", path));
        let flags = [bind, data_dir].into_iter().flatten();
        Sources {
            file: self.place.config.clone(),
            environment: environment
                .map(|(name, value)| (lossy(&name), lossy(&value)))
                .collect(),
            flags: flags
                .map(|(name, key, value)| Flag {
                    name,
                    section: "server",
                    key,
                    value,
                })
                .collect(),
        }
    }
}

fn lossy(text: &OsStr) -> String {
    text.to_string_lossy().into_owned()
}
