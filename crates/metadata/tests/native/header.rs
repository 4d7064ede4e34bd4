use metadata::native::LANGUAGES;

use super::{recorded, source};

/// What update tools send back: the lines between `BaseUrl` and the end of the comment that are not
/// commented within it.
fn sent_back(text: &str) -> Vec<(String, String)> {
    // The head of VB.NET and Zig ends where the prefix of its lines does.
    let prefix = ["'", "/// "]
        .into_iter()
        .find(|prefix| text.starts_with(prefix));
    let mut lines = text.lines().map_while(|line| match prefix {
        Some(prefix) => line.strip_prefix(prefix),
        None => Some(line),
    });
    lines
        .find(|line| line.starts_with("BaseUrl: "))
        .expect("no BaseUrl");
    let ends = ["*/", "*)", "\"\"\"", "=end"];
    let comments = ["//", "#", "'"];
    lines
        .take_while(|line| !ends.iter().any(|end| line.starts_with(end)))
        .filter(|line| !comments.iter().any(|comment| line.starts_with(comment)))
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[test]
fn stated_options_come_back_and_no_others() {
    for language in LANGUAGES {
        let stated = [("includetypes", "Hello.*"), ("addreturnmarker", "false")];
        let mut back = sent_back(&source(language.key, &recorded(), &stated));
        back.sort();
        assert_eq!(
            back,
            [
                ("AddReturnMarker".to_owned(), "False".to_owned()),
                ("IncludeTypes".to_owned(), "Hello.*".to_owned()),
            ],
            "{}",
            language.key
        );
        assert_eq!(
            sent_back(&source(language.key, &recorded(), &[])),
            [],
            "{}",
            language.key
        );
    }
}

#[test]
fn an_update_gives_the_same_file() {
    let stated = [
        ("IncludeTypes", "Conformance/*,*.Nested"),
        ("ExcludeTypes", "Raw"),
    ];
    for language in LANGUAGES {
        let first = source(language.key, &recorded(), &stated);
        let back = sent_back(&first);
        let query: Vec<_> = back
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            source(language.key, &recorded(), &query),
            first,
            "{}",
            language.key
        );
    }
}

#[test]
fn no_option_leaves_the_comment_or_reaches_the_code() {
    let hostile = "*/ evil(); /* \"\"\" *) ?> =end\nBaseUrl: x";
    for language in LANGUAGES {
        let plain = source(language.key, &recorded(), &[]);
        for option in [
            "GlobalNamespace",
            "Package",
            "ExcludeTypes",
            "DefaultImports",
            "BaseClass",
        ] {
            let text = source(language.key, &recorded(), &[(option, hostile)]);
            let hits: Vec<_> = text
                .lines()
                .filter(|line| line.contains("evil();"))
                .collect();
            assert_eq!(hits.len(), 1, "{} {option}: {hits:?}", language.key);
            let at = |text: &str| {
                text.lines()
                    .position(|line| line.contains("BaseUrl: "))
                    .unwrap()
            };
            assert_eq!(at(&text), at(&plain), "{} {option}", language.key);
            let marks = ["*/", "*)", "\"\"\"", "?>", "=end\n"];
            assert!(
                marks.iter().all(|mark| !hits[0].contains(mark)),
                "{} {option}",
                language.key
            );
        }
    }
}

#[test]
fn the_head_can_be_left_out() {
    for language in LANGUAGES {
        let text = source(language.key, &recorded(), &[("WithoutOptions", "true")]);
        assert!(!text.contains("BaseUrl"), "{}", language.key);
    }
}
