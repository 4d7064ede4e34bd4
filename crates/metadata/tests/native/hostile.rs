//! A description of another host may hold anything in its texts: none of it ends a comment, a
//! literal or a line. A hostile text and a harmless one make files of the same shape.

use metadata::MetadataTypes;
use metadata::native::{LANGUAGES, source_of_operation};
use serde_json::Value;

use super::source;

const HOSTILE: [&str; 6] = [
    "*/ evil(); /*",
    "\"\"\" ''' *) (* =end\n=begin\r\nevil()\u{2028}evil()",
    "\\\" + evil() + \\\" ' + evil() + ' ` + evil() + `",
    "</script><script>evil()</script>",
    "${evil()} #{evil()} $(evil()) {{evil()}} %{evil}",
    "?> <?php evil(); \0\u{7}\u{202e}live\\u002a/ --> ]]>",
];
/// With a blank, so that names are written as if they were hostile.
const HARMLESS: &str = " fine";

/// What ends a comment or a line in one of the languages, or opens what is no text.
const ENDS: [&str; 8] = [
    "*/", "*)", "\"\"\"", "'''", "?>", "\u{2028}", "\u{202e}", "\0",
];

const DATA: &str = include_str!("../data/rich-metadata.json");

/// Members whose texts other members do not refer to.
const FREE: &str = "description notes summary tags enumDescriptions enumMemberValues path value \
    requiredRoles requiresAnyRole";

/// The description with `text` behind every free text and in every option that is one.
fn with(text: &str, options: bool) -> MetadataTypes {
    let mut document: Value = serde_json::from_str(DATA).unwrap();
    spread(&mut document, text, "");
    let mut types: MetadataTypes = serde_json::from_value(document).unwrap();
    let config = types.config.get_or_insert_default();
    if options {
        let text = || Some(text.to_owned());
        config.base_url = text();
        config.base_class = text();
        config.package = text();
        config.global_namespace = text();
        config.data_class = text();
        config.data_class_json = text();
        config.add_default_xml_namespace = text();
        config.add_data_contract_attributes = true;
        let list = || text().into_iter().collect::<Vec<_>>();
        config.default_namespaces = list();
        config.default_imports = list();
        config.add_namespaces = list();
        config.treat_types_as_strings = list();
        config.exclude_types = list();
    }
    types
}

fn spread(value: &mut Value, text: &str, member: &str) {
    match value {
        Value::Object(members) => {
            // A type is named where it is used; a property is not.
            let is_property = members.contains_key("type");
            for (name, inner) in members {
                let own = if name == "name" && is_property {
                    "description"
                } else {
                    name
                };
                spread(inner, text, own);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| spread(item, text, member)),
        Value::String(own) if FREE.split_whitespace().any(|free| free == member) => {
            own.push_str(text);
        }
        _ => {}
    }
}

/// Compares a source with the one of a harmless text, line by line.
fn assert_same_shape(case: &str, written: &str, harmless: &str) {
    let count = written.lines().count();
    assert_eq!(count, harmless.lines().count(), "{case}\n{written}");
    for (line, harmless) in written.lines().zip(harmless.lines()) {
        match delimiter(harmless, case) {
            Some(quote) => {
                let marks = |line: &str| open_marks(line, quote, case);
                assert_eq!(marks(line), marks(harmless), "{case}: {line}");
            }
            None => {
                // Ruby's comments end at the start of a line.
                assert_eq!(
                    line.starts_with('='),
                    harmless.starts_with('='),
                    "{case}: {line}"
                );
                for end in ENDS {
                    let (left, right) = (line.matches(end).count(), harmless.matches(end).count());
                    assert_eq!(left, right, "{case}: {end:?} in {line}");
                }
            }
        }
    }
}

/// What the literal that holds the text is written between; `None` if it stands in a comment or is
/// part of a name.
fn delimiter(line: &str, case: &str) -> Option<char> {
    let marks: &[&str] = match case.split_once(' ').map(|(key, _)| key) {
        Some("vbnet") => &["'"],
        Some("python" | "ruby") => &["#"],
        _ => &["//", "/*", "*", "(*"],
    };
    let is_comment = marks.iter().any(|mark| line.trim_start().starts_with(mark));
    if is_comment {
        return None;
    }
    let (mut open, mut is_escaped) = (None, false);
    for (place, letter) in line.char_indices() {
        if line[place..].starts_with(HARMLESS) && open.is_some() {
            return open;
        }
        match open {
            Some(quote) if letter == quote && !is_escaped => open = None,
            None if "\"'`".contains(letter) => open = Some(letter),
            _ => {}
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    None
}

/// The delimiters that nothing takes the meaning of, and where one opens an expression in a text,
/// the dollars.
fn open_marks(line: &str, quote: char, case: &str) -> usize {
    if case.starts_with("vbnet") {
        // A doubled quote is one of the text.
        return line.matches(quote).count() % 2;
    }
    let opens = case.starts_with("kotlin") || case.starts_with("dart");
    let mut is_escaped = false;
    let is_open = |letter: &char| {
        let is_mark = *letter == quote || (opens && *letter == '$');
        let counts = is_mark && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        counts
    };
    line.chars().filter(is_open).count()
}

#[test]
fn no_text_breaks_out_of_where_it_stands() {
    for options in [false, true] {
        let harmless = with(HARMLESS, options);
        for language in LANGUAGES {
            let expected = source(language.key, &harmless, &[]);
            assert!(expected.matches(HARMLESS).count() > 10, "{expected}");
            for text in HOSTILE {
                let written = source(language.key, &with(text, options), &[]);
                let case = format!("{} {text:?}", language.key);
                assert_same_shape(&case, &written, &expected);
            }
        }
    }
}

#[test]
fn nor_does_it_on_an_operations_page() {
    let harmless = with(HARMLESS, true);
    for language in LANGUAGES {
        let expected = source_of_operation(language, &harmless, "FindItems");
        for text in HOSTILE {
            let written = source_of_operation(language, &with(text, true), "FindItems");
            let case = format!("{} {text:?}", language.key);
            assert_same_shape(&case, &written, &expected);
        }
    }
}
