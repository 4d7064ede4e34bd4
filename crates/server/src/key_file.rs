//! Files that hold secrets.

use std::path::Path;

/// Says of a file with a secret that others can read it. It is not refused, since it may be meant.
#[cfg(unix)]
pub(crate) fn warn_if_shared(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let metadata = std::fs::metadata(path);
    let mode = metadata.map_or(0, |metadata| metadata.permissions().mode());
    if mode & 0o077 != 0 {
        tracing::warn!(path = %path.display(), "a file with a secret can be read by others than its owner");
    }
}

#[cfg(not(unix))]
pub(crate) fn warn_if_shared(_path: &Path) {}
