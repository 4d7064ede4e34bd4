//! The model and what is generated from it, against the recorded `/types/metadata` of a ServiceStack
//! host.
#![forbid(unsafe_code)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what cannot be read fails the test"
)]

mod native;
mod samples;

use metadata::MetadataTypes;

const RECORDED: &str = include_str!("data/recorded-metadata.json");

#[test]
fn another_hosts_description_is_read_and_written_to_the_same_text() {
    let read: MetadataTypes = serde_json::from_str(RECORDED).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), RECORDED.trim_end());
}
