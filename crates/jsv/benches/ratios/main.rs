//! How fast the codec is beside serde_json on the same values, in one run: the two take turns,
//! and what is printed is the median of the rounds' ratios.
//!
//! `cargo bench -p jsv --bench ratios`; a word after `--` picks the values whose name holds it.
#![expect(clippy::print_stdout, reason = "a benchmark prints")]
#![expect(clippy::unwrap_used, reason = "the values are its own")]

mod data;
mod rounds;

use serde::Serialize;
use serde::de::DeserializeOwned;

use rounds::ratio;

fn main() {
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    println!("| values | JSV bytes | JSON bytes | parse to Value | typed parse | write |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    let is_wanted = |name: &str| wanted.as_ref().is_none_or(|wanted| name.contains(wanted));
    if is_wanted("strings") {
        row("strings (twitter-like)", &data::tweets());
    }
    if is_wanted("numbers") {
        row("numbers (canada-like)", &data::coordinates());
    }
    if is_wanted("mixed") {
        row("mixed (citm-like)", &data::catalog());
    }
    if is_wanted("2fa") {
        row("2fa DTOs", &data::two_factor());
    }
    if is_wanted("deep") {
        row("deep nesting", &data::deep());
    }
}

/// Measures one value and prints its ratios.
fn row<T: Serialize + DeserializeOwned>(name: &str, value: &T) {
    let (jsv_text, json_text) = (
        jsv::to_string(value).unwrap(),
        serde_json::to_string(value).unwrap(),
    );
    let untyped = ratio(
        || drop(jsv::from_str::<jsv::Value<'_>>(&jsv_text).unwrap()),
        || drop(serde_json::from_str::<serde_json::Value>(&json_text).unwrap()),
    );
    let typed = ratio(
        || drop(jsv::from_str::<T>(&jsv_text).unwrap()),
        || drop(serde_json::from_str::<T>(&json_text).unwrap()),
    );
    // Into a buffer that is there, or the kernel's clearing of fresh pages is what is measured.
    let options = jsv::WriteOptions::new();
    let (mut our_buffer, mut their_buffer) = (Vec::new(), Vec::new());
    let write = ratio(
        || {
            our_buffer.clear();
            let serializer = jsv::Serializer::new(&mut our_buffer, &options);
            value.serialize(serializer).map(drop).unwrap();
        },
        || {
            their_buffer.clear();
            serde_json::to_writer(&mut their_buffer, value).unwrap();
        },
    );
    println!(
        "| {name} | {} | {} | {untyped:.2} | {typed:.2} | {write:.2} |",
        jsv_text.len(),
        json_text.len(),
    );
}
