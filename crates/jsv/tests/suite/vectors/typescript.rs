//! What `JSV.stringify` of ServiceStack's TypeScript client writes is read.

use jsv::{Value, jsv};
use serde_json::Value as Json;

use super::DATA;

/// Outputs of the client that say nothing, or not what was meant: a quote that it does not
/// double (TS0016), and JSON or a word for the instance of a class with an unlucky name.
const UNREADABLE: [&str; 1] = ["TS0016"];

fn outputs() -> impl Iterator<Item = (String, String)> {
    let lines = DATA
        .lines()
        .map(|line| serde_json::from_str::<Json>(line).unwrap());
    let typescript = lines.filter(|line| line["op"] == "ts-write");
    typescript.map(|line| {
        let field = |name: &str| line[name].as_str().unwrap().to_owned();
        (field("id"), field("text"))
    })
}

#[test]
fn every_output_reads_as_a_value_and_writes_the_same() {
    let mut count = 0;
    for (id, text) in outputs() {
        let read: jsv::Result<Value<'_>> = jsv::from_str(&text);
        if UNREADABLE.contains(&id.as_str()) {
            assert!(read.is_err(), "{id}: {text:?}");
            continue;
        }
        let value = read.unwrap_or_else(|error| panic!("{id}: {text:?}: {error}"));
        let again = jsv::to_string(&value).unwrap();
        assert_eq!(
            jsv::from_str::<Value<'_>>(&again).unwrap(),
            value,
            "{id}: {text:?}"
        );
        count += 1;
    }
    assert_eq!(count, 39);
}

#[test]
fn values_come_as_the_client_meant_them() {
    let text_of = |id: &str| outputs().find(|output| output.0 == id).unwrap().1;
    let read = |id: &str| text_of(id).parse::<Value<'static>>().unwrap();
    assert_eq!(read("TS0019"), Value::from("a\""));
    assert_eq!(read("TS0022"), Value::from("a\nb"));
    assert_eq!(read("TS0036"), jsv!([["1"], [], [[]]]));
    assert_eq!(read("TS0037"), jsv!(["a,b", "c"]));
    assert_eq!(read("TS0049"), jsv!({ a: {}, b: [] }));
    assert_eq!(read("TS0051"), jsv!({ d: "2020-01-02T03:04:05" }));
    assert_eq!(jsv::from_str::<f64>(&text_of("TS0011")).unwrap(), 1e21);
    assert!(!jsv::from_str::<bool>(&text_of("TS0004")).unwrap());
}
