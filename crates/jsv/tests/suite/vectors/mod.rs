//! What ServiceStack.Text writes and reads, vector by vector.

mod containers;
mod harness;
mod types;
mod typescript;
mod wire;

const DATA: &str = include_str!("../../vectors.jsonl");

#[test]
fn dotnet_wrote_and_read_the_same() {
    let exceptions = include_str!("exceptions.txt");
    let table = harness::run(DATA, &types::types(), &jsv::WriteOptions::new(), exceptions);
    println!("{table}");
}
