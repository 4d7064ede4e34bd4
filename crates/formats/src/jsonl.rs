use serde::Serialize;
use serde::de::DeserializeOwned;

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

/// One value: the first line that is not blank.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    // A list target takes every line, an object the only one.
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    match lines.as_slice() {
        [only] => json::decode(only).or_else(|_| json::decode(&format!("[{only}]"))),
        several => json::decode(&format!("[{}]", several.join(","))),
    }
}
