use std::fs;
use std::path::PathBuf;

use metadata::native::LANGUAGES;

use super::{recorded, rich, source};

/// Compares with the files in `tests/golden/`; with `UPDATE_GOLDEN` set it writes them instead.
#[test]
fn every_language_writes_what_its_golden_files_hold() {
    let one = [(
        "IncludeTypes",
        "GenerateTwoFactorAuthenticationKeyRequest.*",
    )];
    let mut changed = Vec::new();
    for language in LANGUAGES {
        let key = language.key;
        for (name, text) in [
            ("recorded", source(key, &recorded(), &[])),
            ("two-factor", source(key, &recorded(), &one)),
            ("rich", source(key, &rich(), &[])),
        ] {
            let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("tests/golden")
                .join(format!("{name}.{key}.txt"));
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                fs::write(&path, &text).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != text {
                changed.push(format!("{name}.{key}.txt"));
            }
        }
    }
    assert!(
        changed.is_empty(),
        "other than the golden files: {changed:?}; look at the difference after UPDATE_GOLDEN=1 cargo test -p metadata"
    );
}

#[test]
fn the_same_description_gives_the_same_source() {
    for language in LANGUAGES {
        let first = source(language.key, &rich(), &[]);
        assert_eq!(
            first,
            source(language.key, &rich(), &[]),
            "{}",
            language.key
        );
    }
}
