//! How Rust names become CLR names.

use syn::Ident;
use syn::ext::IdentExt;

/// `organisation_id` is `OrganisationId`, `r#type` is `Type`.
pub(crate) fn pascal_case(field: &Ident) -> String {
    let name = field.unraw().to_string();
    name.split('_').map(capitalized).collect()
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_ascii_uppercase().to_string() + characters.as_str()
    })
}

/// The namespace of types that state none: the crate's name, capitalized.
pub(crate) fn default_namespace() -> String {
    let package = std::env::var("CARGO_PKG_NAME").unwrap_or_default();
    package.split(['-', '_']).map(capitalized).collect()
}
