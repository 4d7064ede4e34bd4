//! `users add`, `users password`, `users lock`, `users unlock`, `users sign-out`, `users list`

use std::io::Write;

use clap::{Args, Subcommand};
use dto::OrganisationId;
use identity::{NewUser, User};

use super::{Failure, password, with_application};
use crate::settings::Settings;

/// Make, list, lock and sign out users.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a user; the password is read from standard input or asked for
    Add(Add),
    /// Give a user another password, read from standard input or asked for; sessions end by it
    Password {
        /// The name or e-mail address to log in with
        name: String,
    },
    /// Keep a user out: no password, session, token or API key counts
    Lock {
        /// The name or e-mail address to log in with
        name: String,
    },
    /// Let a locked user in again
    Unlock {
        /// The name or e-mail address to log in with
        name: String,
    },
    /// End all sessions and tokens of a user; API keys stay
    SignOut {
        /// The name or e-mail address to log in with
        name: String,
    },
    /// List users with their roles and organisations
    List,
}

/// What a new user is.
#[derive(Debug, Args)]
pub(super) struct Add {
    /// The name to log in with
    name: String,
    /// E-mail address; authenticators show it as the account
    #[arg(long)]
    email: Option<String>,
    /// Name shown to people [default: the name]
    #[arg(long)]
    display_name: Option<String>,
    /// A role; may be repeated
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    /// An organisation to be a member of, by id; may be repeated, the first is the user's default
    #[arg(long = "organisation", value_name = "ID", required = true)]
    organisations: Vec<String>,
}

impl Command {
    /// Runs the command, with its answer on `out`.
    pub(super) fn run(self, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
        match self {
            Self::Add(add) => add.run(settings, out),
            Self::Password { name } => set_password(&name, settings, out),
            Self::Lock { name } => set_locked(&name, true, settings, out),
            Self::Unlock { name } => set_locked(&name, false, settings, out),
            Self::SignOut { name } => sign_out(&name, settings, out),
            Self::List => list(settings, out),
        }
    }
}

impl Add {
    fn run(self, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
        let name = self.name.clone();
        let organisations = self.organisations.join(", ");
        let not_made = |error: &dyn std::error::Error| {
            Failure::because(
                format!("user {name} was not made (organisations: {organisations})"),
                error,
            )
        };
        let user = self.into_user().map_err(|error| not_made(&error))?;
        let password = password::read()?;
        let made = with_application(settings, async |application| {
            application.accounts().add_user(user, password).await
        })?;
        made.map_err(|error| not_made(&error))?;
        writeln!(out, "made the user {name}")?;
        Ok(())
    }

    fn into_user(self) -> Result<NewUser, dto::InvalidOrganisationId> {
        let organisations: Result<Vec<OrganisationId>, _> =
            self.organisations.iter().map(|id| id.parse()).collect();
        Ok(NewUser {
            user_name: self.name,
            email: self.email,
            display_name: self.display_name,
            roles: self.roles,
            password_hash: String::new(),
            organisations: organisations?,
        })
    }
}

fn set_password(name: &str, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let password = password::read()?;
    let set = with_application(settings, async |application| {
        application.accounts().set_password(name, password).await
    })?;
    set.map_err(|error| Failure::because(format!("user {name} has the password it had"), &error))?;
    writeln!(out, "changed the password of the user {name}")?;
    Ok(())
}

fn set_locked(
    name: &str,
    is_locked: bool,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let set = with_application(settings, async |application| {
        application.accounts().set_locked(name, is_locked).await
    })?;
    set.map_err(|error| Failure::because(format!("user {name} is as before"), &error))?;
    let done = if is_locked { "locked" } else { "unlocked" };
    writeln!(out, "{done} the user {name}")?;
    Ok(())
}

fn sign_out(name: &str, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let done = with_application(settings, async |application| {
        application.accounts().sign_out(name).await
    })?;
    done.map_err(|error| Failure::because(format!("user {name} was not signed out"), &error))?;
    writeln!(out, "ended all sessions and tokens of the user {name}")?;
    Ok(())
}

fn list(settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let listed = with_application(settings, async |application| {
        application.accounts().users().await
    })?;
    for user in listed.map_err(|error| Failure::because("cannot list users", &error))? {
        writeln!(out, "{}", line(&user))?;
    }
    Ok(())
}

/// Name, e-mail address, default organisation and roles, by tabs; `-` for none. A locked user has
/// one word more.
fn line(user: &User) -> String {
    let organisation = user.default_organisation.as_ref().map(ToString::to_string);
    let roles = (!user.roles.is_empty()).then(|| user.roles.join(","));
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let parts = [
        user.user_name.clone(),
        or_dash(user.email.clone()),
        or_dash(organisation),
        or_dash(roles),
    ];
    let locked = if user.is_locked { "\tlocked" } else { "" };
    parts.join("\t") + locked
}
