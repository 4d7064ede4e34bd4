use contract::WireEnum;

#[derive(WireEnum)]
enum Shape {
    Circle(f64),
}

fn main() {}
