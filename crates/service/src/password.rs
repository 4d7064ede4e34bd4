use std::fmt;

use zeroize::Zeroizing;

/// A password as it was typed. It does not print, and is wiped when dropped.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// Its text, for whoever checks it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Takes the text over without a copy.
impl From<String> for Password {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::Password;

    #[test]
    fn it_does_not_print() {
        let password = Password::from("hunter2");
        assert_eq!(format!("{password:?}"), "Password(redacted)");
        assert_eq!(password.expose(), "hunter2");
        assert!(!password.is_empty() && Password::default().is_empty());
    }
}
