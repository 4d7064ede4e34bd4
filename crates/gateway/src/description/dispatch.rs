use super::explorer::EXPLORER;
use super::operations_metadata::OPERATIONS_METADATA;
use super::types_index::TYPES_INDEX;
use super::types_metadata::TYPES_METADATA;
use super::{DescriptionSettings, Tool};

/// The tool that a path leads to, by its decoded segments in any case.
///
/// Custom routes come before, so that an application can have any of these paths for itself.
pub(crate) fn find(
    segments: &[impl AsRef<str>],
    settings: &DescriptionSettings,
) -> Option<&'static Tool> {
    // No tool has a deeper path that decides.
    let lowered: Vec<String> = segments
        .iter()
        .take(3)
        .map(|segment| segment.as_ref().to_ascii_lowercase())
        .collect();
    let lowered: Vec<&str> = lowered.iter().map(String::as_str).collect();
    named(&lowered).filter(|tool| (tool.is_on)(settings))
}

/// One line a path; a suffix that names a format is not part of it.
fn named(path: &[&str]) -> Option<&'static Tool> {
    Some(match path {
        ["operations", "metadata"] => &OPERATIONS_METADATA,
        ["ui", ..] => &EXPLORER,
        ["types"] => &TYPES_INDEX,
        ["types", "metadata"] => &TYPES_METADATA,
        _ => return None,
    })
}
