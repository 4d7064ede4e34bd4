use metadata::native::find_language;

use super::app_metadata::APP_METADATA;
use super::explorer::EXPLORER;
use super::native_types::NATIVE_TYPES;
use super::openapi::OPENAPI;
use super::operations_metadata::OPERATIONS_METADATA;
use super::pages::{METADATA, OPERATION_METADATA, is_shown_format};
use super::postman::POSTMAN;
use super::swagger_ui::SWAGGER_UI;
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
        ["metadata", "app"] => &APP_METADATA,
        ["openapi"] => &OPENAPI,
        ["operations", "metadata"] => &OPERATIONS_METADATA,
        ["ui", ..] => &EXPLORER,
        ["postman"] => &POSTMAN,
        ["swagger-ui", ..] => &SWAGGER_UI,
        ["types"] => &TYPES_INDEX,
        ["metadata"] => &METADATA,
        [format, "metadata"] if is_shown_format(format) => &OPERATION_METADATA,
        ["types", "metadata"] => &TYPES_METADATA,
        ["types", language] if find_language(language).is_some() => &NATIVE_TYPES,
        _ => return None,
    })
}
