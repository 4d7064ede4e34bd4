use std::time::Duration;

/// What tokens say, how long they are good for, and how they travel.
#[derive(Debug, Clone)]
pub struct TokenPolicy {
    /// `iss`: who says so.
    pub issuer: String,
    /// `aud`: for whom. With one, a token for others is refused.
    pub audience: Option<String>,
    /// Life of an access token.
    pub access_lifetime: Duration,
    /// Life of a refresh token.
    pub refresh_lifetime: Duration,
    /// Whether a sign-in sends tokens as cookies, in place of a session, rather than in its
    /// answer, beside one. ServiceStack calls it `UseTokenCookie`.
    pub in_cookies: bool,
    /// Whether a token that comes by a plain connection is refused.
    pub needs_secure_connection: bool,
}

impl Default for TokenPolicy {
    /// ServiceStack's.
    fn default() -> Self {
        const DAY: u64 = 24 * 60 * 60;
        Self {
            issuer: "ssjwt".to_owned(),
            audience: None,
            access_lifetime: Duration::from_secs(14 * DAY),
            refresh_lifetime: Duration::from_secs(365 * DAY),
            in_cookies: true,
            needs_secure_connection: true,
        }
    }
}
