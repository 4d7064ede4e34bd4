//! One file a language.

pub(super) mod csharp;
pub(super) mod javascript;
pub(super) mod python;
pub(super) mod typescript;
pub(super) mod typescript_definitions;
