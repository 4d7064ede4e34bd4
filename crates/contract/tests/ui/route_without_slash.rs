use contract::{Dto, Operation};

#[derive(Default, Dto, Operation)]
#[route("hello")]
struct Hello {}

fn main() {}
