//! Rules of the house that a program can check on the source text.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

use std::fs;
use std::path::{Path, PathBuf};

use conformance::root;

const LONGEST_FILE: usize = 400;
const DRAWERS: [&str; 5] = ["util", "utils", "common", "helper", "helpers"];

struct Source {
    path: PathBuf,
    text: String,
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    for folder in ["crates", "tests"] {
        collect(&root().join(folder), &mut paths);
    }
    assert!(paths.len() > 30, "found only {} source files", paths.len());
    paths
        .into_iter()
        .map(|path| Source {
            text: fs::read_to_string(&path).unwrap(),
            path,
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !name.starts_with('.') && name != "node_modules" && name != "target" {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn assert_none(faults: impl Iterator<Item = String>, rule: &str) {
    let faults: Vec<_> = faults.collect();
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string()
}

#[test]
fn no_source_file_is_too_long() {
    let sources = sources();
    let long = sources
        .iter()
        .filter(|source| source.text.lines().count() > LONGEST_FILE);
    assert_none(
        long.map(|source| {
            format!(
                "{}: {} lines",
                shown(&source.path),
                source.text.lines().count()
            )
        }),
        "files over 400 lines: split them by idea",
    );
}

#[test]
fn no_module_is_a_drawer() {
    let sources = sources();
    let drawer = |path: &Path| {
        path.components().any(|part| {
            let part = part.as_os_str().to_string_lossy();
            DRAWERS.contains(&part.strip_suffix(".rs").unwrap_or(&part))
        })
    };
    let drawers = sources
        .iter()
        .filter(|source| drawer(source.path.strip_prefix(root()).unwrap()));
    assert_none(
        drawers.map(|source| shown(&source.path)),
        "modules named after nothing",
    );
}

#[test]
fn nothing_is_left_open() {
    let marks = ["todo", "unimplemented"].map(|name| format!("{name}!("));
    let sources = sources();
    let open = sources
        .iter()
        .filter(|source| marks.iter().any(|mark| source.text.contains(mark)));
    assert_none(
        open.map(|source| shown(&source.path)),
        "code that is not there yet",
    );
}

#[test]
fn every_test_runs() {
    let mark = format!("#[{}", "ignore");
    let sources = sources();
    let skipped = sources.iter().filter(|source| source.text.contains(&mark));
    assert_none(
        skipped.map(|source| shown(&source.path)),
        "tests that never run",
    );
}

#[test]
fn every_crate_says_what_it_is() {
    let mut roots = vec![root().join("tests/src/lib.rs")];
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        roots.push(entry.unwrap().path().join("src/lib.rs"));
    }
    let silent = roots
        .iter()
        .filter(|path| !fs::read_to_string(path).unwrap().starts_with("//!"));
    assert_none(
        silent.map(|path| shown(path)),
        "crates whose lib.rs does not begin with //!",
    );
}

#[test]
fn the_root_holds_nothing_unexpected() {
    let expected = [
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "config",
        "crates",
        "data",
        "docs",
        "target",
        "tests",
    ];
    let entries = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.to_string_lossy().into_owned());
    assert_none(
        names.filter(|name| !name.starts_with('.') && !expected.contains(&name.as_str())),
        "entries of the root that have a place elsewhere",
    );
}
