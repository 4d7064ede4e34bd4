use contract::Dto;

#[derive(Default, Dto)]
struct Outer {
    #[serde(flatten)]
    inner: Option<String>,
}

fn main() {}
