use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use data_encoding::BASE64;

use super::{InvalidScalar, scalar_name, wire_scalar};

/// `byte[]`: base64 on the wire.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Bytes(pub Vec<u8>);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64.encode(&self.0))
    }
}

impl FromStr for Bytes {
    type Err = InvalidScalar;

    /// Base64, or a list of numbers (`[1,2,255]`, as JavaScript clients write byte arrays).
    /// A blank is read as `+`, because some clients leave `+` unescaped in a query string.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let invalid = InvalidScalar::new("base64 text");
        if let Some(list) = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            let numbers = list.split(',').filter(|item| !item.trim().is_empty());
            let bytes = numbers.map(|item| item.trim().parse());
            return bytes
                .collect::<Result<_, _>>()
                .map(Self)
                .map_err(|_| invalid);
        }
        let compact: String = text
            .chars()
            .filter(|character| !matches!(character, '\r' | '\n' | '\t'))
            .map(|character| if character == ' ' { '+' } else { character })
            .collect();
        BASE64
            .decode(compact.as_bytes())
            .map(Self)
            .map_err(|_| invalid)
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

wire_scalar!(Bytes, scalar_name::BYTES, "Byte[]", value_type = false);
