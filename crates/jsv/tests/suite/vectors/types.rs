//! The types of the vectors that need nothing beyond serde.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::harness::{Codec, Wire, codec};
use super::wire::{Nullable, Pairs, classes, enumerations};

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
        LL: Option<Vec<Vec<i32>>>, DL: Option<Pairs<String, Vec<i32>>>, DP: Option<Pairs<i32, Person>>,
        AA: Option<Vec<Vec<i32>>>, LD: Option<Vec<Pairs<String, Text>>>,
    }
    SetDto {
        S: Option<BTreeSet<Text>>, Cs: Option<Vec<Text>>, E: Option<Vec<Text>>, Q: Option<VecDeque<Text>>,
        K: Option<Stack>, R: Option<Vec<i32>>, IL: Option<Vec<Text>>,
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
    Exclude { Id: i32, Key: Text }
    Animal { Name: Text }
}

enumerations! {
    Color { Red, Green, Blue }
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

/// Written from its top, read in the order of the text: reversed by each round trip, as in .NET.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stack(Vec<i32>);

impl Wire for Stack {
    fn show(&self) -> Json {
        self.0.iter().rev().copied().collect()
    }

    fn build(json: &Json) -> Option<Self> {
        Vec::build(json).map(Self)
    }
}

/// `KeyValuePair<K, V>`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct KeyValuePair<K: Default, V: Default> {
    key: K,
    value: V,
}

impl<K: Wire + Default, V: Wire + Default> Wire for KeyValuePair<K, V> {
    fn show(&self) -> Json {
        let mut shown = json!({ "$class": "KeyValuePair`2" });
        for (name, value) in [("Key", self.key.show()), ("Value", self.value.show())] {
            if !value.is_null() {
                shown[name] = value;
            }
        }
        shown
    }

    fn build(json: &Json) -> Option<Self> {
        Some(Self {
            key: K::build(&json["Key"])?,
            value: V::build(&json["Value"])?,
        })
    }
}

macro_rules! tuples {
    ($($type:ident $shown:literal;)*) => {$(
        #[derive(Debug, Clone, Serialize, Deserialize)]
        struct $type<A, B>(A, B);

        impl<A: Wire, B: Wire> Wire for $type<A, B> {
            fn show(&self) -> Json {
                json!({ "$class": $shown, "Item1": self.0.show(), "Item2": self.1.show() })
            }

            fn build(json: &Json) -> Option<Self> {
                Some(Self(A::build(&json["Item1"])?, B::build(&json["Item2"])?))
            }
        }
    )*};
}

tuples! { Tuple "Tuple`2"; ValueTuple "ValueTuple`2"; }

/// The types by the names that the vectors give them.
pub fn types() -> BTreeMap<&'static str, Codec> {
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
        ("Color", codec::<Color>()),
        ("Color?", codec::<Nullable<Color>>()),
        ("Em", codec::<Em>()),
        ("Day", codec::<Day>()),
        ("TestEnum", codec::<TestEnum>()),
        ("TestEnum?", codec::<Nullable<TestEnum>>()),
    ])
}

fn lists() -> BTreeMap<&'static str, Codec> {
    let mut lists = BTreeMap::from([
        ("HashSet<int>", codec::<Option<HashSet<i32>>>()),
        ("List<List<int>>", codec::<Option<Vec<Vec<i32>>>>()),
        ("List<List<string>>", codec::<Option<Vec<Vec<Text>>>>()),
        ("List<bool>", codec::<Option<Vec<bool>>>()),
        ("bool[]", codec::<Option<Vec<bool>>>()),
        ("BitArray", codec::<Option<Vec<bool>>>()),
        ("List<char>", codec::<Option<Vec<char>>>()),
        ("char[]", codec::<Option<Vec<char>>>()),
        ("List<double>", codec::<Option<Vec<f64>>>()),
        ("ReadOnlyCollection<double>", codec::<Option<Vec<f64>>>()),
        ("Stack<int>", codec::<Option<Stack>>()),
        ("string[][]", codec::<Option<Vec<Vec<Text>>>>()),
        ("int[,]", codec::<Option<Vec<Vec<i32>>>>()),
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
        "Stack<string>",
        "LinkedList<string>",
        "IList<string>",
        "IEnumerable<string>",
        "HashSet<string>",
        "SortedSet<string>",
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
            "Dictionary<Color,int>",
            codec::<Option<Pairs<Color, i32>>>(),
        ),
        (
            "Dictionary<Person,int>",
            codec::<Option<Pairs<Person, i32>>>(),
        ),
        (
            "Dictionary<string,List<int>>",
            codec::<Option<Pairs<String, Vec<i32>>>>(),
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
