//! How types of Rust show the values that the vectors state.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::hash::Hash;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::harness::Wire;

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl Wire for $type {
            fn show(&self) -> Json {
                json!(self)
            }

            fn build(json: &Json) -> Option<Self> {
                serde_json::from_value(json.clone()).ok()
            }
        }
    )*};
}

integers! { bool i8 i16 i32 i64 u8 u16 u32 u64 String }

macro_rules! floats {
    ($($type:ty, $bits:ty, $name:literal;)*) => {$(
        impl Wire for $type {
            fn show(&self) -> Json {
                json!({ $name: self.to_bits() })
            }

            fn build(json: &Json) -> Option<Self> {
                let bits = json[$name].as_u64()?;
                Some(<$type>::from_bits(<$bits>::try_from(bits).ok()?))
            }
        }
    )*};
}

floats! { f32, u32, "$f32"; f64, u64, "$f64"; }

impl Wire for char {
    fn show(&self) -> Json {
        json!({ "$char": format!("U+{:04X}", u32::from(*self)) })
    }

    fn build(json: &Json) -> Option<Self> {
        let code = json["$char"].as_str()?.strip_prefix("U+")?;
        Self::from_u32(u32::from_str_radix(code, 16).ok()?)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn show(&self) -> Json {
        self.as_ref().map_or(Json::Null, Wire::show)
    }

    fn build(json: &Json) -> Option<Self> {
        if json.is_null() {
            return Some(None);
        }
        T::build(json).map(Some)
    }
}

macro_rules! lists {
    ($($type:ident $(: $($bound:ident +)*)?;)*) => {$(
        impl<T: Wire $($(+ $bound)*)?> Wire for $type<T> {
            fn show(&self) -> Json {
                self.iter().map(Wire::show).collect()
            }

            fn build(json: &Json) -> Option<Self> {
                json.as_array()?.iter().map(T::build).collect()
            }
        }
    )*};
}

lists! { Vec; VecDeque; BTreeSet: Ord +; }

impl<T: Wire + Eq + Hash> Wire for HashSet<T> {
    fn show(&self) -> Json {
        let mut items: Vec<Json> = self.iter().map(Wire::show).collect();
        items.sort_by_key(Json::to_string);
        items.into()
    }

    fn build(json: &Json) -> Option<Self> {
        json.as_array()?.iter().map(T::build).collect()
    }
}

/// A nullable value type: announces itself, so that `""` is null.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub struct Nullable<T>(pub Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Visitor<T> {
            type Value = Nullable<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a value or null")
            }

            fn visit_none<E>(self) -> Result<Nullable<T>, E> {
                Ok(Nullable(None))
            }

            fn visit_some<D: serde::Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Nullable<T>, D::Error> {
                T::deserialize(deserializer).map(|value| Nullable(Some(value)))
            }
        }

        deserializer.deserialize_newtype_struct(jsv::NULLABLE, Visitor(std::marker::PhantomData))
    }
}

impl<T: Wire> Wire for Nullable<T> {
    fn show(&self) -> Json {
        self.0.show()
    }

    fn build(json: &Json) -> Option<Self> {
        Option::<T>::build(json).map(Self)
    }
}

/// A dictionary in the order of its text.
#[derive(Debug, Clone, Default)]
pub struct Pairs<K, V>(pub Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Pairs<K, V> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Pairs<K, V> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<K, V>(std::marker::PhantomData<(K, V)>);

        impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> serde::de::Visitor<'de> for Visitor<K, V> {
            type Value = Pairs<K, V>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(Visitor(std::marker::PhantomData))
    }
}

impl<K: Wire, V: Wire> Wire for Pairs<K, V> {
    fn show(&self) -> Json {
        let shown: Vec<(Json, Json)> = self
            .0
            .iter()
            .map(|(key, value)| (key.show(), value.show()))
            .collect();
        if shown.iter().all(|(key, _)| key.is_string()) && !shown.is_empty() {
            let members = shown.into_iter().filter(|(_, value)| !value.is_null());
            return members
                .map(|(key, value)| (key.as_str().unwrap_or_default().to_owned(), value))
                .collect::<Map<_, _>>()
                .into();
        }
        if shown.is_empty() {
            return json!({});
        }
        json!({ "$entries": shown })
    }

    fn build(json: &Json) -> Option<Self> {
        if let Some(entries) = json["$entries"].as_array() {
            let pair = |entry: &Json| Some((K::build(&entry[0])?, V::build(&entry[1])?));
            return entries.iter().map(pair).collect::<Option<_>>().map(Self);
        }
        let pair =
            |(key, value): (&String, &Json)| Some((K::build(&json!(key))?, V::build(value)?));
        json.as_object()?
            .iter()
            .map(pair)
            .collect::<Option<_>>()
            .map(Self)
    }
}

/// States classes once: how serde sees them, and how the vectors do.
macro_rules! classes {
    ($($(#[$class_attr:meta])* $class:ident $(= $shown:literal)? { $($(#[$attr:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        #[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        $(#[$class_attr])*
        #[allow(non_snake_case, reason = "members are named as .NET names them")]
        pub struct $class { $($(#[$attr])* pub $field: $type),* }

        impl $crate::vectors::harness::Wire for $class {
            fn show(&self) -> serde_json::Value {
                let mut members = serde_json::Map::new();
                let name = concat!($($shown, )? );
                let name = if name.is_empty() { stringify!($class) } else { name };
                members.insert("$class".into(), name.into());
                $(
                    let value = $crate::vectors::harness::Wire::show(&self.$field);
                    if !value.is_null() {
                        members.insert(stringify!($field).into(), value);
                    }
                )*
                members.into()
            }

            fn build(json: &serde_json::Value) -> Option<Self> {
                json.as_object()?;
                Some(Self {
                    $($field: match &json[stringify!($field)] {
                        serde_json::Value::Null => Default::default(),
                        value => $crate::vectors::harness::Wire::build(value)?,
                    },)*
                })
            }
        }
    )*};
}

/// States enumerations that go by name.
macro_rules! enumerations {
    ($($name:ident { $($(#[$attr:meta])* $variant:ident),* $(,)? })*) => {$(
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name { #[default] $($(#[$attr])* $variant),* }

        impl $crate::vectors::harness::Wire for $name {
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

pub(crate) use {classes, enumerations};
