//! Samples and tables of the recorded description against the recorded pages of the same host.

use formats::Format;
use metadata::{MetadataTypes, OperationSamples};
use serde_json::Value;

use super::RECORDED;

const PAGES: &str = include_str!("../../../../tests/conformance/cases/pages.jsonl");

fn lines(text: &str) -> Vec<String> {
    let folded = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    folded.filter(|line| !line.is_empty()).collect()
}

/// The recorded pages as operation, format and visible lines.
fn pages() -> Vec<(String, Format, Vec<String>)> {
    let pages = PAGES.lines().filter_map(|line| {
        let case: Value = serde_json::from_str(line).unwrap();
        let (operation, format) = case["id"]
            .as_str()?
            .strip_prefix("pages/")?
            .split_once('-')?;
        let shown = case["expect"]["text"].as_array()?.iter();
        let shown = shown
            .map(|line| line.as_str().unwrap().to_owned())
            .collect();
        Some((operation.to_owned(), Format::from_name(format)?, shown))
    });
    pages.collect()
}

fn holds(shown: &[String], wanted: &[String]) -> bool {
    shown.windows(wanted.len()).any(|lines| lines == wanted)
}

#[test]
fn samples_are_those_of_the_recorded_pages() {
    let description: MetadataTypes = serde_json::from_str(RECORDED).unwrap();
    let samples = OperationSamples::of_all(&description);
    let pages = pages();
    assert_eq!(pages.len(), 28);
    for (name, format, shown) in pages {
        let request = samples[&name].request(format).unwrap().unwrap();
        assert!(
            holds(&shown, &lines(&request)),
            "{name} {format:?}: {request}"
        );
        if let Some(response) = samples[&name].response(format).unwrap() {
            assert!(
                holds(&shown, &lines(&response)),
                "{name} {format:?}: {response}"
            );
        }
    }
}
