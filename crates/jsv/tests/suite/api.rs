//! The surface: entry points, options, errors.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use jsv::{Category, Duplicates, Map, ReadOptions, TextCase, Value, WriteOptions, jsv};
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Person {
    name: String,
    age: u8,
    friends: Vec<Person>,
}

fn person(name: &str, age: u8) -> Person {
    Person {
        name: name.into(),
        age,
        friends: Vec::new(),
    }
}

#[test]
fn every_way_in_reads_the_same() {
    let text = "{name:Ada,age:36,friends:[{name:\"a,b\"}]}";
    let read: Person = jsv::from_str(text).unwrap();
    assert_eq!(read.friends, [person("a,b", 0)]);
    assert_eq!(jsv::from_slice::<Person>(text.as_bytes()).unwrap(), read);
    assert_eq!(
        jsv::from_reader::<_, Person>(text.as_bytes()).unwrap(),
        read
    );
    let marked = format!("\u{feff}{text}");
    assert_eq!(jsv::from_str::<Person>(&marked).unwrap(), read);
    let mut deserializer = jsv::Deserializer::from_str(text);
    assert_eq!(Person::deserialize(&mut deserializer).unwrap(), read);
    deserializer.end().unwrap();
    assert_eq!(
        jsv::from_value::<Person>(&jsv::to_value(&read).unwrap()).unwrap(),
        read
    );
}

#[test]
fn every_way_out_writes_the_same() {
    let text = jsv::to_string(&person("Ada", 36)).unwrap();
    assert_eq!(text, "{name:Ada,age:36,friends:[]}");
    assert_eq!(jsv::to_vec(&person("Ada", 36)).unwrap(), text.as_bytes());
    let mut out = Vec::new();
    jsv::to_writer(&mut out, &person("Ada", 36)).unwrap();
    assert_eq!(out, text.as_bytes());
    let pascal = WriteOptions::new().text_case(TextCase::Pascal);
    assert_eq!(
        pascal.to_string(&person("Ada", 36)).unwrap(),
        "{Name:Ada,Age:36,Friends:[]}"
    );
}

#[test]
fn text_is_borrowed_unless_a_quote_is_doubled() {
    #[derive(Deserialize)]
    struct Texts<'a> {
        plain: &'a str,
        quoted: &'a str,
        #[serde(borrow)]
        doubled: Cow<'a, str>,
    }
    let text = "{plain:a b,quoted:\"a,b\",doubled:\"a\"\"b\"}";
    let texts: Texts<'_> = jsv::from_str(text).unwrap();
    assert_eq!(
        (texts.plain, texts.quoted, &*texts.doubled),
        ("a b", "a,b", "a\"b")
    );
    let value: Value<'_> = jsv::from_str(text).unwrap();
    let is_borrowed = |key: &str| matches!(&value[key], Value::Text(Cow::Borrowed(_)));
    assert!(is_borrowed("plain") && is_borrowed("quoted") && !is_borrowed("doubled"));
    assert!(jsv::from_str::<&str>("\"a\"\"b\"").is_err());
}

#[test]
fn errors_tell_what_and_where() {
    let cases = [
        ("{name:x,\n é:1", Category::Eof, 2, 4, 13),
        ("{age:x}", Category::Data, 1, 6, 5),
        ("{age:300}", Category::Data, 1, 6, 5),
        ("{name:x}y", Category::Syntax, 1, 9, 8),
        ("{name:\"x\"y}", Category::Syntax, 1, 10, 9),
        ("{friends:[{name:a]}", Category::Syntax, 1, 18, 17),
        ("{name:\"x}", Category::Eof, 1, 7, 6),
        ("x", Category::Syntax, 1, 1, 0),
        ("", Category::Eof, 1, 1, 0),
    ];
    for (text, category, line, column, offset) in cases {
        let error = jsv::from_str::<Person>(text).unwrap_err();
        let place = (
            error.classify(),
            error.line(),
            error.column(),
            error.offset(),
        );
        assert_eq!(
            place,
            (category, line, column, Some(offset)),
            "{text:?}: {error}"
        );
    }
    let error = jsv::from_slice::<Value<'_>>(b"{a:\xff}").unwrap_err();
    assert_eq!(
        (error.classify(), error.offset()),
        (Category::Syntax, Some(3))
    );
    let failing = std::io::empty();
    assert_eq!(jsv::from_reader::<_, String>(failing).unwrap(), "");
    assert!(
        jsv::from_str::<u8>("300")
            .unwrap_err()
            .to_string()
            .contains("out of range")
    );
}

#[test]
fn depth_is_limited_in_every_mode() {
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    for options in [ReadOptions::new(), ReadOptions::new().lenient()] {
        assert!(options.from_str::<Value<'_>>(&nested(128)).is_ok());
        let error = options.from_str::<Value<'_>>(&nested(129)).unwrap_err();
        assert_eq!(error.classify(), Category::Depth);
        let shallow = options.max_depth(3);
        assert!(shallow.from_str::<Value<'_>>(&nested(3)).is_ok());
        assert_eq!(
            shallow
                .from_str::<Value<'_>>(&nested(4))
                .unwrap_err()
                .classify(),
            Category::Depth
        );
        // What nobody asked for is passed over without going into it.
        let unasked = format!("{{x:{}}}", "[".repeat(100_000));
        let error = options.from_str::<Person>(&unasked);
        assert_eq!(error.is_err(), options == ReadOptions::new());
        let keys = "{".repeat(100_000) + "a:1" + &"}:1".repeat(100_000);
        assert!(
            options
                .from_str::<BTreeMap<BTreeMap<String, u8>, u8>>(&keys)
                .is_err()
        );
    }
}

#[test]
fn the_last_of_several_members_counts_or_none() {
    let text = "{name:a,friends:[{age:1,AGE:\"2\",Age:3},{age:x,age:4}],name:b,age:1}";
    let refusing = ReadOptions::new().duplicates(Duplicates::Refused);
    for options in [ReadOptions::new(), ReadOptions::new().lenient()] {
        let read: Person = options.from_str(text).unwrap();
        assert_eq!((read.name.as_str(), read.age), ("b", 1));
        assert_eq!(read.friends, [person("", 3), person("", 4)]);
        let mode = refusing.mode(if options == ReadOptions::new() {
            jsv::Mode::Strict
        } else {
            jsv::Mode::Lenient
        });
        let error = mode.from_str::<Person>(text).unwrap_err();
        assert!(error.to_string().contains("comes twice"), "{error}");
        let map: HashMap<String, u8> = options.from_str("{a:1,b:2,a:3}").unwrap();
        assert_eq!(map["a"], 3);
        assert!(
            mode.from_str::<HashMap<String, u8>>("{a:1,b:2,a:3}")
                .is_err()
        );
        assert!(mode.from_str::<Value<'_>>("{a:{b:1,b:2}}").is_err());
    }
    let mut deserializer = jsv::Deserializer::from_str("{age:1,age:2}");
    assert_eq!(
        Person::deserialize(&mut deserializer).unwrap(),
        person("", 2)
    );
}

#[test]
fn unknown_members_are_passed_over_or_refused() {
    let text = "{name:a,other:{deep:[1,\"}\"]},age:1}";
    assert_eq!(jsv::from_str::<Person>(text).unwrap(), person("a", 1));
    for options in [ReadOptions::new(), ReadOptions::new().lenient()] {
        let error = options
            .refuse_unknown_members(true)
            .from_str::<Person>(text)
            .unwrap_err();
        assert_eq!(
            (error.classify(), error.offset()),
            (Category::Data, Some(8)),
            "{error}"
        );
    }
}

#[test]
fn names_match_in_any_case() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct User {
        organisation_id: u8,
    }
    for text in [
        "{organisation_id:1}",
        "{OrganisationId:1}",
        "{organisationId:1}",
        "{\n\tORGANISATIONID:1}",
        "{\"OrganisationID\":1}",
    ] {
        assert_eq!(
            jsv::from_str::<User>(text).unwrap(),
            User { organisation_id: 1 },
            "{text:?}"
        );
    }
}

#[test]
fn strict_reading_refuses_what_loses_data() {
    for text in [
        "{name:a",
        "{name:a}}",
        "{name:a}\n",
        " {name:a}",
        "{name:a,}",
        "{name:\"a\"b}",
        "{ \"name\":a}",
        "{friends: [{name:a}]}",
        "{age:x}",
        "{age:-1}",
        "{}{}",
    ] {
        assert!(jsv::from_str::<Person>(text).is_err(), "{text:?}");
    }
    let file = ReadOptions::new().allow_trailing_blanks(true);
    assert_eq!(
        file.from_str::<Person>("{name:a}\r\n").unwrap(),
        person("a", 0)
    );
}

#[test]
fn lenient_reading_leaves_what_does_not_fit_at_its_default() {
    let lenient = ReadOptions::new().lenient();
    let read: Person = lenient
        .from_str("{name:a,age:x,friends:[{age:1,age:y},{age:}]")
        .unwrap();
    assert_eq!(read.age, 0);
    assert_eq!(read.friends, [person("", 1), person("", 0)]);
    // Only so many: each takes an attempt of its own.
    let many = format!("{{friends:[{}]}}", vec!["{age:x}"; 101].join(","));
    assert_eq!(
        lenient.from_str::<Person>(&many).unwrap_err().classify(),
        Category::Data
    );
}

#[test]
fn values_are_made_looked_at_and_changed() {
    let mut value = jsv!({ list: [1, "a,b", null, { "deep key": 2.5 }], "k:1": true, (format!("n{}", 1)): 'x' });
    assert_eq!(
        value.to_string(),
        "{list:[1,\"a,b\",,{deep key:2.5}],\"k:1\":True,n1:x}"
    );
    assert_eq!(value["list"][0].as_u64(), Some(1));
    assert_eq!(value["list"][3]["deep key"].as_f64(), Some(2.5));
    assert_eq!(value["k:1"].as_bool(), Some(true));
    assert!(value["no"]["such"][7].is_null());
    value
        .as_map_mut()
        .unwrap()
        .insert("n1", Value::from(vec![1_u8, 2]));
    value.as_map_mut().unwrap().remove("list");
    assert_eq!(
        format!("{value:#}"),
        "{\n\t\"k:1\": True,\n\tn1: \n\t[\n\t\t1,\n\t\t2\n\t]\n}"
    );
    let from_json: Value<'_> = serde_json::from_str("{\"a\":[1,true,null,\"x\"]}").unwrap();
    assert_eq!(from_json, jsv!({ a: [1, true, null, "x"] }));
    let map: Map<'_> = jsv::from_str("{a:1}").unwrap();
    assert_eq!(map["a"], "1");
}

#[test]
fn what_people_read_is_laid_out_as_dump_does() {
    let people = vec![jsv!({ Name: "b", Age: 0 }), jsv!({ Name: "c:d", Age: 0 })];
    let dump =
        "[\n\t{\n\t\tName: b,\n\t\tAge: 0\n\t},\n\t{\n\t\tName: \"c:d\",\n\t\tAge: 0\n\t}\n]";
    assert_eq!(jsv::to_string_pretty(&people).unwrap(), dump);
    assert_eq!(jsv::to_string_pretty(&jsv!({})).unwrap(), "{\n\t\n}");
    assert_eq!(jsv::to_string_pretty(&jsv!([])).unwrap(), "[\n\t\n]");
    assert_eq!(
        jsv::to_string_pretty(&jsv!({ A: "a\"b{" })).unwrap(),
        "{\n\tA: \"a\"\"b{\"\n}"
    );
}

#[test]
fn a_deserializer_does_not_pass_strict_reading_off_as_lenient() {
    let options = ReadOptions::new().lenient();
    let mut deserializer = jsv::Deserializer::from_str("[1,2]").with_options(options);
    let error = Vec::<u8>::deserialize(&mut deserializer).unwrap_err();
    assert!(
        error.to_string().contains("ReadOptions::from_str"),
        "{error}"
    );
}
