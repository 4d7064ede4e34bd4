use service::ServiceError;

use super::key::TokenAlgorithm;

/// Why a token is refused that is otherwise what it should be. Codes, statuses and messages are
/// ServiceStack's, by which clients know when to ask for a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TokenError {
    /// Its time is over.
    Expired,
    /// Its time has not come.
    NotYetValid,
    /// Its user is gone, has another password or has signed out everywhere.
    Invalidated,
    /// It is for others.
    Audience(String),
    /// It names another algorithm than the one that counts.
    Algorithm {
        stated: String,
        expected: TokenAlgorithm,
    },
    /// It came by a plain connection.
    Insecure,
}

impl From<TokenError> for ServiceError {
    fn from(error: TokenError) -> Self {
        let token = |message: &str| Self::new("TokenException", message);
        match error {
            TokenError::Expired => token("Token has expired"),
            TokenError::NotYetValid => token("Token not valid yet"),
            TokenError::Invalidated => token("Token has been invalidated"),
            TokenError::Audience(audience) => token(&format!("Invalid Audience: {audience}")),
            TokenError::Algorithm { stated, expected } => {
                let expected = expected.name();
                let message = format!("Invalid algorithm '{stated}', expected '{expected}'");
                Self::new("NotSupportedException", message)
            }
            TokenError::Insecure => Self::forbidden(
                "Sending JWT over insecure connection forbidden when RequireSecureConnection=true",
            ),
        }
    }
}
