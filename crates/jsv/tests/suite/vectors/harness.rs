//! Runs vectors: texts that ServiceStack.Text wrote or read, with the values that it saw.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jsv::ReadOptions;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

/// A type that the vectors know.
pub trait Wire: Sized {
    /// The value as the vectors state it.
    fn show(&self) -> Json;
    /// The value that a vector states; `None` if the type has no such value.
    fn build(json: &Json) -> Option<Self>;
}

/// What a type does with a text and with a value.
#[derive(Clone, Copy)]
pub struct Codec {
    read: fn(&str, ReadOptions) -> jsv::Result<Json>,
    write: fn(&Json, &jsv::WriteOptions) -> Option<jsv::Result<(String, Json)>>,
}

/// The codec of a type.
pub fn codec<T: Wire + Serialize + DeserializeOwned>() -> Codec {
    Codec {
        read: |text, options| options.from_str::<T>(text).map(|value| value.show()),
        write: |json, options| {
            let value = T::build(json)?;
            let text = options.to_string(&value);
            Some(text.map(|text| (text, value.show())))
        },
    }
}

/// A line of the data.
struct Vector {
    id: String,
    op: String,
    level: String,
    type_name: String,
    text: String,
    value: Json,
}

fn vectors(data: &str) -> impl Iterator<Item = Vector> {
    data.lines().map(|line| {
        let json: Json = serde_json::from_str(line).unwrap();
        let field = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
        Vector {
            id: field("id"),
            op: field("op"),
            level: field("level"),
            type_name: field("type"),
            text: field("text"),
            value: normal(&json["value"]),
        }
    })
}

/// Floating-point numbers by their bits, so that spellings do not matter.
fn normal(json: &Json) -> Json {
    match json {
        Json::Array(items) => items.iter().map(normal).collect(),
        Json::Object(members) => {
            let bits = |name: &str| members.get(name)?.as_str()?.parse::<f64>().ok();
            if let Some(number) = bits("$f64") {
                return json!({ "$f64": number.to_bits() });
            }
            if let Some(number) = members.get("$f32").and_then(Json::as_str) {
                return json!({ "$f32": number.parse::<f32>().unwrap().to_bits() });
            }
            let members = members.iter().filter(|(_, value)| !value.is_null());
            members
                .map(|(name, value)| (name.clone(), normal(value)))
                .collect()
        }
        other => other.clone(),
    }
}

/// How one check of a vector went.
enum Outcome {
    Right,
    Wrong(String),
}

impl Vector {
    /// The checks that the vector asks for, by name.
    fn checks(
        &self,
        codec: Codec,
        options: &jsv::WriteOptions,
    ) -> Option<Vec<(&'static str, Outcome)>> {
        let strict = ReadOptions::new();
        let lenient = strict.lenient();
        Some(match (self.op.as_str(), self.level.as_str()) {
            ("write", _) => {
                let written = (codec.write)(&self.value, options)?;
                let (text, shown) = match written {
                    Ok(written) => written,
                    Err(error) => return Some(vec![("write", Outcome::Wrong(error.to_string()))]),
                };
                vec![
                    ("write", same(&text, &self.text)),
                    (
                        "write, read strictly",
                        same_value((codec.read)(&self.text, strict), &shown),
                    ),
                    (
                        "write, read leniently",
                        same_value((codec.read)(&self.text, lenient), &shown),
                    ),
                ]
            }
            (_, "must") => vec![
                (
                    "read strictly",
                    same_value((codec.read)(&self.text, strict), &self.value),
                ),
                (
                    "read leniently",
                    same_value((codec.read)(&self.text, lenient), &self.value),
                ),
            ],
            (_, "lenient") => {
                vec![(
                    "read leniently",
                    same_value((codec.read)(&self.text, lenient), &self.value),
                )]
            }
            _ => vec![
                (
                    "refused strictly",
                    refused((codec.read)(&self.text, strict)),
                ),
                (
                    "refused leniently",
                    refused((codec.read)(&self.text, lenient)),
                ),
            ],
        })
    }
}

fn same(found: &str, wanted: &str) -> Outcome {
    if found == wanted {
        return Outcome::Right;
    }
    Outcome::Wrong(format!("{found:?} instead of {wanted:?}"))
}

fn same_value(found: jsv::Result<Json>, wanted: &Json) -> Outcome {
    match found {
        Ok(found) if normal(&found) == *wanted || normal(&found) == normal(wanted) => {
            Outcome::Right
        }
        Ok(found) => Outcome::Wrong(format!("{found} instead of {wanted}")),
        Err(error) => Outcome::Wrong(format!("{error} instead of {wanted}")),
    }
}

fn refused(found: jsv::Result<Json>) -> Outcome {
    match found {
        Err(_) => Outcome::Right,
        Ok(found) => Outcome::Wrong(format!("{found} instead of an error")),
    }
}

/// Counts of a check: right, listed as an exception.
type Counts = BTreeMap<(String, &'static str), (usize, usize)>;

/// Runs every vector whose type is in the table. What goes wrong has to be on the list of
/// exceptions (`id check: reason` a line), and what is on the list has to go wrong.
///
/// Returns the table of counts.
pub fn run(
    data: &str,
    types: &BTreeMap<&str, Codec>,
    options: &jsv::WriteOptions,
    exceptions: &str,
) -> String {
    let listed: BTreeSet<&str> = exceptions
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(": ").expect("`id check: reason`").0)
        .collect();
    let mut counts = Counts::new();
    let mut faults = String::new();
    let mut met = BTreeSet::new();
    for vector in vectors(data) {
        let Some(codec) = types.get(vector.type_name.as_str()) else {
            continue;
        };
        for (check, outcome) in vector.checks(*codec, options).into_iter().flatten() {
            let name = format!("{} {check}", vector.id);
            let count = counts.entry((vector.level.clone(), check)).or_default();
            match (outcome, listed.get(name.as_str())) {
                (Outcome::Right, None) => count.0 += 1,
                (Outcome::Wrong(_), Some(name)) => {
                    count.1 += 1;
                    met.insert(*name);
                }
                (Outcome::Wrong(fault), None) => {
                    let (type_name, text) = (&vector.type_name, &vector.text);
                    let _ = writeln!(faults, "{name}: {type_name} {text:?}: {fault}");
                }
                (Outcome::Right, Some(name)) => {
                    met.insert(*name);
                    let _ = writeln!(faults, "{name}: listed, but right");
                }
            }
        }
    }
    for name in listed.difference(&met) {
        let _ = writeln!(faults, "{name}: listed, but not met");
    }
    assert!(faults.is_empty(), "\n{faults}");
    table(&counts)
}

fn table(counts: &Counts) -> String {
    let mut table =
        String::from("| level | check | right | listed |\n| --- | --- | ---: | ---: |\n");
    for ((level, check), (right, listed)) in counts {
        let _ = writeln!(table, "| {level} | {check} | {right} | {listed} |");
    }
    table
}
