use super::{recorded, rich, source};

/// The names that a TypeScript file declares.
fn declared(types: &metadata::MetadataTypes, query: &[(&str, &str)]) -> Vec<String> {
    let text = source("typescript", types, query);
    text.lines()
        .filter_map(|line| line.strip_prefix("export "))
        .filter_map(|line| line.split_whitespace().nth(1))
        .map(|name| name.split('<').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_type_alone_brings_what_it_answers_and_its_interfaces() {
    let names = declared(&recorded(), &[("IncludeTypes", "Hello")]);
    assert_eq!(names, ["IReturn", "HelloResponse", "Hello"]);
}

#[test]
fn a_type_with_its_references() {
    let names = declared(&recorded(), &[("IncludeTypes", "Validated.*")]);
    assert_eq!(
        names,
        [
            "IReturn",
            "Nested",
            "ResponseError",
            "ResponseStatus",
            "ValidatedResponse",
            "Validated"
        ]
    );
}

#[test]
fn the_operations_that_refer_to_a_type() {
    let names = declared(&recorded(), &[("IncludeTypes", "*.Nested")]);
    assert!(names.contains(&"AllTypes".to_owned()) && names.contains(&"Validated".to_owned()));
    assert!(!names.contains(&"Hello".to_owned()));
}

#[test]
fn a_namespace_a_tag_and_the_start_of_a_name() {
    let names = declared(&recorded(), &[("IncludeTypes", "Conformance/*")]);
    assert!(names.contains(&"Hello".to_owned()) && !names.contains(&"ResponseStatus".to_owned()));
    let names = declared(&rich(), &[("IncludeTypes", "{items}")]);
    assert!(names.contains(&"FindItems".to_owned()) && !names.contains(&"Ping".to_owned()));
    let names = declared(&recorded(), &[("IncludeTypes", "Throw*")]);
    assert_eq!(names, ["IReturn", "ThrowResponse", "Throw"]);
}

#[test]
fn types_are_excluded_by_name_and_by_sort() {
    let names = declared(&recorded(), &[("ExcludeTypes", "Nested,HelloResponse")]);
    assert!(!names.contains(&"Nested".to_owned()) && !names.contains(&"HelloResponse".to_owned()));
    let names = declared(&recorded(), &[("ExcludeTypes", "services")]);
    assert!(!names.contains(&"Hello".to_owned()) && names.contains(&"Colour".to_owned()));
    let names = declared(&recorded(), &[("ExcludeTypes", "types")]);
    assert!(names.contains(&"Hello".to_owned()) && !names.contains(&"Colour".to_owned()));
    let names = declared(&recorded(), &[("AddServiceStackTypes", "false")]);
    assert!(
        !names.contains(&"IReturn".to_owned()) && !names.contains(&"ResponseStatus".to_owned())
    );
}

#[test]
fn an_unknown_type_selects_nothing() {
    assert_eq!(
        declared(&recorded(), &[("IncludeTypes", "Nope.*")]),
        Vec::<String>::new()
    );
}
