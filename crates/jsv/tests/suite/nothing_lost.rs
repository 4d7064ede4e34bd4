//! What must not happen silently: each of these once lost data, or was refused without a reason.

use std::collections::BTreeMap;

use jsv::{Category, Duplicates, ReadOptions, Value};
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, MapDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Pair {
    a: String,
    b: String,
}

#[test]
fn refused_duplicates_are_refused_by_every_reader() {
    let refused = ReadOptions::new().duplicates(Duplicates::Refused);
    let text = "{a:1,b:2,a:3}";
    assert!(refused.from_str::<Pair>(text).is_err());
    let mut deserializer = jsv::Deserializer::from_str(text).with_options(refused);
    let error = Pair::deserialize(&mut deserializer).unwrap_err();
    assert!(error.to_string().contains("comes twice"), "{error}");
}

#[test]
fn the_last_of_several_wins_whatever_the_type_makes_of_errors() {
    fn wrapped<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Pair, D::Error> {
        Pair::deserialize(deserializer)
            .map_err(|error| serde::de::Error::custom(format_args!("wrapped: {error}")))
    }
    #[derive(Debug, Deserialize)]
    struct Outer {
        #[serde(deserialize_with = "wrapped")]
        inner: Pair,
    }
    let outer: Outer = jsv::from_str("{inner:{a:1,a:2}}").unwrap();
    assert_eq!(outer.inner.a, "2");
}

#[test]
fn what_a_list_or_tuple_or_variant_holds_too_much_is_an_error() {
    #[derive(Debug, Deserialize)]
    enum Shape {
        Point,
    }
    for error in [
        jsv::from_str::<[u8; 2]>("[1,2,3]").map(drop).unwrap_err(),
        jsv::from_str::<(u8, u8)>("[1,2,3]").map(drop).unwrap_err(),
        jsv::from_str::<(u8, u8)>("{Item1:1,Item2:2,Item3:3}")
            .map(drop)
            .unwrap_err(),
        jsv::from_str::<Vec<Shape>>("[{Point:{a:5}}]")
            .map(drop)
            .unwrap_err(),
    ] {
        assert_eq!(error.classify(), Category::Data, "{error}");
    }
    assert!(matches!(
        jsv::from_str::<Vec<Shape>>("[{Point:}]").unwrap()[..],
        [Shape::Point]
    ));
    assert_eq!(
        jsv::from_str::<(u8, u8)>("{\"Item1\":1,item2:2}").unwrap(),
        (1, 2)
    );
    assert!(jsv::from_str::<(u8, u8)>("{Item+1:1,Item2:2}").is_err());
}

#[test]
fn a_quote_alone_is_no_name_of_an_item() {
    let lenient = ReadOptions::new().lenient();
    // Blanks before a quote make it a part of the name, which no tuple and no struct has.
    for text in ["{ \":1,Item1:2,a:3}", "{Item1:2,a:3, \":1}"] {
        let pair: (Option<u8>, Option<u8>) = lenient.from_str(text).unwrap();
        assert_eq!(pair, (Some(2), None), "{text}");
        assert_eq!(lenient.from_str::<Pair>(text).unwrap().a, "3", "{text}");
        assert!(
            jsv::from_str::<(Option<u8>, Option<u8>)>(text).is_err(),
            "{text}"
        );
    }
}

#[test]
fn a_value_that_is_null_is_read_back_from_what_was_left_out() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Holder<'a> {
        number: u8,
        #[serde(borrow)]
        anything: Value<'a>,
    }
    let holder = Holder {
        number: 1,
        anything: Value::Null,
    };
    let text = jsv::to_string(&holder).unwrap();
    assert_eq!(text, "{number:1}");
    assert_eq!(jsv::from_str::<Holder<'_>>(&text).unwrap(), holder);
    let pair = (Value::Null, 1_u8);
    let text = jsv::to_string(&pair).unwrap();
    assert_eq!(jsv::from_str::<(Value<'_>, u8)>(&text).unwrap(), pair);
}

#[test]
fn a_value_reads_from_other_deserializers() {
    let text: Result<Value<'_>, ValueError> = Value::deserialize("abc".into_deserializer());
    assert_eq!(text.unwrap(), "abc");
    let number: Result<Value<'_>, ValueError> = Value::deserialize(5_u32.into_deserializer());
    assert_eq!(number.unwrap(), "5");
    let entries = [("a", "1")].into_iter();
    let map = MapDeserializer::<_, ValueError>::new(entries);
    let map = BTreeMap::<String, Value<'_>>::deserialize(map).unwrap();
    assert_eq!(map["a"], "1");
    let json: Value<'_> = serde_json::from_str("{\"a\":[1,null,{}],\"b\":true}").unwrap();
    assert_eq!(jsv::to_string(&json).unwrap(), "{a:[1,,{}],b:True}");
}

#[test]
fn a_mark_or_an_empty_scalar_is_read_back() {
    let marked = "\u{feff}text".to_owned();
    assert_eq!(
        jsv::from_str::<String>(&jsv::to_string(&marked).unwrap()).unwrap(),
        marked
    );
    let long = BTreeMap::from([(u128::MAX, i128::MIN)]);
    assert_eq!(
        jsv::from_str::<BTreeMap<u128, i128>>(&jsv::to_string(&long).unwrap()).unwrap(),
        long
    );
    let zero = jsv::WriteOptions::new().exclude_defaults(true);
    #[derive(Serialize)]
    struct Long {
        number: u128,
    }
    assert_eq!(zero.to_string(&Long { number: 0 }).unwrap(), "{}");
}

#[test]
fn what_is_skipped_may_be_as_deep_as_what_is_read() {
    let deep = format!("{{a:x,unknown:{}{},b:y}}", "[".repeat(150), "]".repeat(150));
    let pair: Pair = ReadOptions::new().max_depth(200).from_str(&deep).unwrap();
    assert_eq!(pair.b, "y");
}

#[test]
fn maps_are_equal_in_any_order() {
    let of = |text| jsv::from_str::<Value<'_>>(text).unwrap();
    assert_eq!(of("{a:1,b:2}"), of("{b:2,a:1}"));
    assert_ne!(of("{a:1,b:2}"), of("{b:1,a:2}"));
    assert_ne!(of("{a:1}"), of("{a:1,b:2}"));
}
