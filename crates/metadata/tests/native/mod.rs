//! Native types: golden files, selection, the head that update tools read, hostile descriptions.

mod golden;
mod header;
mod hostile;
mod options;
mod page;
mod selection;
mod structure;

use metadata::MetadataTypes;
use metadata::native::{NativeTypesOptions, Stamp, find_language, generate};

/// The description that a ServiceStack host gave of itself.
pub(crate) fn recorded() -> MetadataTypes {
    serde_json::from_str(crate::RECORDED).unwrap()
}

/// A description with what the recorded one lacks: descriptions, attributes, tags, generics, reserved
/// words, text that tries to leave comments and literals.
pub(crate) fn rich() -> MetadataTypes {
    serde_json::from_str(include_str!("../data/rich-metadata.json")).unwrap()
}

pub(crate) const STAMP: Stamp<'_> = Stamp {
    base_url: "https://api.example.org",
    date: "2026-11-24 13:00:00",
    version: "6.110",
};

/// What `/types/{key}?{query}` answers.
pub(crate) fn source(key: &str, types: &MetadataTypes, query: &[(&str, &str)]) -> String {
    let options = NativeTypesOptions::from_query(query.iter().copied()).unwrap();
    generate(find_language(key).unwrap(), types, &options, &STAMP)
}
