use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::{InvalidScalar, scalar_name, wire_scalar};

/// .NET's `char`, which is one unit of UTF-16; `'\0'` when never set. A character beyond
/// `U+FFFF`, of two units, is refused where it is read: a service should not make one either.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Char(pub char);

impl fmt::Display for Char {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Write::write_char(f, self.0)
    }
}

impl FromStr for Char {
    type Err = InvalidScalar;

    /// One character; no text is `'\0'`. ServiceStack keeps the first of several, which would
    /// lose the others: they are refused here, and so is one of two units.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (None, _) => Ok(Self::default()),
            (Some(only), None) if only.len_utf16() == 1 => Ok(Self(only)),
            _ => Err(InvalidScalar::new("character")),
        }
    }
}

impl From<char> for Char {
    fn from(character: char) -> Self {
        Self(character)
    }
}

impl<'de> Deserialize<'de> for Char {
    /// Announces itself on reading too: XML has the character's number.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(scalar_name::CHAR, CharVisitor)
    }
}

struct CharVisitor;

impl<'de> Visitor<'de> for CharVisitor {
    type Value = Char;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one character")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Char, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Char, D::Error> {
        deserializer.deserialize_str(self)
    }
}

wire_scalar!(write Char, scalar_name::CHAR, "Char", value_type = true);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_is_one_character_or_none() {
        for (text, expected) in [
            ("a", 'a'),
            (" ", ' '),
            (",", ','),
            ("\n", '\n'),
            ("é", 'é'),
            ("漢", '漢'),
            ("", '\0'),
        ] {
            assert_eq!(text.parse(), Ok(Char(expected)), "{text:?}");
        }
        for text in ["ab", " a", "e\u{301}", "\\n", "😀"] {
            assert!(text.parse::<Char>().is_err(), "{text:?}");
        }
        assert_eq!(Char::default(), Char('\0'));
    }

    proptest! {
        #[test]
        fn its_text_comes_back(character in proptest::char::range('\0', '\u{ffff}')) {
            let character = Char(character);
            prop_assert_eq!(character.to_string().parse(), Ok(character));
        }
    }
}
