use contract::{Dto, Operation};

#[derive(Default, Dto, Operation)]
#[route("/hello", GET)]
#[route("/Hello", POST)]
struct Hello {}

fn main() {}
