use contract::Flags;

#[derive(Flags)]
struct Perms(i32);

fn main() {}
