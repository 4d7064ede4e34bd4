//! The key that seals pending two-factor secrets: read from the settings or made once in the data folder.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use data_encoding::{BASE64, HEXLOWER};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::key_file::warn_if_shared;
use crate::randomness::{NoRandomness, random_bytes};
use crate::settings::SealingKeySource;

/// Bytes of an AES-256 key.
pub const SEALING_KEY_LENGTH: usize = 32;

/// A sealing key; wiped when dropped.
pub type SealingKey = Zeroizing<[u8; SEALING_KEY_LENGTH]>;

/// Why there is no sealing key.
#[derive(Debug, thiserror::Error)]
pub enum SealingKeyError {
    /// The text is something else than base64 of 32 bytes.
    #[error("must be base64 of {SEALING_KEY_LENGTH} bytes (44 characters)")]
    Malformed,
    /// The key file in the data folder holds something else than a key.
    #[error("{path} must hold base64 of {SEALING_KEY_LENGTH} bytes (44 characters)")]
    MalformedFile {
        /// The file.
        path: PathBuf,
    },
    /// The key file in the data folder cannot be read or made.
    #[error("cannot read or make {path}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A new key is needed, and there are no random bytes.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// Decodes a key from its text.
///
/// # Errors
/// [`SealingKeyError::Malformed`], which does not hold the text.
pub fn decode_sealing_key(text: &SecretString) -> Result<SealingKey, SealingKeyError> {
    let bytes = BASE64
        .decode(text.expose_secret().trim().as_bytes())
        .map(Zeroizing::new);
    let bytes = bytes.map_err(|_| SealingKeyError::Malformed)?;
    let array = <[u8; SEALING_KEY_LENGTH]>::try_from(bytes.as_slice());
    array
        .map(Zeroizing::new)
        .map_err(|_| SealingKeyError::Malformed)
}

/// The key of `source`. In the data folder it is made with `fresh` when the file does not exist; two processes
/// that start at once agree on one key, because only one of them can create the file.
///
/// # Errors
/// A malformed key, or a file that cannot be read or made.
pub fn load_sealing_key(
    source: &SealingKeySource,
    data_dir: &Path,
    fresh: impl FnOnce() -> Result<SealingKey, NoRandomness>,
) -> Result<SealingKey, SealingKeyError> {
    let SealingKeySource::Given(text) = source else {
        return in_file(&SealingKeySource::file_in(data_dir), fresh);
    };
    decode_sealing_key(text)
}

fn in_file(
    path: &Path,
    fresh: impl FnOnce() -> Result<SealingKey, NoRandomness>,
) -> Result<SealingKey, SealingKeyError> {
    let failed = |source| SealingKeyError::File {
        path: path.to_owned(),
        source,
    };
    if !path.try_exists().map_err(failed)? {
        match create(path, &fresh()?, &*random_bytes()?) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
    }
    warn_if_shared(path);
    let text = fs::read_to_string(path).map(SecretString::from);
    decode_sealing_key(&text.map_err(failed)?).map_err(|_| SealingKeyError::MalformedFile {
        path: path.to_owned(),
    })
}

/// Writes the key aside and links it into place, so that no reader ever sees half of it. The name
/// aside is a random one: a process that broke off may have left another behind.
fn create(path: &Path, key: &SealingKey, name: &[u8; 8]) -> io::Result<()> {
    let aside = path.with_extension(format!("{}.new", HEXLOWER.encode(name)));
    let mut file = private_file(&aside)?;
    let text = Zeroizing::new(BASE64.encode(key.as_slice()));
    let written = writeln!(file, "{}", text.as_str()).and_then(|()| file.sync_all());
    let linked = written.and_then(|()| fs::hard_link(&aside, path));
    fs::remove_file(&aside)?;
    linked
}

#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<fs::File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of(byte: u8) -> SealingKey {
        Zeroizing::new([byte; SEALING_KEY_LENGTH])
    }

    #[test]
    fn the_first_start_makes_a_private_key_and_later_starts_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let source = SealingKeySource::DataDir;
        let first = load_sealing_key(&source, folder.path(), || Ok(key_of(7))).unwrap();
        let second = load_sealing_key(&source, folder.path(), || Ok(key_of(8))).unwrap();
        assert_eq!((*first, *second), ([7; 32], [7; 32]));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let path = SealingKeySource::file_in(folder.path());
            assert_eq!(
                fs::metadata(path).unwrap().permissions().mode() & 0o777,
                0o600
            );
        }
    }

    #[test]
    fn a_damaged_key_file_is_an_error_and_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = SealingKeySource::file_in(folder.path());
        fs::write(&path, "half a k").unwrap();
        let made = load_sealing_key(&SealingKeySource::DataDir, folder.path(), || Ok(key_of(7)));
        assert!(matches!(made, Err(SealingKeyError::MalformedFile { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "half a k");
    }

    #[test]
    fn a_given_key_is_decoded_or_refused() {
        let good = SecretString::from(BASE64.encode(&[3; 32]));
        assert_eq!(*decode_sealing_key(&good).unwrap(), [3; 32]);
        for bad in ["", "short", "!!", &BASE64.encode(&[3; 31])] {
            assert!(
                matches!(
                    decode_sealing_key(&bad.into()),
                    Err(SealingKeyError::Malformed)
                ),
                "{bad}"
            );
        }
    }
}
