use contract::Dto;

#[derive(Default, Dto)]
struct Page<T> {
    results: Option<Vec<T>>,
}

fn main() {}
