//! Laws that hold for whatever is generated.

use std::collections::BTreeMap;

use jsv::{Duplicates, Map, ReadOptions, Value};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Shape {
    Point,
    Circle(f64),
    Pair(String, u8),
    Box { width: u32, label: Option<String> },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Record {
    text: String,
    maybe: Option<String>,
    small: i8,
    big: u128,
    real: f64,
    single: f32,
    truth: bool,
    letter: char,
    list: Vec<String>,
    nested: Vec<Vec<i64>>,
    by_number: BTreeMap<i32, String>,
    by_text: BTreeMap<String, Option<u16>>,
    tuple: (Option<u8>, String, Option<i16>),
    shapes: Vec<Shape>,
    child: Option<Box<Record>>,
}

/// Texts full of what has a meaning in JSV.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\",:{}\\[\\]\r\n a-z]{0,12}",
        "\\PC{0,24}",
        Just(String::new())
    ]
}

fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        Just(Shape::Point),
        any::<f64>()
            .prop_filter("no number", |real| !real.is_nan())
            .prop_map(Shape::Circle),
        (text(), any::<u8>()).prop_map(|(text, number)| Shape::Pair(text, number)),
        (any::<u32>(), proptest::option::of(text()))
            .prop_map(|(width, label)| Shape::Box { width, label }),
    ]
}

fn record() -> impl Strategy<Value = Record> {
    let numbers = (
        any::<i8>(),
        any::<u128>(),
        any::<f64>(),
        any::<f32>(),
        any::<bool>(),
        any::<char>(),
    );
    let lists = (
        prop::collection::vec(text(), 0..4),
        prop::collection::vec(prop::collection::vec(any::<i64>(), 0..4), 0..4),
        prop::collection::btree_map(any::<i32>(), text(), 0..4),
        // An entry that is null is left out.
        prop::collection::btree_map(text(), any::<u16>().prop_map(Some), 0..4),
        (any::<Option<u8>>(), text(), any::<Option<i16>>()),
        prop::collection::vec(shape(), 0..4),
    );
    let leaf = (text(), proptest::option::of(text()), numbers, lists).prop_map(
        |(
            text,
            maybe,
            (small, big, real, single, truth, letter),
            (list, nested, by_number, by_text, tuple, shapes),
        )| Record {
            text,
            maybe,
            small,
            big,
            real: if real.is_nan() { 0.5 } else { real },
            single: if single.is_nan() { 0.5 } else { single },
            truth,
            letter,
            list,
            nested,
            by_number,
            by_text,
            tuple,
            shapes,
            child: None,
        },
    );
    let leaf = leaf.boxed();
    (leaf.clone(), proptest::option::of(leaf)).prop_map(|(record, child)| Record {
        child: child.map(Box::new),
        ..record
    })
}

/// Any value but those that JSV cannot tell from another: a list of one null, an entry that is null.
fn value() -> impl Strategy<Value = Value<'static>> {
    let leaf = prop_oneof![
        text().prop_map(Value::from),
        any::<i64>().prop_map(Value::from)
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        let slot = prop_oneof![4 => inner.clone(), 1 => Just(Value::Null)];
        prop_oneof![
            prop::collection::vec(slot, 0..6)
                .prop_filter("no list of one null", |items| items.as_slice()
                    != [Value::Null])
                .prop_map(Value::List),
            prop::collection::vec((text(), inner), 0..6)
                .prop_map(|entries| Value::Map(entries.into_iter().collect::<Map<'_>>())),
        ]
    })
}

/// Texts that are nearly JSV.
fn document() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\",:{}\\[\\] ab1\n]{0,24}",
        "[{\\[](text|small|list|nested|child|a|b):[\",:{}\\[\\] ab1]{0,16}[}\\]]",
        value().prop_map(|value| value.to_string()),
    ]
}

#[derive(Debug, PartialEq, Default, Deserialize)]
#[serde(default)]
struct Loose {
    text: Option<String>,
    small: i8,
    list: Vec<Option<String>>,
    nested: Option<Vec<Vec<i64>>>,
    a: Option<BTreeMap<String, String>>,
    b: Option<(u8, Option<String>)>,
    child: Option<Box<Loose>>,
}

/// What strict reading accepts, lenient reading takes for the same.
fn agree<T: for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(
    text: &str,
) -> Result<(), TestCaseError> {
    if let Ok(strict) = jsv::from_str::<T>(text) {
        let lenient = ReadOptions::new().lenient().from_str::<T>(text);
        prop_assert_eq!(lenient.ok(), Some(strict), "{:?}", text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn a_struct_survives_the_round_trip(record in record()) {
        let text = jsv::to_string(&record).unwrap();
        let strict = jsv::from_str::<Record>(&text).map_err(|error| error.to_string());
        prop_assert_eq!(strict.as_ref(), Ok(&record), "{}", text);
        let lenient = ReadOptions::new().lenient().from_str::<Record>(&text);
        prop_assert_eq!(lenient.ok(), Some(record.clone()), "{}", text);
        let bytes = jsv::from_slice::<Record>(text.as_bytes());
        prop_assert_eq!(bytes.ok(), Some(record));
    }

    #[test]
    fn a_value_survives_the_round_trip(value in value()) {
        let text = jsv::to_string(&value).unwrap();
        // A text at the root may look like a list or a map only where it is quoted.
        let borrowed: Value<'_> = jsv::from_str(&text).unwrap();
        prop_assert_eq!(&borrowed, &value, "{}", text);
        let owned: Value<'static> = text.parse().unwrap();
        prop_assert_eq!(&owned, &borrowed);
        prop_assert_eq!(jsv::to_string(&owned).unwrap(), text);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let lenient = ReadOptions::new().lenient();
        let _ = jsv::from_slice::<Value<'_>>(&bytes);
        let _ = jsv::from_slice::<Loose>(&bytes);
        let _ = lenient.from_slice::<Value<'_>>(&bytes);
        let _ = lenient.from_slice::<Loose>(&bytes);
    }

    #[test]
    fn no_text_panics_and_strict_means_lenient(text in document()) {
        agree::<Loose>(&text)?;
        agree::<Vec<Option<String>>>(&text)?;
        agree::<BTreeMap<String, String>>(&text)?;
        agree::<Vec<Option<Loose>>>(&text)?;
        let strict = text.parse::<Value<'static>>();
        if let Ok(strict) = strict {
            let lenient = ReadOptions::new().lenient().from_str::<Value<'_>>(&text);
            prop_assert_eq!(lenient.ok(), Some(strict.clone()), "{:?}", &text);
            let written = jsv::to_string(&strict).unwrap();
            prop_assert!(jsv::from_str::<Value<'_>>(&written).is_ok(), "{:?}", written);
        }
    }

    #[test]
    fn a_value_is_the_same_at_one_go_and_piece_by_piece(text in document()) {
        // Whoever refuses duplicates has to see each key.
        let pieces = ReadOptions::new().duplicates(Duplicates::Refused);
        match (pieces.from_str::<Value<'_>>(&text), jsv::from_str::<Value<'_>>(&text)) {
            (Ok(pieces), whole) => prop_assert_eq!(whole.ok(), Some(pieces), "{:?}", &text),
            (Err(pieces), _) if pieces.to_string().contains("comes twice") => {}
            (Err(pieces), Err(whole)) => {
                prop_assert_eq!(pieces.to_string(), whole.to_string(), "{:?}", &text);
            }
            (Err(pieces), Ok(whole)) => {
                prop_assert!(false, "{:?}: {} or {}", &text, pieces, whole);
            }
        }
    }

    #[test]
    fn borrowed_and_owned_texts_are_the_same(text in text()) {
        let written = jsv::to_string(&text).unwrap();
        prop_assert_eq!(jsv::from_str::<String>(&written).unwrap(), text.clone());
        if !text.contains('"') {
            prop_assert_eq!(jsv::from_str::<&str>(&written).unwrap(), text);
        }
    }
}
