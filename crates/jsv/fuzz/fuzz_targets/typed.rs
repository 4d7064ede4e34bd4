//! Any bytes as a struct: nothing panics, what strict reading accepts lenient reading takes for
//! the same, and what is written is read again.
#![no_main]

use std::collections::BTreeMap;

use jsv::ReadOptions;
use libfuzzer_sys::fuzz_target;
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Record {
    a: Option<String>,
    b: i8,
    c: Vec<Option<String>>,
    d: BTreeMap<String, u16>,
    e: Option<Box<Record>>,
    f: (u8, Option<String>),
    g: Kind,
    h: bool,
    i: char,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
enum Kind {
    #[default]
    Plain,
    Numbered(u32),
    Named {
        name: String,
    },
}

fuzz_target!(|bytes: &[u8]| {
    let lenient = ReadOptions::new().lenient().from_slice::<Record>(bytes);
    let Ok(strict) = jsv::from_slice::<Record>(bytes) else {
        return;
    };
    assert_eq!(lenient.ok().as_ref(), Some(&strict));
    let written = jsv::to_string(&strict).expect("a record can be written");
    jsv::from_str::<Record>(&written).expect("what is written can be read");
});
