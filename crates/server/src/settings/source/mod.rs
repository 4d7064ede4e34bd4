//! The four layers: where values come from, before anything is known about their meaning.

mod environment;
mod file;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use super::fault::{Fault, Origin};

/// Where the settings are to be read from.
#[derive(Debug, Default)]
pub struct Sources {
    /// The file given with `--config`.
    pub file: Option<PathBuf>,
    /// Environment variables, name and value; those without the prefix `FOUNDRY__` are not looked at.
    pub environment: Vec<(String, OsString)>,
    /// Settings given on the command line.
    pub flags: Vec<Flag>,
}

/// One setting given on the command line.
#[derive(Debug)]
pub struct Flag {
    /// The flag as typed, `--bind`.
    pub name: &'static str,
    /// The section that it sets.
    pub section: &'static str,
    /// The key that it sets.
    pub key: &'static str,
    /// The value as typed.
    pub value: String,
}

/// A value as it was written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Given {
    /// From a variable or a flag: text that the asked-for type parses.
    Untyped(String),
    /// A TOML string.
    Text(String),
    /// A TOML integer.
    Integer(i64),
    /// A TOML boolean.
    Boolean(bool),
    /// A TOML type that no setting has, by its name.
    Other(&'static str),
}

/// A value and where it was given.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) given: Given,
    pub(super) origin: Origin,
}

/// The winning value of every key, by section.
#[derive(Debug, Default)]
pub(super) struct Layers {
    pub(super) sections: BTreeMap<String, BTreeMap<String, Entry>>,
    /// Sections by the place that named them first, also those without a key.
    pub(super) named: BTreeMap<String, Origin>,
}

const DEFAULTS: &str = include_str!("../../../../../config/gateway.toml");

impl Layers {
    /// Reads every source, lowest layer first. What cannot be read at all is a fault; the rest goes on.
    pub(super) fn gather(sources: &Sources) -> (Self, Vec<Fault>) {
        let mut layers = Self::default();
        let mut faults = Vec::new();
        file::add_text(DEFAULTS, None, &mut layers, &mut faults);
        if let Some(path) = &sources.file {
            file::add(path, &mut layers, &mut faults);
        }
        environment::add(&sources.environment, &mut layers, &mut faults);
        for flag in &sources.flags {
            let origin = Origin::Flag { name: flag.name };
            layers.put(
                flag.section,
                flag.key,
                Given::Untyped(flag.value.clone()),
                origin,
            );
        }
        (layers, faults)
    }

    fn put(&mut self, section: &str, key: &str, given: Given, origin: Origin) {
        self.name_section(section, &origin);
        let keys = self.sections.entry(section.to_owned()).or_default();
        keys.insert(key.to_owned(), Entry { given, origin });
    }

    fn name_section(&mut self, section: &str, origin: &Origin) {
        self.named
            .entry(section.to_owned())
            .or_insert_with(|| origin.clone());
    }
}
