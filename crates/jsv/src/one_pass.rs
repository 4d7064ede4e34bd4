//! Shows that reading takes one pass: the work for a byte does not grow with its depth.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::scan::work;
use crate::{ReadOptions, Value};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Node {
    text: String,
    list: Vec<Node>,
    child: Option<Box<Node>>,
    /// A map whose keys are maps.
    keyed: BTreeMap<BTreeMap<String, String>, u8>,
}

/// Maps and lists `depth` levels deep, with the same text on every level.
fn nested(depth: usize) -> String {
    let level = "{text:\"a, b\",other:{x:[1,{y:\"}\"}]},keyed:{{k:v}:1},list:[";
    level.repeat(depth) + &"]}".repeat(depth)
}

/// Bytes that searches pass over, for each byte of the text.
fn work_per_byte(text: &str, options: ReadOptions) -> (usize, usize) {
    work::take();
    let node = options.from_str::<Node>(text);
    let typed = work::take();
    assert!(node.is_ok(), "{node:?}");
    let value = options.from_str::<Value<'_>>(text);
    let untyped = work::take();
    assert!(value.is_ok(), "{value:?}");
    (typed.div_ceil(text.len()), untyped.div_ceil(text.len()))
}

#[test]
fn work_does_not_grow_with_depth() {
    for depth in [1, 10, 60] {
        let strict = work_per_byte(&nested(depth), ReadOptions::new());
        assert!(strict.0 <= 2 && strict.1 <= 2, "{depth} levels: {strict:?}");
    }
}

#[test]
fn a_member_that_stands_twice_costs_a_second_attempt_and_no_more() {
    for depth in [1, 10, 60] {
        let text = nested(depth).replace("{text:", "{text:a,text:");
        let (typed, _) = work_per_byte(&text, ReadOptions::new());
        assert!(typed <= 6, "{depth} levels: {typed}");
    }
}

#[test]
fn neither_does_it_grow_with_the_number_of_neighbors() {
    for count in [10, 1000] {
        let list = format!("[{{text:a,text:b}}{}]", ",{text:a,child:{}}".repeat(count));
        work::take();
        assert!(crate::from_str::<Vec<Node>>(&list).is_ok());
        let twice = work::take();
        let mut deserializer = crate::Deserializer::from_str(&list);
        assert!(Vec::<Node>::deserialize(&mut deserializer).is_ok());
        let once = work::take();
        assert!(twice <= 6 * list.len(), "{twice} for {}", list.len());
        assert!(once <= 6 * list.len(), "{once} for {}", list.len());
    }
}

#[test]
fn lenient_work_is_that_of_cutting_each_level_once() {
    // Every level is cut out by one look at the table of ends, whatever it holds.
    let (shallow, _) = work_per_byte(&nested(1), ReadOptions::new().lenient());
    let deep = nested(60);
    work::take();
    let _ = ReadOptions::new().lenient().from_str::<Node>(&deep);
    assert!(work::take() <= 2 * shallow.max(3) * deep.len());
}
