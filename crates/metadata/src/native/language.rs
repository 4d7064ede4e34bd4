use super::api::Api;
use super::catalog::Entry;
use super::header::HeaderStyle;
use super::languages as files;
use super::source::Source;
use crate::MetadataTypesConfig;

/// A language that DTOs are generated in.
#[derive(Debug)]
pub struct Language {
    /// Its last segment in `/types/{language}`.
    pub key: &'static str,
    /// Other segments that mean the same.
    pub aliases: &'static [&'static str],
    /// Its lines in the index at `/types`: a name and the last segment of a path.
    pub links: &'static [(&'static str, &'static str)],
    /// How people call it.
    pub name: &'static str,
    /// The content type of its source.
    pub content_type: &'static str,
    /// The comment at the head of a file.
    pub(super) header: HeaderStyle,
    /// Sets what the language has other defaults for than the host.
    pub(super) defaults: fn(&mut MetadataTypesConfig),
    /// Which of the described types its client library brings along, so that they are not declared.
    pub(super) in_library: fn(&Entry<'_>) -> bool,
    /// Names that a file needs for itself, separated by blanks: a type of that name gets a `_`
    /// behind it.
    pub(super) reserved_types: &'static str,
    /// In what order types stand in the file.
    pub(super) order: Order,
    /// Whether types of one name in two namespaces can stand in the same file.
    pub(super) has_namespaces: bool,
    /// Writes the declarations, with the imports before them.
    pub(super) write: fn(&Api<'_>, &mut Source),
}

/// In what order types stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// A base class and the types of properties before what uses them.
    Dependencies,
    /// The same, and interfaces before what implements them.
    Definitions,
    /// By namespace, then by name.
    Names,
    /// Requests, then responses, then the others.
    RequestsFirst,
}

/// Every language, in the order of ServiceStack's `/types` index.
pub const LANGUAGES: &[&Language] = &[
    &files::csharp::CSHARP,
    &files::fsharp::FSHARP,
    &files::vbnet::VBNET,
    &files::typescript::TYPESCRIPT,
    &files::typescript_definitions::TYPESCRIPT_DEFINITIONS,
    &files::javascript::JAVASCRIPT,
    &files::php::PHP,
    &files::dart::DART,
    &files::java::JAVA,
    &files::kotlin::KOTLIN,
    &files::swift::SWIFT,
    &files::python::PYTHON,
    &files::ruby::RUBY,
    &files::go::GO,
    &files::rust::RUST,
    &files::zig::ZIG,
];

/// The language of that key or alias, in any case.
pub fn find_language(key: &str) -> Option<&'static Language> {
    LANGUAGES.iter().copied().find(|language| {
        let mut names = std::iter::once(&language.key).chain(language.aliases);
        names.any(|name| name.eq_ignore_ascii_case(key))
    })
}
