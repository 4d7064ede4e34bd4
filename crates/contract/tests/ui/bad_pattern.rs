use contract::Dto;

#[derive(Debug, Clone, Default, PartialEq, Dto)]
struct Request {
    #[validate(matches("[a-z"))]
    name: Option<String>,
}

fn main() {}
