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
    /// A blank is read as `+`, because some clients leave `+` unescaped in a query string; where
    /// that gives no base64, blanks are white space.
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
        let text = text.replace(['\r', '\n', '\t'], "");
        let decoded = BASE64.decode(text.replace(' ', "+").as_bytes());
        decoded
            .or_else(|_| BASE64.decode(text.replace(' ', "").as_bytes()))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<Vec<u8>> {
        text.parse::<Bytes>().ok().map(|bytes| bytes.0)
    }

    #[test]
    fn base64_and_lists_of_numbers_are_read() {
        for (text, expected) in [
            ("", &[][..]),
            ("AEFh/w==", &[0, 65, 97, 255]),
            ("AEFh/w==\n", &[0, 65, 97, 255]),
            ("AE Fh/w==", &[0, 65, 97, 255]),
            // Four characters as they are: not "nothing".
            ("null", &[0x9e, 0xe9, 0x65]),
            ("[0,65,97,255]", &[0, 65, 97, 255]),
            ("[ 1 , 2 ]", &[1, 2]),
            ("[1,]", &[1]),
            ("[]", &[]),
            // `+` that a query string turned into a blank.
            ("+/ /", &[0xfb, 0xff, 0xbf]),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in [
            "AEFh/w", "AEFh_w==", "A", "=", "é===", "[256]", "[-1]", "[1.5]", "[a]", "[1", "1]",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn its_text_comes_back(bytes: Vec<u8>) {
            let bytes = Bytes(bytes);
            prop_assert_eq!(bytes.to_string().parse(), Ok(bytes.clone()));
            let listed = format!("{:?}", bytes.0);
            prop_assert_eq!(listed.parse(), Ok(bytes));
        }

        #[test]
        fn a_plus_that_became_a_blank_is_one_again(bytes: Vec<u8>) {
            let text = BASE64.encode(&bytes).replace('+', " ");
            prop_assert_eq!(text.parse(), Ok(Bytes(bytes)));
        }
    }
}
