use std::fmt;
use std::time::Duration;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use service::{Environment, NoRandomness};
use sha2::{Digest, Sha256};

/// The way that somebody signed in; ServiceStack calls it the auth provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Provider {
    /// User name and password in a request DTO.
    Credentials,
    /// User name and password in an `Authorization` header (RFC 7617).
    Basic,
}

impl Provider {
    /// Its name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Credentials => "credentials",
            Self::Basic => "basic",
        }
    }

    /// The provider of that name, in any case. `login` is another name for credentials.
    pub fn from_name(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "credentials" | "login" => Some(Self::Credentials),
            "basic" => Some(Self::Basic),
            _ => None,
        }
    }
}

/// A sign-in that lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub user_id: i64,
    /// How it began.
    pub provider: Provider,
    /// The [stamp](crate::User::stamp) of its user when it began.
    pub stamp: String,
    /// Whether it outlives the browser (`rememberMe`).
    pub is_permanent: bool,
    /// When it began, since 1970.
    pub started: Duration,
}

/// How long sessions last.
#[derive(Debug, Clone, Copy)]
pub struct SessionLifetimes {
    /// Of `ss-id`.
    pub temporary: Duration,
    /// Of `ss-pid`.
    pub permanent: Duration,
    /// Of a session that HTTP Basic starts. It is short: a client without cookies starts one with
    /// every request, and a client with them signs in again when it has ended.
    pub basic: Duration,
}

impl SessionLifetimes {
    /// Of a session that began that way.
    pub(crate) const fn of(&self, provider: Provider, is_permanent: bool) -> Duration {
        match (provider, is_permanent) {
            (Provider::Basic, _) => self.basic,
            (Provider::Credentials, true) => self.permanent,
            (Provider::Credentials, false) => self.temporary,
        }
    }
}

impl Default for SessionLifetimes {
    /// ServiceStack's two and four weeks; a quarter of an hour for HTTP Basic.
    fn default() -> Self {
        const WEEK: u64 = 7 * 24 * 60 * 60;
        Self {
            temporary: Duration::from_secs(2 * WEEK),
            permanent: Duration::from_secs(4 * WEEK),
            basic: Duration::from_secs(15 * 60),
        }
    }
}

/// The name that a store knows a session by: a digest of its id, so that whoever reads the store
/// cannot take a session over.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SessionKey(String);

impl SessionKey {
    /// The key of the session with that id.
    pub fn of(session_id: &str) -> Self {
        let digest = Sha256::digest(session_id.as_bytes());
        Self(HEXLOWER.encode(&digest))
    }

    /// The key of that text; `None` for what is none.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok()?;
        (bytes.len() == 32).then(|| Self(text.to_owned()))
    }

    /// Its text: 64 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A short form that tells sessions apart in logs and comparisons.
    pub fn fingerprint(&self) -> &str {
        &self.0[..32]
    }
}

impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SessionKey({}…)", &self.0[..8])
    }
}

/// A new session id: 120 random bits as 20 characters that no cookie or URL needs to escape.
pub(crate) fn new_session_id(environment: &Environment) -> Result<String, NoRandomness> {
    Ok(BASE64URL_NOPAD.encode(&environment.random::<15>()?))
}
