//! The structure of the workspace against docs/ARCHITECTURE.md: layers, arrows, fences, reasons.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

mod document;
mod workspace;

use std::collections::BTreeSet;

use document::{Document, Fence};
use workspace::Workspace;

fn read() -> (Document, Workspace) {
    (Document::read(), Workspace::read())
}

fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn the_table_has_a_row_for_every_crate_and_no_other() {
    let (document, workspace) = read();
    let rows: BTreeSet<_> = document.layers.keys().collect();
    let crates: BTreeSet<_> = workspace.members.keys().collect();
    assert_eq!(
        rows, crates,
        "the table *Layers* and the members of the workspace differ"
    );
}

#[test]
fn every_allowed_arrow_goes_to_a_lower_layer() {
    let (document, _) = read();
    let mut faults = Vec::new();
    for (name, row) in &document.layers {
        for used in &row.may_use {
            match document.layers.get(used) {
                None => faults.push(format!("{name} may use {used}, which has no row")),
                Some(lower) if lower.layer >= row.layer => {
                    faults.push(format!(
                        "{name} ({}) may use {used} ({})",
                        row.layer, lower.layer
                    ));
                }
                Some(_) => {}
            }
        }
    }
    assert_none(&faults, "arrows of the table that do not go down");
}

#[test]
fn every_arrow_of_the_code_is_in_the_table() {
    let (document, workspace) = read();
    let mut faults = Vec::new();
    for (name, member) in &workspace.members {
        let allowed = document.layers.get(name).map(|row| &row.may_use);
        for used in &member.inside {
            if !allowed.is_some_and(|allowed| allowed.contains(used)) {
                faults.push(format!("{name} uses {used}"));
            }
        }
    }
    assert_none(&faults, "arrows that the table does not allow");
}

#[test]
fn outside_crates_stay_behind_their_fences() {
    let (document, workspace) = read();
    let mut faults = Vec::new();
    for (name, member) in &workspace.members {
        for used in &member.shipped {
            let broken = |fence: &&Fence| fence.covers(used) && !fence.only_in.contains(name);
            if document.fences.iter().any(|fence| broken(&fence)) {
                faults.push(format!("{name} uses {used}"));
            }
        }
    }
    assert_none(&faults, "uses that the table *Fences* does not allow");
}

#[test]
fn every_outside_dependency_has_its_reason() {
    let (document, workspace) = read();
    let used: BTreeSet<_> = workspace
        .members
        .values()
        .flat_map(|member| &member.outside)
        .collect();
    let faults: Vec<_> = used
        .into_iter()
        .filter(|name| !document.reasons.contains(*name))
        .map(|name| format!("{name} has no row in *Outside dependencies*"))
        .collect();
    assert_none(&faults, "dependencies without a reason");
}

#[test]
fn licences_are_on_the_allowed_list() {
    let workspace = Workspace::read();
    let allowed = workspace::allowed_licences();
    assert!(
        allowed.len() > 3,
        "no list of licences in .deny.toml: {allowed:?}"
    );
    let faults: Vec<_> = workspace
        .licences
        .iter()
        .filter(|(_, licence)| !workspace::is_allowed(licence, &allowed))
        .map(|(package, licence)| format!("{package}: {licence}"))
        .collect();
    assert_none(&faults, "licences that .deny.toml does not allow");
}
