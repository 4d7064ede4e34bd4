use std::fmt;

use zeroize::Zeroizing;

/// A bearer token, a refresh token or an API key as it was sent or is to be sent. It is as good
/// as a password: it does not print, and is wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// Its text, for whoever checks or sends it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// Takes the text over without a copy.
impl From<String> for Token {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Token {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::Token;

    #[test]
    fn it_does_not_print() {
        let token = Token::from("a.b.c");
        assert_eq!(format!("{token:?}"), "Token(redacted)");
        assert_eq!(token.expose(), "a.b.c");
    }
}
