use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeOwned, DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserializer, Serialize};

use crate::member::MAX_MEMBERS;
use crate::scalar_layout::jsv_scalars;
use crate::{DecodeError, EncodeError, WriteOptions};

pub(crate) fn encode<T: Serialize + ?Sized>(
    value: &T,
    options: &WriteOptions,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let writing = jsv::WriteOptions::new()
        .text_case(options.text_case)
        .exclude_defaults(options.exclude_defaults)
        .exclude_default_enums(options.exclude_default_enums)
        .enums_as_integers(options.enums_as_integers)
        .scalars(jsv_scalars(options));
    value.serialize(jsv::Serializer::new(out, &writing))?;
    Ok(())
}

pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    // A body that comes from a file ends with a line end.
    Ok(jsv::ReadOptions::new()
        .allow_trailing_blanks(true)
        .from_str(text)?)
}

/// Reads a value from all of a text by a seed.
pub(crate) fn decode_seed<'de, S: DeserializeSeed<'de>>(
    text: &'de str,
    seed: S,
) -> Result<S::Value, DecodeError> {
    let options = jsv::ReadOptions::new().allow_trailing_blanks(true);
    let mut deserializer = jsv::Deserializer::from_str(text).with_options(options);
    let value = seed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// One member of a map, to be read on its own.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    raw: &'a str,
    /// A map that holds nothing else: what a value is read as depends on what holds it.
    alone: String,
}

/// Lists the members of a map.
pub(crate) fn members(text: &str) -> Result<Vec<(Cow<'_, str>, Entry<'_>)>, DecodeError> {
    let members = jsv::members(text, MAX_MEMBERS)?.into_iter();
    let entries = members.map(|(name, raw)| {
        let alone = format!("{{m:{raw}}}");
        (name, Entry { raw, alone })
    });
    Ok(entries.collect())
}

impl Entry<'_> {
    /// The value without quotes; `None` for a list or a map.
    pub(crate) fn text(&self) -> Option<Cow<'_, str>> {
        let quoted = self
            .raw
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        match quoted {
            Some(text) => Some(text.replace("\"\"", "\"").into()),
            None => (!self.raw.starts_with(['{', '['])).then_some(Cow::Borrowed(self.raw)),
        }
    }

    /// Reads the value.
    pub(crate) fn read<'de, S: DeserializeSeed<'de>>(
        &'de self,
        seed: S,
    ) -> Result<S::Value, DecodeError> {
        let mut deserializer = jsv::Deserializer::from_str(&self.alone);
        Ok(deserializer.deserialize_map(OnlyValue(seed))?)
    }
}

/// Reads the value of a map's only entry.
struct OnlyValue<S>(S);

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for OnlyValue<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of one entry")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<S::Value, A::Error> {
        match map.next_key::<IgnoredAny>()? {
            Some(_) => map.next_value_seed(self.0),
            None => Err(A::Error::custom("no entry")),
        }
    }
}
