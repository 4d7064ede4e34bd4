//! How fast the codec is beside serde_json on the same values, in one run: the two take turns,
//! and what is printed is the median of the rounds' ratios.
//!
//! `cargo bench -p jsv --bench ratios`; a word after `--` picks the values whose name holds it.
#![expect(clippy::print_stdout, reason = "a benchmark prints")]
#![expect(clippy::unwrap_used, reason = "the values are its own")]

mod data;
mod rounds;

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use rounds::ratio;

/// A text that borrows where it can: both codecs have to copy what they unescape.
#[derive(Deserialize)]
struct Borrowed<'a>(
    #[serde(borrow)]
    #[expect(dead_code, reason = "only read")]
    Cow<'a, str>,
);

/// Reads the same values with texts that borrow.
macro_rules! borrowing {
    ($values:ty) => {
        Borrowing {
            jsv: |text| drop(jsv::from_str::<$values>(text).unwrap()),
            json: |text| drop(serde_json::from_str::<$values>(text).unwrap()),
        }
    };
}

struct Borrowing {
    jsv: fn(&str),
    json: fn(&str),
}

fn main() {
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    println!(
        "| values | JSV bytes | JSON bytes | `Value` | owned types | borrowing types | write |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let is_wanted = |name: &str| wanted.as_ref().is_none_or(|wanted| name.contains(wanted));
    if is_wanted("strings") {
        let borrowing = borrowing!(data::Tweets<Borrowed<'_>>);
        row("strings (twitter-like)", &data::tweets(), &borrowing);
    }
    if is_wanted("numbers") {
        let borrowing = borrowing!(data::Geometry);
        row("numbers (canada-like)", &data::coordinates(), &borrowing);
    }
    if is_wanted("mixed") {
        let borrowing = borrowing!(data::Catalog<Borrowed<'_>>);
        row("mixed (citm-like)", &data::catalog(), &borrowing);
    }
    if is_wanted("2fa") {
        let borrowing = borrowing!(data::GenerateKey<Borrowed<'_>>);
        row("2fa DTOs", &data::two_factor(), &borrowing);
    }
    if is_wanted("deep") {
        let borrowing = borrowing!(data::Node<Borrowed<'_>>);
        row("deep nesting", &data::deep(), &borrowing);
    }
}

/// Measures one value and prints its ratios.
fn row<T: Serialize + DeserializeOwned>(name: &str, value: &T, borrowing: &Borrowing) {
    let (jsv_text, json_text) = (
        jsv::to_string(value).unwrap(),
        serde_json::to_string(value).unwrap(),
    );
    let untyped = ratio(
        || drop(jsv::from_str::<jsv::Value<'_>>(&jsv_text).unwrap()),
        || drop(serde_json::from_str::<serde_json::Value>(&json_text).unwrap()),
    );
    let owned = ratio(
        || drop(jsv::from_str::<T>(&jsv_text).unwrap()),
        || drop(serde_json::from_str::<T>(&json_text).unwrap()),
    );
    let borrowed = ratio(
        || (borrowing.jsv)(&jsv_text),
        || (borrowing.json)(&json_text),
    );
    let write = write_ratio(value);
    println!(
        "| {name} | {} | {} | {untyped:.2} | {owned:.2} | {borrowed:.2} | {write:.2} |",
        jsv_text.len(),
        json_text.len(),
    );
}

/// Into a buffer that is there, or the kernel's clearing of fresh pages is what is measured.
fn write_ratio<T: Serialize>(value: &T) -> f64 {
    let options = jsv::WriteOptions::new();
    let (mut our_buffer, mut their_buffer) = (Vec::new(), Vec::new());
    ratio(
        || {
            our_buffer.clear();
            let serializer = jsv::Serializer::new(&mut our_buffer, &options);
            value.serialize(serializer).map(drop).unwrap();
        },
        || {
            their_buffer.clear();
            serde_json::to_writer(&mut their_buffer, value).unwrap();
        },
    )
}
