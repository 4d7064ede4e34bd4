//! One file a language.

pub(super) mod typescript;
pub(super) mod typescript_definitions;
