//! `check`

use std::io::Write;

use super::Failure;
use crate::settings::{Settings, Sources};

/// Says that the configuration is valid, or fails with all its faults.
pub(super) fn run(sources: &Sources, out: &mut dyn Write) -> Result<(), Failure> {
    Settings::load(sources)?;
    writeln!(out, "the configuration is valid")?;
    Ok(())
}
