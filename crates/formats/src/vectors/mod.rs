//! What ServiceStack.Text writes and reads for the scalars of `contract`: the vectors of `jsv`'s
//! own suite whose types need both crates.

#[path = "../../../jsv/tests/suite/vectors/harness.rs"]
mod harness;
mod scalars;
mod types;
#[path = "../../../jsv/tests/suite/vectors/wire.rs"]
mod wire;

const DATA: &str = include_str!("../../../jsv/tests/vectors.jsonl");

#[test]
fn scalars_go_both_ways_as_dotnet_has_them() {
    let options = jsv::WriteOptions::new().scalars(crate::scalar_layout::JSV_SCALARS);
    let exceptions = include_str!("exceptions.txt");
    let table = harness::run(DATA, &types::types(), &options, exceptions);
    println!("{table}");
}
