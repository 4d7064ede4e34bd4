//! `organisations add`, `organisations list`

use std::io::Write;

use clap::{Args, Subcommand};

use super::{Failure, with_application};
use crate::settings::Settings;

/// Make and list organisations.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make an organisation
    Add(Add),
    /// List organisations
    List,
}

/// What a new organisation is.
#[derive(Debug, Args)]
pub(super) struct Add {
    /// The id that requests give as organisationId
    id: String,
    /// Name shown to people
    #[arg(long)]
    name: String,
    /// Name that authenticators show [default: the name]
    #[arg(long)]
    issuer: Option<String>,
}

impl Command {
    /// Runs the command, with its answer on `out`.
    pub(super) fn run(self, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
        match self {
            Self::Add(add) => add.run(settings, out),
            Self::List => list(settings, out),
        }
    }
}

impl Add {
    fn run(self, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
        let id = self.id.clone();
        let made = with_application(settings, async |application| {
            application
                .accounts()
                .add_organisation(&self.id, self.name, self.issuer)
                .await
        })?;
        made.map_err(|error| Failure::because(format!("organisation {id} was not made"), &error))?;
        writeln!(out, "made the organisation {id}")?;
        Ok(())
    }
}

fn list(settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let listed = with_application(settings, async |application| {
        application.accounts().organisations().await
    })?;
    let listed = listed.map_err(|error| Failure::because("cannot list organisations", &error))?;
    for organisation in listed {
        writeln!(
            out,
            "{}\t{}\t{}",
            organisation.id,
            organisation.name,
            organisation.issuer_name()
        )?;
    }
    Ok(())
}
