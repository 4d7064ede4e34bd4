use contract::Dto;

#[derive(Default, Dto)]
struct Twice {
    name: Option<String>,
    #[dto(name = "NAME")]
    other: Option<String>,
}

fn main() {}
