use contract::Dto;

#[derive(Default, Dto)]
struct Pair(i32, i32);

fn main() {}
