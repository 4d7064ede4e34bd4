use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, MapAccess, Visitor};

use crate::codec::text;
use crate::{DecodeError, Format, TextValue, json};

/// One top-level member of a body, to be read on its own.
#[derive(Debug)]
pub struct Member<'a> {
    name: Cow<'a, str>,
    raw: Raw<'a>,
}

#[derive(Debug)]
enum Raw<'a> {
    Json(&'a str),
    Text(Cow<'a, str>),
}

/// Lists the top-level members of a body, so that a caller can tell every one that does not fit
/// its type, not only the first.
///
/// # Errors
/// The body is malformed as a whole.
pub fn members(format: Format, bytes: &[u8]) -> Result<Vec<Member<'_>>, DecodeError> {
    match format {
        Format::Json | Format::Jsonl => {
            let members = json::members(text(bytes)?)?.into_iter();
            Ok(members
                .map(|(name, raw)| Member {
                    name,
                    raw: Raw::Json(raw),
                })
                .collect())
        }
        Format::Jsv => {
            let members = jsv::from_str::<TextMembers<'_>>(text(bytes)?)?
                .0
                .into_iter();
            Ok(members
                .map(|(name, text)| Member {
                    name,
                    raw: Raw::Text(text),
                })
                .collect())
        }
        // A row or an element is read at once; its first fault is told.
        Format::Xml
        | Format::Csv
        | Format::MessagePack
        | Format::Html
        | Format::Form
        | Format::Multipart => Ok(Vec::new()),
    }
}

impl Member<'_> {
    /// The name as it was written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value as it was written, without quotes; `None` for a list or an object.
    pub fn text(&self) -> Option<&str> {
        let text = match &self.raw {
            Raw::Json(raw) => raw.trim().trim_matches('"'),
            Raw::Text(text) => text,
        };
        (!text.starts_with(['{', '['])).then_some(text)
    }

    /// Reads the value.
    ///
    /// # Errors
    /// It does not fit.
    pub fn read<'de, S: DeserializeSeed<'de>>(&'de self, seed: S) -> Result<S::Value, DecodeError> {
        match &self.raw {
            Raw::Json(raw) => json::decode_seed(raw, seed),
            Raw::Text(text) => seed.deserialize(TextValue::new(text)),
        }
    }
}

/// The members of a JSV map as texts.
struct TextMembers<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'de> serde::Deserialize<'de> for TextMembers<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = TextMembers<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((name, text)) = map.next_entry::<String, String>()? {
                    members.push((name.into(), text.into()));
                }
                Ok(TextMembers(members))
            }
        }

        deserializer.deserialize_map(Members)
    }
}
