//! Typed reading of one section: each read names a key, states its type and range, and records what is wrong.

mod nearest;
mod secret;

use std::fmt::Display;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use super::fault::{Fault, Origin};
use super::source::{Entry, Given, Layers};

/// A setting that is one of a few words.
pub(super) trait Choice: Copy + 'static {
    /// Every word and what it stands for.
    const NAMES: &'static [(&'static str, Self)];
}

/// Reads sections, and remembers which ones there are.
pub(super) struct Reader<'a> {
    layers: &'a Layers,
    faults: &'a mut Vec<Fault>,
    known: Vec<&'static str>,
    /// The files that secrets were read from.
    pub(super) secret_files: Vec<PathBuf>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(layers: &'a Layers, faults: &'a mut Vec<Fault>) -> Self {
        Self {
            layers,
            faults,
            known: Vec::new(),
            secret_files: Vec::new(),
        }
    }

    /// Reads one section with `read`, then refuses the keys that `read` did not ask for.
    pub(super) fn section<T>(
        &mut self,
        name: &'static str,
        read: fn(&mut Section<'_, 'a>) -> Option<T>,
    ) -> Option<T> {
        self.known.push(name);
        let mut section = Section {
            name,
            reader: self,
            known: Vec::new(),
        };
        let value = read(&mut section);
        section.refuse_unknown_keys();
        value
    }

    /// Records a fault of a key that was read already.
    pub(super) fn fault(&mut self, section: &'static str, key: &str, message: &str) {
        let entry = self
            .layers
            .sections
            .get(section)
            .and_then(|keys| keys.get(key));
        let origin = entry.map_or(Origin::Defaults, |entry| entry.origin.clone());
        self.faults
            .push(Fault::at(&origin, format!("{section}.{key} {message}")));
    }

    /// Refuses the sections that nothing asked for.
    pub(super) fn refuse_unknown_sections(&mut self) {
        for (name, origin) in &self.layers.named {
            if !self.known.contains(&name.as_str()) {
                let hint = nearest::hint(name, &self.known);
                let message = format!("there is no section [{name}]; {hint}");
                self.faults.push(Fault::at(origin, message));
            }
        }
    }
}

/// One section being read.
pub(super) struct Section<'r, 'a> {
    name: &'static str,
    reader: &'r mut Reader<'a>,
    known: Vec<&'static str>,
}

impl<'a> Section<'_, 'a> {
    /// A number within `range`.
    pub(super) fn integer<T>(&mut self, key: &'static str, range: RangeInclusive<T>) -> Option<T>
    where
        T: TryFrom<i64> + PartialOrd + Display,
    {
        let entry = self.required(key)?;
        let number = match &entry.given {
            Given::Integer(number) => Some(*number),
            Given::Untyped(text) => text.trim().parse::<i64>().ok(),
            _ => None,
        };
        let Some(number) = number else {
            return self.wrong_type(key, entry, "a whole number");
        };
        let value = T::try_from(number)
            .ok()
            .filter(|value| range.contains(value));
        if value.is_none() {
            let (low, high) = (range.start(), range.end());
            self.fault_at(
                key,
                entry,
                format!("is {number}; allowed is {low} to {high}"),
            );
        }
        value
    }

    /// A whole number of seconds within `range`.
    pub(super) fn seconds(
        &mut self,
        key: &'static str,
        range: RangeInclusive<u64>,
    ) -> Option<Duration> {
        self.integer(key, range).map(Duration::from_secs)
    }

    /// A whole number of milliseconds within `range`.
    pub(super) fn milliseconds(
        &mut self,
        key: &'static str,
        range: RangeInclusive<u64>,
    ) -> Option<Duration> {
        self.integer(key, range).map(Duration::from_millis)
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, key: &'static str) -> Option<bool> {
        let entry = self.required(key)?;
        match &entry.given {
            Given::Boolean(value) => Some(*value),
            Given::Untyped(text) if text.trim() == "true" => Some(true),
            Given::Untyped(text) if text.trim() == "false" => Some(false),
            _ => self.wrong_type(key, entry, "true or false"),
        }
    }

    /// Text whose number of characters is within `length`.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        length: RangeInclusive<usize>,
    ) -> Option<String> {
        self.parsed(key, |text| {
            let (low, high) = (length.start(), length.end());
            if length.contains(&text.chars().count()) && !text.chars().any(char::is_control) {
                Ok(text.to_owned())
            } else {
                Err(format!(
                    "must be {low} to {high} characters without control characters"
                ))
            }
        })
    }

    /// A path; not empty.
    pub(super) fn path(&mut self, key: &'static str) -> Option<PathBuf> {
        self.parsed(key, |text| match text {
            "" => Err("must not be empty".to_owned()),
            text => Ok(PathBuf::from(text)),
        })
    }

    /// An IP address with a port.
    pub(super) fn address(&mut self, key: &'static str) -> Option<SocketAddr> {
        self.parsed(key, |text| {
            text.parse().map_err(|_| {
                format!("is \"{text}\"; expected an IP address with a port, such as 127.0.0.1:8080 or [::]:8080")
            })
        })
    }

    /// One of the words of `T`.
    pub(super) fn choice<T: Choice>(&mut self, key: &'static str) -> Option<T> {
        self.parsed(key, |text| {
            let found = T::NAMES.iter().find(|(name, _)| *name == text);
            found.map(|(_, value)| *value).ok_or_else(|| {
                let names: Vec<_> = T::NAMES.iter().map(|(name, _)| *name).collect();
                format!("is \"{text}\"; {}", nearest::hint(text, &names))
            })
        })
    }

    /// Text that `parse` understands; its error says what is wrong with it.
    pub(super) fn parsed<T>(
        &mut self,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let entry = self.required(key)?;
        let (Given::Text(text) | Given::Untyped(text)) = &entry.given else {
            return self.wrong_type(key, entry, "text in quotes");
        };
        parse(text)
            .map_err(|message| self.fault_at(key, entry, message))
            .ok()
    }

    /// Records a fault of a key of this section.
    pub(super) fn fault(&mut self, key: &'static str, message: String) {
        self.reader.fault(self.name, key, &message);
    }

    fn required(&mut self, key: &'static str) -> Option<&'a Entry> {
        let entry = self.optional(key);
        if entry.is_none() {
            self.fault(key, "is not set".to_owned());
        }
        entry
    }

    fn optional(&mut self, key: &'static str) -> Option<&'a Entry> {
        self.known.push(key);
        self.reader.layers.sections.get(self.name)?.get(key)
    }

    fn wrong_type<T>(&mut self, key: &'static str, entry: &Entry, expected: &str) -> Option<T> {
        let found = match &entry.given {
            Given::Untyped(text) => format!("\"{text}\""),
            Given::Text(_) => "text".to_owned(),
            Given::Integer(number) => format!("the number {number}"),
            Given::Boolean(value) => value.to_string(),
            Given::Other(kind) => (*kind).to_owned(),
        };
        self.fault_at(key, entry, format!("must be {expected}, found {found}"));
        None
    }

    fn fault_at(&mut self, key: &'static str, entry: &Entry, message: impl Display) {
        let message = format!("{}.{key} {message}", self.name);
        self.reader.faults.push(Fault::at(&entry.origin, message));
    }

    fn refuse_unknown_keys(&mut self) {
        let Some(keys) = self.reader.layers.sections.get(self.name) else {
            return;
        };
        for (key, entry) in keys {
            if !self.known.contains(&key.as_str()) {
                let hint = nearest::hint(key, &self.known);
                let message = format!("there is no setting {}.{key}; {hint}", self.name);
                self.reader.faults.push(Fault::at(&entry.origin, message));
            }
        }
    }
}
