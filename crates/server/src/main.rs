//! The `foundry-gateway` command.
fn main() {}
