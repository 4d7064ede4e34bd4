use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use zeroize::Zeroizing;

use crate::{Checked, PropertyType, TypeRef};

/// A password, a token or a key: a text that does not print and is wiped when dropped. On the
/// wire and in descriptions it is a `String`; a host takes it from no URL of a request with a
/// body, because URLs end up in logs.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SecretText(Zeroizing<String>);

impl SecretText {
    /// Its text, for whoever checks or sends it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Takes the text over without a copy.
impl From<String> for SecretText {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for SecretText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(redacted)")
    }
}

impl Serialize for SecretText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl PropertyType for SecretText {
    const IS_VALUE_TYPE: bool = false;
    const IS_SECRET: bool = true;

    fn type_ref() -> TypeRef {
        String::type_ref()
    }

    fn is_unset(&self) -> bool {
        self.is_empty()
    }
}

/// No message shows it: rules can ask for its presence and for its length, not for its value.
impl Checked for SecretText {
    fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    fn text(&self) -> Option<String> {
        None
    }

    fn as_text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_does_not_print_and_is_a_string_to_others() {
        let secret: SecretText = serde_json::from_str("\"hunter2\"").unwrap();
        assert_eq!(format!("{secret:?}"), "SecretText(redacted)");
        assert_eq!(secret.expose(), "hunter2");
        assert_eq!(serde_json::to_string(&secret).unwrap(), "\"hunter2\"");
        assert_eq!(
            format!("{:?}", SecretText::type_ref()),
            format!("{:?}", String::type_ref())
        );
        const { assert!(<Option<SecretText>>::IS_SECRET && !<Option<String>>::IS_SECRET) };
        assert!(SecretText::from(" ").text().is_none());
    }
}
