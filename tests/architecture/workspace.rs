//! What cargo says about the workspace.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use conformance::root;
use serde_json::Value;

/// The workspace as `cargo metadata` describes it.
pub(crate) struct Workspace {
    /// The crates of the workspace.
    pub(crate) members: BTreeMap<String, Member>,
    /// Licence expressions of all packages in the tree, by name and version.
    pub(crate) licences: BTreeMap<String, String>,
}

/// A crate's direct dependencies.
#[derive(Default)]
pub(crate) struct Member {
    /// Crates of the workspace, those for tests included.
    pub(crate) inside: BTreeSet<String>,
    /// Crates from elsewhere, those for tests included.
    pub(crate) outside: BTreeSet<String>,
    /// Crates from elsewhere that are more than a help for tests.
    pub(crate) shipped: BTreeSet<String>,
}

impl Workspace {
    pub(crate) fn read() -> Self {
        let answer = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(["metadata", "--format-version", "1", "--locked"])
            .current_dir(root())
            .output()
            .unwrap();
        assert!(
            answer.status.success(),
            "{}",
            String::from_utf8_lossy(&answer.stderr)
        );
        let metadata: Value = serde_json::from_slice(&answer.stdout).unwrap();
        let inside = inside_ids(&metadata);
        let mut workspace = Self {
            members: BTreeMap::new(),
            licences: BTreeMap::new(),
        };
        for package in metadata["packages"].as_array().unwrap() {
            let name = text(&package["name"]);
            if inside.contains(&text(&package["id"])) {
                workspace.members.insert(name.clone(), member(package));
            }
            let licence = package["license"]
                .as_str()
                .unwrap_or("none stated")
                .to_owned();
            workspace
                .licences
                .insert(format!("{name} {}", text(&package["version"])), licence);
        }
        workspace
    }
}

fn inside_ids(metadata: &Value) -> BTreeSet<String> {
    metadata["workspace_members"]
        .as_array()
        .unwrap()
        .iter()
        .map(text)
        .collect()
}

fn member(package: &Value) -> Member {
    let mut member = Member::default();
    for dependency in package["dependencies"].as_array().unwrap() {
        let name = text(&dependency["name"]);
        if dependency["path"].is_string() {
            member.inside.insert(name);
            continue;
        }
        if dependency["kind"] != "dev" {
            member.shipped.insert(name.clone());
        }
        member.outside.insert(name);
    }
    member
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The licences that `.deny.toml` allows.
pub(crate) fn allowed_licences() -> BTreeSet<String> {
    let rules = fs::read_to_string(root().join(".deny.toml")).unwrap();
    rules
        .lines()
        .skip_while(|line| !line.starts_with("allow = ["))
        .skip(1)
        .take_while(|line| !line.starts_with(']'))
        .filter_map(|line| Some(line.trim().strip_prefix('"')?.split_once('"')?.0.to_owned()))
        .collect()
}

/// Whether an SPDX expression can be met with allowed licences: every part of an AND, one part of an OR.
/// The old form `MIT/Apache-2.0` means OR; `WITH` belongs to the licence before it.
pub(crate) fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.trim();
    for (separator, every) in [(" OR ", false), ("/", false), (" AND ", true)] {
        let parts = split_outside_brackets(expression, separator);
        if parts.len() > 1 {
            let mut met = parts.iter().map(|part| is_allowed(part, allowed));
            return if every {
                met.all(|met| met)
            } else {
                met.any(|met| met)
            };
        }
    }
    match expression
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) => is_allowed(inner, allowed),
        None => allowed.contains(expression),
    }
}

fn split_outside_brackets<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start && text[at..].starts_with(separator) => {
                parts.push(&text[start..at]);
                start = at + separator.len();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[test]
fn licence_expressions_are_read_as_spdx_does() {
    let allowed: BTreeSet<String> = ["MIT", "Apache-2.0"].map(str::to_owned).into();
    for met in [
        "MIT",
        "MIT OR GPL-3.0",
        "MIT/Apache-2.0",
        "(GPL-3.0 OR MIT) AND Apache-2.0",
    ] {
        assert!(is_allowed(met, &allowed), "{met}");
    }
    for unmet in [
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR Apache-2.0) AND Zlib",
        "none stated",
    ] {
        assert!(!is_allowed(unmet, &allowed), "{unmet}");
    }
}
