//! Secrets: given as they are, or as `KEY_file` that names a file holding them.

use std::fs;

use secrecy::SecretString;

use super::Section;
use crate::settings::source::{Entry, Given};

impl Section<'_, '_> {
    /// The secret `key`, or the content of the file that `file_key` names, without white space at its ends.
    /// Of the two the one from the higher layer wins; both in one layer are a fault. `check` says what is wrong with
    /// the secret; like every other message, its answer must not hold it.
    pub(in crate::settings) fn secret(
        &mut self,
        key: &'static str,
        file_key: &'static str,
        check: impl Fn(&SecretString) -> Result<(), String>,
    ) -> Option<SecretString> {
        let (value, file) = (self.optional(key), self.optional(file_key));
        let rank = |entry: Option<&Entry>| entry.map(|entry| entry.origin.rank());
        let (key, entry, secret) = match (value, file) {
            (Some(_), Some(file)) if rank(value) == rank(Some(file)) => {
                self.fault_at(file_key, file, format!("and {key} are both set; keep one"));
                return None;
            }
            (Some(value), _) if rank(Some(value)) > rank(file) => {
                (key, value, self.inline(key, value)?)
            }
            (_, Some(file)) => (file_key, file, self.read_file(file_key, file)?),
            _ => return None,
        };
        let checked = check(&secret);
        checked
            .map_err(|message| self.fault_at(key, entry, message))
            .ok()
            .map(|()| secret)
    }

    fn inline(&mut self, key: &'static str, entry: &Entry) -> Option<SecretString> {
        match &entry.given {
            Given::Text(text) | Given::Untyped(text) if !text.trim().is_empty() => {
                Some(text.trim().into())
            }
            _ => {
                self.fault_at(key, entry, "must be text that is not empty");
                None
            }
        }
    }

    fn read_file(&mut self, key: &'static str, entry: &Entry) -> Option<SecretString> {
        let (Given::Text(path) | Given::Untyped(path)) = &entry.given else {
            return self.wrong_type(key, entry, "a path in quotes");
        };
        match fs::read_to_string(path) {
            Ok(text) if text.trim().is_empty() => {
                self.fault_at(key, entry, format!("names \"{path}\", which is empty"));
                None
            }
            Ok(text) => {
                self.reader.secret_files.push(path.into());
                Some(text.trim().into())
            }
            Err(error) => {
                self.fault_at(
                    key,
                    entry,
                    format!("names \"{path}\", which cannot be read: {error}"),
                );
                None
            }
        }
    }
}
