use std::borrow::Cow;

use serde::de::DeserializeSeed;

use crate::codec::text;
use crate::{DecodeError, Format, TextValue, csv_codec, json, jsv_codec, msgpack, xml};

/// How many members of a body are told apart: no class has as many, and each costs memory.
pub(crate) const MAX_MEMBERS: usize = 10_000;

/// One top-level member of a body, to be read on its own.
#[derive(Debug)]
pub struct Member<'a> {
    name: Cow<'a, str>,
    raw: Raw<'a>,
}

#[derive(Debug)]
enum Raw<'a> {
    Json(&'a str),
    Jsv(jsv_codec::Entry<'a>),
    Cell(String),
    Xml(xml::Node),
    MessagePack(&'a [u8]),
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
            let members = jsv_codec::members(text(bytes)?)?.into_iter();
            Ok(members
                .map(|(name, entry)| Member {
                    name,
                    raw: Raw::Jsv(entry),
                })
                .collect())
        }
        Format::Csv => {
            let cells = csv_codec::members(text(bytes)?)?.into_iter();
            Ok(cells
                .map(|(name, cell)| Member {
                    name: name.into(),
                    raw: Raw::Cell(cell),
                })
                .collect())
        }
        Format::Xml => {
            let elements = xml::members(text(bytes)?)?.into_iter();
            Ok(elements
                .map(|(name, node)| Member {
                    name: name.into(),
                    raw: Raw::Xml(node),
                })
                .collect())
        }
        Format::MessagePack => {
            let members = msgpack::members(bytes)?.into_iter();
            Ok(members
                .map(|(name, raw)| Member {
                    name,
                    raw: Raw::MessagePack(raw),
                })
                .collect())
        }
        // Forms are read as pairs.
        Format::Html | Format::Form | Format::Multipart => Ok(Vec::new()),
    }
}

impl Member<'_> {
    /// The name as it was written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value as it was written, without quotes; `None` for a list or an object.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match &self.raw {
            Raw::Json(raw) => json::scalar_text(raw),
            Raw::Jsv(entry) => entry.text(),
            // Lists and objects stand in cells as JSV.
            Raw::Cell(cell) => {
                (!cell.starts_with(['{', '['])).then_some(Cow::Borrowed(cell.as_str()))
            }
            Raw::Xml(node) => node.children.is_empty().then(|| node.text.as_str().into()),
            Raw::MessagePack(bytes) => msgpack::text(bytes),
        }
    }

    /// Reads the value.
    ///
    /// # Errors
    /// It does not fit.
    pub fn read<'de, S: DeserializeSeed<'de>>(&'de self, seed: S) -> Result<S::Value, DecodeError> {
        match &self.raw {
            Raw::Json(raw) => json::decode_seed(raw, seed),
            Raw::Jsv(entry) => entry.read(seed),
            Raw::Cell(cell) => seed.deserialize(TextValue::new(cell)),
            Raw::Xml(node) => seed.deserialize(xml::Value(node)),
            Raw::MessagePack(bytes) => msgpack::decode_seed(bytes, seed),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::marker::PhantomData;

    use super::{Format, members};

    #[test]
    fn every_format_tells_which_member_does_not_fit() {
        for (format, body) in [
            (
                Format::Json,
                b"{\"A\":\"1\",\"B\":\"x\",\"C\":[1]}".as_slice(),
            ),
            (Format::Jsv, b"{A:1,B:x,C:[1]}"),
            (Format::Xml, b"<T><A>1</A><B>x</B><C><int>1</int></C></T>"),
            (Format::Csv, b"A,B,C\r\n1,x,[1]\r\n"),
            (
                Format::MessagePack,
                b"\x83\xa1A\xa11\xa1B\xa1x\xa1C\x91\x01",
            ),
        ] {
            let members = members(format, body).unwrap();
            let told: Vec<_> = members
                .iter()
                .map(|member| {
                    let fits = member.read(PhantomData::<i32>).is_ok();
                    (member.name(), member.text(), fits)
                })
                .collect();
            let expected = [
                ("A", Some("1".into()), true),
                ("B", Some("x".into()), false),
                ("C", None, false),
            ];
            assert_eq!(told, expected, "{format:?}");
        }
    }

    #[test]
    fn a_member_is_read_as_it_is_within_its_body() {
        // A quoted list is no number, and a quoted nothing no truth value, in JSV: unlike in a query.
        let members =
            members(Format::Jsv, b"{A:\"1,2\",B:\"\",C:\"true,false\",D:\"{x\"}").unwrap();
        let fits = |at: usize| members[at].read(PhantomData::<bool>).is_ok();
        assert_eq!([fits(0), fits(1), fits(2)], [false; 3]);
        assert_eq!(members[2].text().as_deref(), Some("true,false"));
        assert_eq!(members[3].text().as_deref(), Some("{x"));
        let texts =
            super::members(Format::Json, br#"{"A":"a\"b\"","B":[1],"C":1.50,"D":"{x"}"#).unwrap();
        let texts: Vec<_> = texts.iter().map(super::Member::text).collect();
        let expected = [Some("a\"b\""), None, Some("1.50"), Some("{x")];
        assert_eq!(
            texts.iter().map(Option::as_deref).collect::<Vec<_>>(),
            expected
        );
    }
}
