//! Where the workspace is.

use std::path::Path;

/// The folder that holds the workspace's Cargo.toml.
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}
