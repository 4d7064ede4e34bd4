use contract::Dto;

#[derive(Default, Dto)]
#[serde(untagged)]
struct Outer {
    inner: Option<String>,
}

fn main() {}
