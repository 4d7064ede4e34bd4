//! The command line: what can be asked for, and the exit code that answers.
//!
//! | exit code | meaning |
//! | --- | --- |
//! | 0 | done |
//! | 1 | not done: the reason is on standard error |
//! | 2 | the command line is wrong |
//! | 3 | the configuration is wrong: every fault is on standard error |

mod api_keys;
mod check;
mod failure;
mod organisations;
mod password;
mod users;

use std::ffi::OsString;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use failure::Failure;
pub use password::read as read_password;

use crate::Application;
use crate::settings::{Faults, Flag, Settings, Sources};

/// `foundry-gateway`
#[derive(Debug, Parser)]
#[command(name = "foundry-gateway", version, about, long_about = None)]
#[command(
    after_help = "Exit codes: 0 done, 1 not done, 2 wrong command line, 3 wrong configuration."
)]
pub struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    serve: ServeArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Flags that every command takes.
#[derive(Debug, Args)]
struct Place {
    /// File with settings that replace the built-in ones
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    /// Folder of the database and of generated keys [default: data]
    #[arg(long, value_name = "FOLDER", global = true)]
    data_dir: Option<PathBuf>,
}

#[derive(Debug, Default, Args)]
struct ServeArgs {
    /// IP address and port to listen on; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    bind: Option<SocketAddr>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the gateway (the default)
    Serve(ServeArgs),
    /// Validate the configuration and print every fault
    Check,
    /// Make, list, lock and sign out users
    #[command(subcommand)]
    Users(users::Command),
    /// Make and list organisations
    #[command(subcommand)]
    Organisations(organisations::Command),
    /// Make, list and revoke API keys
    #[command(subcommand)]
    ApiKeys(api_keys::Command),
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
        match self.command {
            Some(Command::Check) => check::run(&sources, out),
            None | Some(Command::Serve(_)) => crate::serve::run(&load(&sources)?, out),
            Some(Command::Users(command)) => command.run(&load(&sources)?, out),
            Some(Command::Organisations(command)) => command.run(&load(&sources)?, out),
            Some(Command::ApiKeys(command)) => command.run(&load(&sources)?, out),
        }
    }

    fn sources(&self, environment: impl Iterator<Item = (OsString, OsString)>) -> Sources {
        let after_serve = match &self.command {
            Some(Command::Serve(args)) => args.bind,
            _ => None,
        };
        let bind = after_serve
            .or(self.serve.bind)
            .map(|bind| ("--bind", "bind", bind.to_string()));
        let data_dir = self.place.data_dir.as_ref();
        let data_dir = data_dir.map(|path| ("--data-dir", "data_dir", path.display().to_string()));
        let flags = [bind, data_dir].into_iter().flatten();
        Sources {
            file: self.place.config.clone(),
            environment: environment
                .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
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

fn load(sources: &Sources) -> Result<Settings, Faults> {
    Settings::load(sources)
}

/// Opens the application for a command, and closes it again.
fn with_application<T>(
    settings: &Settings,
    command: impl AsyncFnOnce(&Application) -> T,
) -> Result<T, Failure> {
    actix_web::rt::System::new().block_on(async {
        let application = Application::open(settings).await?;
        let done = command(&application).await;
        application.close().await;
        Ok(done)
    })
}
