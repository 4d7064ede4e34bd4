//! JSON as ServiceStack writes it, read with its leniency about types but not about grammar.

mod compound;
mod date;
mod indent;
mod key;
mod reader;
mod serializer;
mod text;
mod value;

use std::borrow::Cow;

use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::{DecodeError, EncodeError, WriteOptions};

use reader::Reader;
use serializer::{Presence, Serializer};
use value::Value;

/// Writes a value; null where there is none.
pub(crate) fn encode<T: Serialize + ?Sized>(
    value: &T,
    options: &WriteOptions,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let start = out.len();
    if value.serialize(Serializer::new(out, options))? == Presence::Absent {
        out.extend_from_slice(b"null");
    }
    if options.indent {
        let compact = out.split_off(start);
        indent::indent(&compact, out);
    }
    Ok(())
}

/// Writes the items of a list on a line each, and anything else on one.
pub(crate) fn encode_lines<T: Serialize + ?Sized>(
    value: &T,
    options: &WriteOptions,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    value.serialize(Serializer::new(out, options).by_line())?;
    Ok(())
}

/// Reads a value from all of a text.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    decode_seed(text, std::marker::PhantomData)
}

/// Reads a value from all of a text by a seed.
pub(crate) fn decode_seed<'de, S: DeserializeSeed<'de>>(
    text: &'de str,
    seed: S,
) -> Result<S::Value, DecodeError> {
    let mut reader = Reader::new(text);
    let value = seed
        .deserialize(Value::new(&mut reader))
        .map_err(|fault| reader.locate(fault))?;
    reader.end()?;
    Ok(value)
}

/// The members of an object: decoded names and raw values.
pub(crate) fn members(text: &str) -> Result<Vec<(Cow<'_, str>, &str)>, DecodeError> {
    let mut reader = Reader::new(text);
    let members = reader.members()?;
    reader.end()?;
    Ok(members)
}

/// The text of a scalar, a string without quotes and escapes; `None` for a list or an object, or
/// if it is malformed.
pub(crate) fn scalar_text(raw: &str) -> Option<Cow<'_, str>> {
    let raw = raw.trim();
    if raw.starts_with('"') {
        return Reader::new(raw).text().ok();
    }
    (!raw.starts_with(['{', '['])).then_some(Cow::Borrowed(raw))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::{decode, encode, members};
    use crate::WriteOptions;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default, rename_all = "PascalCase")]
    struct Sample {
        organisation_id: Option<String>,
        int: i32,
        flag: bool,
        double: f64,
        list: Option<Vec<Option<i32>>>,
        map: BTreeMap<i32, Option<String>>,
    }

    fn json<T: Serialize>(value: &T, options: &WriteOptions) -> String {
        let mut out = Vec::new();
        encode(value, options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn nulls_are_left_out_but_for_items() {
        let sample = Sample {
            list: Some(vec![Some(1), None]),
            map: BTreeMap::from([(1, Some("a".into())), (2, None)]),
            ..Sample::default()
        };
        let expected = r#"{"int":0,"flag":false,"double":0,"list":[1,null],"map":{"1":"a"}}"#;
        assert_eq!(json(&sample, &WriteOptions::default()), expected);
        let all = WriteOptions {
            include_nulls: true,
            include_null_entries: true,
            ..WriteOptions::default()
        };
        assert!(json(&sample, &all).starts_with(r#"{"organisationId":null,"#));
        assert!(json(&sample, &all).ends_with(r#""map":{"1":"a","2":null}}"#));
        let few = WriteOptions {
            exclude_defaults: true,
            ..WriteOptions::default()
        };
        assert_eq!(json(&sample, &few), r#"{"list":[1,null],"map":{"1":"a"}}"#);
    }

    #[test]
    fn only_what_must_be_is_escaped() {
        let text = "a\"\\/<é😀\u{8}\u{c}\n\r\t\u{0}\u{1f}";
        assert_eq!(
            json(&text, &WriteOptions::default()),
            r#""a\"\\/<é😀\b\f\n\r\t\u0000\u001F""#.replace("001F", "001f")
        );
        let read: String = decode(&json(&text, &WriteOptions::default())).unwrap();
        assert_eq!(read, text);
    }

    #[test]
    fn scalars_are_texts_that_their_type_reads() {
        let sample: Sample =
            decode(r#" {"OrganisationId": 4.40, "Int":"5", "Flag":"True", "Double":"1e3"} "#)
                .unwrap();
        assert_eq!(sample.organisation_id.as_deref(), Some("4.40"));
        assert_eq!((sample.int, sample.flag, sample.double), (5, true, 1000.0));
        let raw: String = decode(r#"{"a": [1, "x"]}"#).unwrap();
        assert_eq!(raw, r#"{"a": [1, "x"]}"#);
    }

    #[test]
    fn malformed_text_is_refused_with_its_place() {
        for bad in [
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "nul",
            "01",
            "1.",
            "\"\u{1}\"",
            "\"\\x\"",
            "[1 2]",
            "{}x",
            "\"abc",
            "tru",
            "-",
            "{\"a\" 1}",
            "\"\\ud800\"",
        ] {
            assert!(decode::<serde::de::IgnoredAny>(bad).is_err(), "{bad:?}");
            assert!(decode::<Sample>(bad).is_err(), "{bad:?}");
        }
        let fault = decode::<Sample>("{\n  \"Int\": \"x\"\n}").unwrap_err();
        assert_eq!(fault.position(), Some((2, 10)));
    }

    #[test]
    fn nesting_is_limited() {
        let deep = |n: usize| "[".repeat(n) + &"]".repeat(n);
        assert!(decode::<serde::de::IgnoredAny>(&deep(128)).is_ok());
        assert!(decode::<serde::de::IgnoredAny>(&deep(129)).is_err());
        assert!(decode::<serde::de::IgnoredAny>(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn members_are_listed_raw() {
        let found = members(r#"{"a\u0041": 1, "b":{"c":[2]} }"#).unwrap();
        assert_eq!(found, [("aA".into(), "1"), ("b".into(), r#"{"c":[2]}"#)]);
        assert!(members("[1]").is_err());
    }

    #[test]
    fn indented_text_reads_the_same() {
        let sample = Sample {
            list: Some(vec![]),
            ..Sample::default()
        };
        let pretty = json(
            &sample,
            &WriteOptions {
                indent: true,
                ..WriteOptions::default()
            },
        );
        assert!(pretty.contains("\n  \"int\": 0,"), "{pretty}");
        assert!(pretty.contains("\"list\": []"), "{pretty}");
    }
}
