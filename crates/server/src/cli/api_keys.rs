//! `api-keys add`, `api-keys list`, `api-keys revoke`

use std::io::Write;
use std::time::Duration;

use clap::{Args, Subcommand};
use contract::DateTime;
use identity::ApiKeyRecord;

use super::{Failure, with_application};
use crate::settings::Settings;

const DAY: u64 = 24 * 60 * 60;

/// Make, list and revoke API keys.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make an API key with all rights of a user; it is printed this once
    Add(Add),
    /// List API keys, those that are revoked or expired too
    List {
        /// Only those of the user with this name or e-mail address
        user: Option<String>,
    },
    /// Revoke an API key for ever
    Revoke {
        /// Its number, as the list shows it
        id: i64,
    },
}

/// What a new key is.
#[derive(Debug, Args)]
pub(super) struct Add {
    /// The name or e-mail address of the user who it acts for
    user: String,
    /// What it is for, at most 64 characters
    #[arg(long, default_value = "")]
    name: String,
    /// Days until it expires [default: never]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    days: Option<u16>,
}

impl Command {
    /// Runs the command, with its answer on `out`.
    pub(super) fn run(self, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
        match self {
            Self::Add(add) => add.run(settings, out),
            Self::List { user } => list(user.as_deref(), settings, out),
            Self::Revoke { id } => revoke(id, settings, out),
        }
    }
}

impl Add {
    /// The key alone on the last line, for scripts.
    fn run(self, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
        let Self { user, name, days } = self;
        let lifetime = days.map(|days| Duration::from_secs(u64::from(days) * DAY));
        let made = with_application(settings, async |application| {
            application.api_keys().add(&user, &name, lifetime).await
        })?;
        let (key, record) = made.map_err(|error| {
            Failure::because(format!("no API key was made for the user {user}"), &error)
        })?;
        let id = record.id;
        writeln!(
            out,
            "made the API key {id} of the user {user}; it is shown this once:"
        )?;
        writeln!(out, "{}", key.expose())?;
        Ok(())
    }
}

fn list(user: Option<&str>, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let listed = with_application(settings, async |application| {
        let users = application.accounts().users().await;
        (application.api_keys().list(user).await, users)
    })?;
    let because = |error: &dyn std::error::Error| Failure::because("cannot list API keys", error);
    let keys = listed.0.map_err(|error| because(&error))?;
    let users = listed.1.map_err(|error| because(&error))?;
    for key in keys {
        let owner = users.iter().find(|user| user.id == key.user_id);
        let owner = owner.map_or("-", |user| &user.user_name);
        writeln!(out, "{}", line(&key, owner, crate::now()))?;
    }
    Ok(())
}

fn revoke(id: i64, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let revoked = with_application(settings, async |application| {
        application.api_keys().revoke(id).await
    })?;
    revoked.map_err(|error| Failure::because(format!("API key {id} was not revoked"), &error))?;
    writeln!(out, "revoked the API key {id}")?;
    Ok(())
}

/// Number, user, first characters, state, days of making and expiry, name, by tabs; `-` for none.
fn line(key: &ApiKeyRecord, owner: &str, now: Duration) -> String {
    let state = match key.revoked {
        Some(_) => "revoked",
        None if key.is_good(now) => "good",
        None => "expired",
    };
    let name = if key.name.is_empty() { "-" } else { &key.name };
    let parts = [
        &key.id.to_string(),
        owner,
        &format!("{}…", key.shown),
        state,
        &day(key.created),
        &key.expires.map_or("-".to_owned(), day),
        name,
    ];
    parts.join("\t")
}

/// The day of a time since 1970: `2026-01-31`.
fn day(time: Duration) -> String {
    let milliseconds = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    let date = DateTime::from_unix_milliseconds(milliseconds);
    let text = date.map(|date| date.to_string()).unwrap_or_default();
    text.chars().take("2026-01-31".len()).collect()
}
