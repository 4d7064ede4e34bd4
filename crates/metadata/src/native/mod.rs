//! Native types: the source of an API's DTOs in the languages that clients are written in.
//!
//! [`generate`] makes the whole file that `/types/{language}` answers, [`source_of_operation`] the
//! part of it that an operation's page shows. All languages share one walk: the description becomes a
//! [`catalog`] of declarations with resolved types, [`selection`] takes those that the options ask
//! for, [`order`] puts them in a deterministic order, and the file of the language writes them.
//!
//! Adding a language is a file in `languages/` and a line in [`LANGUAGES`].
//!
//! A description may come from another host, so none of its text is trusted: names pass through
//! [`identifier`], everything else through [`escape`] before it is written.

mod api;
mod attribute;
mod catalog;
mod collections;
mod declaration;
mod doc_comment;
mod enumeration;
mod escape;
mod excerpt;
mod header;
mod identifier;
mod language;
mod languages;
mod letter_case;
mod options;
mod order;
mod property;
mod remark;
mod selection;
mod source;
pub(crate) mod type_parser;
mod type_ref;
mod type_syntax;
mod well_known;

use crate::MetadataTypes;
use api::Api;
use source::Source;

pub use excerpt::select;
pub use language::{LANGUAGES, Language, find_language};
pub use options::{NativeTypesOptions, OptionError};

/// What the head of a generated file says about its making.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    /// The address that clients reach the host by, without a slash at its end.
    pub base_url: &'a str,
    /// When the file was made, `2026-11-24 13:00:00`.
    pub date: &'a str,
    /// The version of the host.
    pub version: &'a str,
}

/// The source file of the types of `types` that `options` select, in `language`.
pub fn generate(
    language: &Language,
    types: &MetadataTypes,
    options: &NativeTypesOptions,
    stamp: &Stamp<'_>,
) -> String {
    let config = options.applied_to(language, types.config.as_ref());
    let api = Api::new(language, types, &config, stamp.base_url);
    let mut source = Source::default();
    if !options.without_header() {
        header::write(language, &config, options, stamp, &mut source);
    }
    (language.write)(&api, &mut source);
    source.finish()
}

/// What an operation's page shows of it in `language`: its request and response DTO with all that
/// they refer to, without the head, ServiceStack's own types, routes and what a client calls it by.
pub fn source_of_operation(language: &Language, types: &MetadataTypes, operation: &str) -> String {
    let mut types = types.clone();
    for described in &mut types.operations {
        described.routes = None;
    }
    let options = NativeTypesOptions::of_operation(operation);
    let config = options.applied_to(language, types.config.as_ref());
    let api = Api::new(language, &types, &config, "");
    let mut source = Source::default();
    (language.write)(&api, &mut source);
    source.finish().trim_matches('\n').to_owned()
}
