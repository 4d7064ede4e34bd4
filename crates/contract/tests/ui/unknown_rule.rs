use contract::Dto;

#[derive(Default, Dto)]
struct Hello {
    #[validate(nonempty)]
    name: Option<String>,
}

fn main() {}
