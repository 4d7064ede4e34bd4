//! MessagePack: objects as maps by property name, so that members may come in any order and
//! unknown ones do no harm; scalars that it has no type for as their texts, `byte[]` as binary.
//! Objects as lists of their values, where MsgPack-Cli puts them, are read too.

mod reader;
mod token;
mod writer;

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::member::MAX_MEMBERS;
use crate::{DecodeError, EncodeError, WriteOptions};

use reader::Value;
use token::{Token, Tokens};
use writer::Serializer;

/// Writes a value.
pub(crate) fn encode<T: Serialize + ?Sized>(
    value: &T,
    options: &WriteOptions,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    value.serialize(Serializer::new(out, options))
}

/// Reads a value from all of the bytes.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DecodeError> {
    decode_seed(bytes, PhantomData)
}

/// Reads a value from all of the bytes by a seed.
pub(crate) fn decode_seed<'de, S: DeserializeSeed<'de>>(
    bytes: &'de [u8],
    seed: S,
) -> Result<S::Value, DecodeError> {
    let mut tokens = Tokens::new(bytes);
    let value = seed.deserialize(Value::new(&mut tokens))?;
    tokens.end()?;
    Ok(value)
}

/// A name and the bytes of its value.
type RawMember<'a> = (Cow<'a, str>, &'a [u8]);

/// The members of a map.
pub(crate) fn members(bytes: &[u8]) -> Result<Vec<RawMember<'_>>, DecodeError> {
    let mut tokens = Tokens::new(bytes);
    let Token::Map(length) = tokens.next()? else {
        return Err(DecodeError::new("expected a map"));
    };
    if length > MAX_MEMBERS {
        return Err(DecodeError::new("too many members"));
    }
    let mut members = Vec::new();
    for _ in 0..length {
        let name = tokens.next()?.text();
        let name = name.ok_or_else(|| DecodeError::new("expected the name of a member"))?;
        members.push((name, tokens.raw()?));
    }
    tokens.end()?;
    Ok(members)
}

/// The text of a scalar.
pub(crate) fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    Tokens::new(bytes).next().ok().and_then(Token::text)
}

#[cfg(test)]
mod place_tests;

#[cfg(test)]
mod tests {
    use contract::{Bytes, DateTime, Decimal, Dto, Guid, Map};
    use proptest::prelude::*;

    use super::{decode, encode};
    use crate::WriteOptions;

    #[derive(Debug, Clone, Default, PartialEq, Dto)]
    struct Sample {
        name: Option<String>,
        number: i64,
        ratio: f64,
        flag: Option<bool>,
        amount: Decimal,
        id: Guid,
        at: DateTime,
        bytes: Option<Bytes>,
        list: Option<Vec<i32>>,
        map: Option<Map<i32, String>>,
        child: Option<Box<Sample>>,
    }

    fn written(sample: &Sample) -> Vec<u8> {
        let mut out = Vec::new();
        encode(sample, &WriteOptions::default(), &mut out).unwrap();
        out
    }

    #[test]
    fn objects_are_maps_by_name_and_bytes_are_binary() {
        let sample = Sample {
            bytes: Some(Bytes(vec![1, 2])),
            ..Sample::default()
        };
        let bytes = written(&sample);
        assert!(bytes.starts_with(b"\x8b\xa4Name\xc0"), "{bytes:?}");
        assert!(bytes.windows(4).any(|w| w == [0xc4, 2, 1, 2]));
    }

    #[test]
    fn names_go_in_any_case_and_a_scalar_in_any_type() {
        // {"NAME": 5, "number": "7", "unknown": [nil], "Ratio": 1, "flag": nil}
        let bytes = b"\x85\xa4NAME\x05\xa6number\xa17\xa7unknown\x91\xc0\xa5Ratio\x01\xa4flag\xc0";
        let sample: Sample = decode(bytes).unwrap();
        assert_eq!(sample.name.as_deref(), Some("5"));
        assert_eq!((sample.number, sample.ratio, sample.flag), (7, 1.0, None));
    }

    #[test]
    fn what_is_malformed_is_refused() {
        let deep = [vec![0x81, 0xa5], b"child".to_vec()].concat().repeat(1_000);
        for bad in [
            b"".as_slice(),
            b"\xc1",
            b"\x81\xa4name",
            b"\x80\x80",
            b"\x05",
            b"\x81\xa6number\xa1x",
            b"\xdf\xff\xff\xff\xff",
            b"\xdb\xff\xff\xff\xffab",
            b"\x81\xa4name\xa1\xff",
            &deep,
        ] {
            assert!(decode::<Sample>(bad).is_err(), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            name in proptest::option::of(".*"),
            number in any::<i64>(),
            ratio in -1e300..1e300f64,
            flag in any::<Option<bool>>(),
            bytes in proptest::option::of(proptest::collection::vec(any::<u8>(), 0..40)),
            list in proptest::option::of(proptest::collection::vec(any::<i32>(), 0..40)),
            key in any::<i32>(),
        ) {
            let at = "2020-01-02T03:04:05Z".parse().unwrap();
            let sample = Sample {
                name, number, ratio, flag, list,
                bytes: bytes.map(Bytes),
                amount: "12.50".parse().unwrap(),
                map: Some(Map::from([(key, "x".to_owned())])),
                child: Some(Box::new(Sample { at, ..Sample::default() })),
                at,
                ..Sample::default()
            };
            prop_assert_eq!(decode::<Sample>(&written(&sample)).unwrap(), sample);
        }

        #[test]
        fn no_bytes_do_harm(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = decode::<Sample>(&bytes);
        }
    }
}
