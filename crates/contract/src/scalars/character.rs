use std::fmt;
use std::str::FromStr;

use super::{InvalidScalar, scalar_name, wire_scalar};

/// .NET's `char`; `'\0'` when never set.
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
    /// lose the others: they are refused here.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (None, _) => Ok(Self::default()),
            (Some(only), None) => Ok(Self(only)),
            _ => Err(InvalidScalar::new("character")),
        }
    }
}

impl From<char> for Char {
    fn from(character: char) -> Self {
        Self(character)
    }
}

wire_scalar!(Char, scalar_name::CHAR, "Char", value_type = true);
