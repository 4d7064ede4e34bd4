//! The tables of docs/ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use conformance::root;

/// What the document says.
pub(crate) struct Document {
    /// *Layers*, by crate.
    pub(crate) layers: BTreeMap<String, Row>,
    /// *Fences*.
    pub(crate) fences: Vec<Fence>,
    /// The crates of *Outside dependencies* that have a reason.
    pub(crate) reasons: BTreeSet<String>,
}

/// A row of *Layers*.
pub(crate) struct Row {
    pub(crate) layer: u32,
    pub(crate) may_use: BTreeSet<String>,
}

/// A row of *Fences*.
pub(crate) struct Fence {
    name: String,
    pub(crate) only_in: BTreeSet<String>,
}

impl Fence {
    /// Whether the fence is about `name`; `actix-*` is about every name that begins so.
    pub(crate) fn covers(&self, name: &str) -> bool {
        self.name
            .strip_suffix('*')
            .map_or(self.name == name, |start| name.starts_with(start))
    }
}

impl Document {
    pub(crate) fn read() -> Self {
        let text = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap();
        let layers = table(&text, "Layers", 4).into_iter().map(|cells| {
            let row = Row {
                layer: cells[0].parse().unwrap(),
                may_use: names(&cells[3]),
            };
            (name(&cells[1]), row)
        });
        let fences = table(&text, "Fences", 3).into_iter().map(|cells| Fence {
            name: name(&cells[0]),
            only_in: names(&cells[1]),
        });
        let reasons = table(&text, "Outside dependencies", 2)
            .into_iter()
            .filter(|cells| !cells[1].is_empty())
            .map(|cells| name(&cells[0]));
        Self {
            layers: layers.collect(),
            fences: fences.collect(),
            reasons: reasons.collect(),
        }
    }
}

/// The body rows of the first table below a heading.
fn table(text: &str, heading: &str, columns: usize) -> Vec<Vec<String>> {
    let rows: Vec<Vec<String>> = text
        .lines()
        .skip_while(|line| *line != format!("## {heading}"))
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| {
            line.trim_matches('|')
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect()
        })
        .collect();
    assert!(
        !rows.is_empty(),
        "docs/ARCHITECTURE.md has no table below \"{heading}\""
    );
    for row in &rows {
        assert_eq!(row.len(), columns, "a row of \"{heading}\": {row:?}");
    }
    rows
}

fn name(cell: &str) -> String {
    cell.trim_matches('`').to_owned()
}

fn names(cell: &str) -> BTreeSet<String> {
    cell.split(',')
        .map(str::trim)
        .filter(|text| *text != "–")
        .map(name)
        .collect()
}
