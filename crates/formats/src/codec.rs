use contract::TypeRef;
use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::at_most::{AtMost, AtMostSeed};
use crate::{
    DecodeError, EncodeError, Format, WriteOptions, csv_codec, json, jsonl, jsv_codec, msgpack, xml,
};

/// Writes a value to the end of `out`. `type_ref` describes it, for the formats that write more
/// than the value itself.
///
/// # Errors
/// The value cannot be written in that format.
pub fn encode<T: Serialize + ?Sized>(
    format: Format,
    value: &T,
    type_ref: Option<&TypeRef>,
    options: &WriteOptions,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    match format {
        Format::Json => json::encode(value, options, out),
        Format::Jsv => jsv_codec::encode(value, options, out),
        Format::Jsonl => jsonl::encode(value, options, out),
        Format::Xml => xml::encode(value, type_ref, out),
        Format::Csv => csv_codec::encode(value, options, out),
        Format::MessagePack => msgpack::encode(value, options, out),
        Format::Html | Format::Form | Format::Multipart => Err(EncodeError::new(format!(
            "{} is not written",
            format.name()
        ))),
    }
}

/// Reads a value from all of `bytes`, which must be UTF-8 but for MessagePack.
///
/// # Errors
/// The bytes are malformed, or a value does not fit its type.
pub fn decode<T: DeserializeOwned>(format: Format, bytes: &[u8]) -> Result<T, DecodeError> {
    match format {
        Format::Json => json::decode(text(bytes)?),
        Format::Jsv => jsv_codec::decode(text(bytes)?),
        Format::Jsonl => jsonl::decode(text(bytes)?),
        Format::Xml => xml::decode(text(bytes)?),
        Format::Csv => csv_codec::decode(text(bytes)?),
        Format::MessagePack => msgpack::decode(bytes),
        Format::Html | Format::Form | Format::Multipart => {
            Err(DecodeError::new(format!("{} is not read", format.name())))
        }
    }
}

/// Reads a list of which no more than `max` items are kept, however many there are.
///
/// # Errors
/// As [`decode`].
pub fn decode_list<T: DeserializeOwned>(
    format: Format,
    bytes: &[u8],
    max: usize,
) -> Result<AtMost<T>, DecodeError> {
    read_list(format, bytes, AtMostSeed::new(max))
}

/// Reads a list by a seed, which may be asked twice.
pub(crate) fn read_list<V, S>(format: Format, bytes: &[u8], seed: S) -> Result<V, DecodeError>
where
    S: for<'de> DeserializeSeed<'de, Value = V> + Copy,
{
    match format {
        Format::Json => json::decode_seed(text(bytes)?, seed),
        Format::Jsv => jsv_codec::decode_seed(text(bytes)?, seed),
        Format::Jsonl => jsonl::decode_seed(text(bytes)?, seed),
        Format::Xml => xml::decode_seed(text(bytes)?, seed),
        Format::Csv => csv_codec::decode_seed(text(bytes)?, seed),
        Format::MessagePack => msgpack::decode_seed(bytes, seed),
        Format::Html | Format::Form | Format::Multipart => {
            Err(DecodeError::new(format!("{} is not read", format.name())))
        }
    }
}

/// Bytes as text; one byte order mark is passed over.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, DecodeError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|fault| DecodeError::new(format!("byte {} is not UTF-8", fault.valid_up_to())))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
