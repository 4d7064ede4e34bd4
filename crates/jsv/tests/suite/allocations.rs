//! What reading and writing allocate: what the target owns, and nothing else.

use std::borrow::Cow;
use std::collections::BTreeMap;

use allocation_counter::measure;
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Borrowing<'a> {
    id: u64,
    name: &'a str,
    #[serde(borrow)]
    quoted: Cow<'a, str>,
    ratio: f64,
    truth: bool,
    missing: Option<&'a str>,
    pair: (i32, &'a str),
    #[serde(borrow)]
    child: Child<'a>,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Child<'a> {
    letter: char,
    note: Option<&'a str>,
}

const TEXT: &str = "{id:12345678901,name:Ada Lovelace,quoted:\"first, of all\",ratio:-0.5,\
                    truth:True,pair:{Item1:-7,Item2:two},child:{letter:x,note:\"a:b\"}}";

#[test]
fn a_type_that_owns_nothing_is_read_without_an_allocation() {
    let mut value = Borrowing::default();
    let read = measure(|| value = jsv::from_str(TEXT).unwrap());
    assert_eq!(value.quoted, "first, of all");
    assert_eq!(value.child.note, Some("a:b"));
    assert_eq!(read.count_total, 0);
}

#[test]
fn a_field_that_is_owned_is_allocated_once() {
    #[derive(Default, Deserialize)]
    struct Owning {
        first: String,
        second: Box<str>,
        bytes: Option<String>,
        numbers: [u8; 3],
    }
    let mut value = Owning::default();
    let text = "{first:one,second:\"a \"\"b\"\"\",bytes:c,numbers:[1,2,3]}";
    let read = measure(|| value = jsv::from_str(text).unwrap());
    assert_eq!((&*value.first, &*value.second), ("one", "a \"b\""));
    assert_eq!(
        (value.bytes.as_deref(), value.numbers),
        (Some("c"), [1, 2, 3])
    );
    // One for each text; the one whose quotes were doubled is cut to its length.
    assert!((3..=4).contains(&read.count_total), "{read:?}");
}

#[test]
fn an_untyped_value_allocates_its_lists_and_maps() {
    let mut value = jsv::Value::Null;
    let read = measure(|| value = jsv::from_str(TEXT).unwrap());
    assert_eq!(value["child"]["note"], "a:b");
    // Three maps, of which the first grows.
    assert!(read.count_total <= 5, "{read:?}");
}

#[test]
fn writing_into_a_buffer_with_room_allocates_nothing() {
    #[derive(Serialize)]
    struct Sent<'a> {
        value: Borrowing<'a>,
        list: [u16; 3],
        map: BTreeMap<u8, bool>,
        real: f32,
        bytes: Bytes,
    }
    struct Bytes;
    impl Serialize for Bytes {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(b"four")
        }
    }
    let sent = Sent {
        value: jsv::from_str(TEXT).unwrap(),
        list: [1, 2, 3],
        map: BTreeMap::from([(1, true), (2, false)]),
        real: 1.5,
        bytes: Bytes,
    };
    let options = jsv::WriteOptions::new().text_case(jsv::TextCase::Camel);
    let mut out = Vec::with_capacity(1024);
    let written = measure(|| {
        let serializer = jsv::Serializer::new(&mut out, &options);
        sent.serialize(serializer).map(drop).unwrap();
    });
    let text = String::from_utf8(out).unwrap();
    assert!(text.starts_with("{value:{id:12345678901,"), "{text}");
    assert!(
        text.ends_with("map:{1:True,2:False},real:1.5,bytes:Zm91cg==}"),
        "{text}"
    );
    assert_eq!(written.count_total, 0);
}

#[test]
fn numbers_of_every_layout_are_written_without_an_allocation() {
    let floats = [
        0.0,
        -0.25,
        1e-7,
        0.000_5,
        1.0 / 3.0,
        123_456_789_012.5,
        1e16,
        1.234e300,
        9_007_199_254_740_994.0,
        f64::MAX,
        f64::NAN,
    ];
    let options = jsv::WriteOptions::new();
    let mut out = Vec::with_capacity(1024);
    let written = measure(|| {
        let serializer = jsv::Serializer::new(&mut out, &options);
        floats[..].serialize(serializer).map(drop).unwrap();
    });
    let text = String::from_utf8(out).unwrap();
    assert!(
        text.starts_with("[0,-0.25,1E-07,0.0005,0.3333333333333333,123456789012.5,"),
        "{text}"
    );
    assert!(
        text.ends_with("1.234E+300,9007199254740994,1.7976931348623157e+308,NaN]"),
        "{text}"
    );
    assert_eq!(written.count_total, 0);
}
