use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::{DecodeError, EncodeError, WriteOptions, json};

/// A list as one JSON value a line; anything else as one line.
pub(crate) fn encode<T: Serialize + ?Sized>(
    value: &T,
    options: &WriteOptions,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let options = WriteOptions {
        indent: false,
        ..options.clone()
    };
    json::encode_lines(value, &options, out)
}

/// One value: the only line; or a list of all lines.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    decode_seed(text, PhantomData)
}

/// As [`decode`], by a seed.
pub(crate) fn decode_seed<V, S>(text: &str, seed: S) -> Result<V, DecodeError>
where
    S: for<'de> DeserializeSeed<'de, Value = V> + Copy,
{
    // A list target takes every line, an object the only one.
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    match lines.as_slice() {
        [only] => {
            json::decode_seed(only, seed).or_else(|_| json::decode_seed(&format!("[{only}]"), seed))
        }
        several => json::decode_seed(&format!("[{}]", several.join(",")), seed),
    }
}
