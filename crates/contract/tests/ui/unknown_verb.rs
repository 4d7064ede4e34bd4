use contract::{Dto, Operation};

#[derive(Default, Dto, Operation)]
#[route("/hello", FETCH)]
struct Hello {}

fn main() {}
