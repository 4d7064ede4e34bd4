//! Containers of .NET that Rust has no likes of.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::harness::Wire;

/// Written from its top, read in the order of the text: reversed by each round trip, as in .NET.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Stack<T>(Vec<T>);

impl<T: Wire> Wire for Stack<T> {
    fn show(&self) -> Json {
        self.0.iter().rev().map(Wire::show).collect()
    }

    fn build(json: &Json) -> Option<Self> {
        Vec::build(json).map(Self)
    }
}

/// `KeyValuePair<K, V>`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct KeyValuePair<K: Default, V: Default> {
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
        pub(super) struct $type<A, B>(A, B);

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
