use contract::Dto;

#[derive(Dto)]
enum Either {
    One,
}

fn main() {}
