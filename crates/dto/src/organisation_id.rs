use std::fmt;
use std::str::FromStr;

/// The id of an organisation: 1 to 64 letters, digits, `-` and `_`. Only parsing makes one, so
/// that it is safe in a key, a path and a log line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganisationId(String);

/// A text that is no [`OrganisationId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidOrganisationId;

impl OrganisationId {
    /// Longest id, in characters.
    pub const MAX_LENGTH: usize = 64;

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for OrganisationId {
    type Err = InvalidOrganisationId;

    fn from_str(text: &str) -> Result<Self, InvalidOrganisationId> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let fits = (1..=Self::MAX_LENGTH).contains(&text.len()) && text.bytes().all(is_plain);
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidOrganisationId)
        }
    }
}

impl fmt::Display for OrganisationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for InvalidOrganisationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an organisation's id has 1 to 64 letters, digits, '-' and '_'")
    }
}

impl std::error::Error for InvalidOrganisationId {}

#[cfg(test)]
mod tests {
    use super::OrganisationId;

    #[test]
    fn only_plain_ids_parse() {
        assert_eq!(
            "acme-1_B".parse::<OrganisationId>().unwrap().as_str(),
            "acme-1_B"
        );
        for bad in ["", "a b", "a:b", "{a}", "é", &"a".repeat(65)] {
            assert!(bad.parse::<OrganisationId>().is_err(), "{bad:?}");
        }
    }
}
