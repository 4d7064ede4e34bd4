//! The types of the vectors that need nothing beyond serde.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value as Json;

use super::containers::{KeyValuePair, Stack, Tuple, ValueTuple};
use super::harness::{Codec, Wire, codec};
use super::wire::{Nullable, Pairs, classes};

type Text = Option<String>;

classes! {
    S1 { A: Text }
    Person { Name: Text, Age: i32 }
    Nested {
        Name: Text, P: Option<Person>, Ps: Option<Vec<Option<Person>>>, M: Option<Pairs<String, Text>>,
        L: Option<Vec<Text>>, I: Option<Vec<i32>>, Z: Text,
    }
    Obj { O: Text }
    Nums2 { B: bool }
    Poco { Name: Text }
    Parent0 { Child: Option<Box<Parent0>>, Id: i32 }
    Empty0 {}
    IdName { Id: i32, Name: Text }
    KV { Key: Text, Value: Text }
    TestMapped { StringListProp: Option<Vec<Text>>, StringArrayProp: Option<Vec<Text>>, IntArrayProp: Option<Vec<Nullable<i32>>> }
    Deep {
        LL: Option<Vec<Vec<i32>>>, DL: Option<Pairs<String, Option<Vec<i32>>>>, DP: Option<Pairs<i32, Person>>,
        AA: Option<Vec<Vec<i32>>>, LD: Option<Vec<Pairs<String, Text>>>,
    }
    SetDto {
        S: Option<BTreeSet<Text>>, Cs: Option<Vec<Text>>, E: Option<Vec<Text>>, Q: Option<VecDeque<Text>>,
        K: Option<Stack<i32>>, R: Option<Vec<i32>>, IL: Option<Vec<Text>>,
    }
    NullLists { A: Option<Vec<Nullable<i32>>>, B: Option<Vec<Text>>, C: Option<Vec<Nullable<i32>>>, D: Option<Vec<Option<Person>>>, Z: Text }
    Basket { Items: Option<Pairs<ItemK, i32>> }
    ItemK { r#type: i32, color: i32 }
    Derived1 { Name: Text, Id: i32 }
    IHold { IL: Option<Vec<Text>>, ID: Option<Pairs<String, i32>>, IE: Option<Vec<i32>> }
    EmDto { E: Em }
    Gen = "Gen`1" { V: i32, Kids: Option<Vec<Gen>> }
    Anonymous = "AnonymousType" { A: i32, B: Text, D: Option<AnonymousInner> }
    AnonymousInner = "AnonymousType" { E: i32 }
    Alias { #[serde(rename = "x_y")] XY: Text, #[serde(skip)] Hidden: Text, FooBar: Text }
    AliasNoDc { Id: i32, #[serde(rename = "alias")] Name: Text }
    WeirdNames { #[serde(rename = "a:b")] A: i32, #[serde(rename = "c,d")] B: Text, #[serde(rename = "e f")] E: Text }
}

/// States enumerations that go by name.
macro_rules! enumerations {
    ($($name:ident { $($(#[$attr:meta])* $variant:ident),* $(,)? })*) => {$(
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        enum $name { #[default] $($(#[$attr])* $variant),* }

        impl Wire for $name {
            fn show(&self) -> serde_json::Value {
                serde_json::json!({ "$enum": format!("{self:?}") })
            }

            fn build(json: &serde_json::Value) -> Option<Self> {
                let name = json["$enum"].as_str()?;
                $(if name == stringify!($variant) {
                    return Some(Self::$variant);
                })*
                None
            }
        }
    )*};
}

enumerations! {
    Em { #[serde(rename = "one-x", alias = "One")] One, Two, #[serde(rename = "a,b", alias = "Three")] Three }
    Day { #[serde(rename = "MON", alias = "Monday")] Monday, #[serde(rename = "SUN", alias = "Sunday")] Sunday }
    TestEnum { EnumValue1, EnumValue2 }
}

impl<T: Wire> Wire for Box<T> {
    fn show(&self) -> Json {
        T::show(self)
    }

    fn build(json: &Json) -> Option<Self> {
        T::build(json).map(Self::new)
    }
}

/// The types by the names that the vectors give them.
pub(super) fn types() -> BTreeMap<&'static str, Codec> {
    let mut types = scalars();
    types.extend(lists());
    types.extend(dictionaries());
    types.extend(objects());
    types
}

fn scalars() -> BTreeMap<&'static str, Codec> {
    BTreeMap::from([
        ("string", codec::<Text>()),
        ("object", codec::<Text>()),
        ("bool", codec::<bool>()),
        ("bool?", codec::<Nullable<bool>>()),
        ("int", codec::<i32>()),
        ("int?", codec::<Nullable<i32>>()),
        ("long", codec::<i64>()),
        ("byte", codec::<u8>()),
        ("SByte", codec::<i8>()),
        ("Int16", codec::<i16>()),
        ("UInt16", codec::<u16>()),
        ("UInt32", codec::<u32>()),
        ("UInt64", codec::<u64>()),
        ("float", codec::<f32>()),
        ("double", codec::<f64>()),
        ("double?", codec::<Nullable<f64>>()),
        ("char", codec::<char>()),
        ("char?", codec::<Option<char>>()),
        ("Em", codec::<Em>()),
        ("Day", codec::<Day>()),
        ("TestEnum", codec::<TestEnum>()),
        ("TestEnum?", codec::<Nullable<TestEnum>>()),
    ])
}

fn lists() -> BTreeMap<&'static str, Codec> {
    let mut lists = BTreeMap::from([
        ("HashSet<int>", codec::<Option<BTreeSet<i32>>>()),
        ("List<List<int>>", codec::<Option<Vec<Option<Vec<i32>>>>>()),
        ("List<List<string>>", codec::<Option<Vec<Vec<Text>>>>()),
        ("List<bool>", codec::<Option<Vec<bool>>>()),
        ("bool[]", codec::<Option<Vec<bool>>>()),
        ("BitArray", codec::<Option<Vec<bool>>>()),
        ("List<char>", codec::<Option<Vec<char>>>()),
        ("char[]", codec::<Option<Vec<char>>>()),
        ("List<double>", codec::<Option<Vec<f64>>>()),
        ("ReadOnlyCollection<double>", codec::<Option<Vec<f64>>>()),
        ("Stack<int>", codec::<Option<Stack<i32>>>()),
        ("Stack<string>", codec::<Option<Stack<Text>>>()),
        ("SortedSet<string>", codec::<Option<BTreeSet<Text>>>()),
        ("string[][]", codec::<Option<Vec<Vec<Text>>>>()),
        ("double[,,]", codec::<Option<Vec<Vec<Vec<f64>>>>>()),
    ]);
    let texts = codec::<Option<Vec<Text>>>();
    for name in [
        "List<string>",
        "string[]",
        "object[]",
        "List<object>",
        "Queue<string>",
        "StrList",
        "IEnumerable",
        "ReadOnlyCollection<string>",
        "Collection<string>",
        "StringCollection",
        "IReadOnlyList<string>",
        "ICollection<string>",
        "LinkedList<string>",
        "IList<string>",
        "IEnumerable<string>",
        "HashSet<string>",
    ] {
        lists.insert(name, texts);
    }
    for name in [
        "List<int>",
        "int[]",
        "IntList2",
        "IntIdList",
        "LinkedList<int>",
        "IEnumerable<int>",
        "Queue<int>",
    ] {
        lists.insert(name, codec::<Option<Vec<i32>>>());
    }
    lists.insert("List<long>", codec::<Option<Vec<i64>>>());
    for name in ["List<int?>", "int?[]"] {
        lists.insert(name, codec::<Option<Vec<Nullable<i32>>>>());
    }
    for name in ["List<Person>", "Person[]"] {
        lists.insert(name, codec::<Option<Vec<Option<Person>>>>());
    }
    lists
}

fn dictionaries() -> BTreeMap<&'static str, Codec> {
    let mut dictionaries = BTreeMap::from([
        (
            "Dictionary<string,int>",
            codec::<Option<Pairs<String, i32>>>(),
        ),
        (
            "Dictionary<string,int?>",
            codec::<Option<Pairs<String, Nullable<i32>>>>(),
        ),
        (
            "Dictionary<int,string>",
            codec::<Option<Pairs<i32, Text>>>(),
        ),
        ("Dictionary<bool,int>", codec::<Option<Pairs<bool, i32>>>()),
        (
            "Dictionary<Person,int>",
            codec::<Option<Pairs<Person, i32>>>(),
        ),
        (
            "Dictionary<string,List<int>>",
            codec::<Option<Pairs<String, Option<Vec<i32>>>>>(),
        ),
        (
            "Dictionary<string,Person>",
            codec::<Option<Pairs<String, Option<Person>>>>(),
        ),
        (
            "List<Dictionary<string,string>>",
            codec::<Option<Vec<Pairs<String, Text>>>>(),
        ),
        (
            "Dictionary<string,string>[]",
            codec::<Option<Vec<Pairs<String, Text>>>>(),
        ),
        ("ItemCollection", codec::<Option<Pairs<String, KV>>>()),
    ]);
    for name in [
        "Dictionary<string,string>",
        "SortedDictionary<string,string>",
        "Dictionary<string,object>",
        "IDictionary",
        "IDictionary<string,object>",
        "Dictionary<object,object>",
        "JsonObject",
        "Hashtable",
    ] {
        dictionaries.insert(name, codec::<Option<Pairs<String, Text>>>());
    }
    dictionaries
}

fn objects() -> BTreeMap<&'static str, Codec> {
    BTreeMap::from([
        ("S1", codec::<Option<S1>>()),
        ("Person", codec::<Option<Person>>()),
        ("Nested", codec::<Option<Nested>>()),
        ("Obj", codec::<Option<Obj>>()),
        ("Nums2", codec::<Option<Nums2>>()),
        ("Poco", codec::<Option<Poco>>()),
        ("Parent0", codec::<Option<Parent0>>()),
        ("Empty0", codec::<Option<Empty0>>()),
        ("IdName", codec::<Option<IdName>>()),
        ("KV[]", codec::<Option<Vec<KV>>>()),
        ("TestMapped", codec::<Option<TestMapped>>()),
        ("Deep", codec::<Option<Deep>>()),
        ("SetDto", codec::<Option<SetDto>>()),
        ("NullLists", codec::<Option<NullLists>>()),
        ("Basket", codec::<Option<Basket>>()),
        ("Derived1", codec::<Option<Derived1>>()),
        ("IHold", codec::<Option<IHold>>()),
        ("EmDto", codec::<Option<EmDto>>()),
        ("Gen<int>", codec::<Option<Gen>>()),
        ("anon", codec::<Option<Anonymous>>()),
        ("Alias", codec::<Option<Alias>>()),
        ("AliasNoDc", codec::<Option<AliasNoDc>>()),
        ("WeirdNames", codec::<Option<WeirdNames>>()),
        (
            "KeyValuePair<string,int>",
            codec::<KeyValuePair<Text, i32>>(),
        ),
        (
            "List<KeyValuePair<string,string>>",
            codec::<Option<Vec<KeyValuePair<Text, Text>>>>(),
        ),
        (
            "List<KeyValuePair<string,int>>",
            codec::<Option<Vec<KeyValuePair<Text, i32>>>>(),
        ),
        ("Tuple<int,string>", codec::<Tuple<i32, Text>>()),
        ("Tuple<string,int>", codec::<Tuple<Text, i32>>()),
        ("ValueTuple<int,string>", codec::<ValueTuple<i32, Text>>()),
    ])
}
