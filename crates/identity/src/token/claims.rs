use serde::{Deserialize, Serialize};

use crate::{SessionKey, User};

/// What the `sid` of a token begins with that took the place of a session; the session's key
/// follows.
const SESSION: &str = "session:";

/// What a token says (RFC 7519 section 4), in ServiceStack's order; behind it, what this host adds.
#[derive(Debug, Serialize)]
pub(super) struct Statement<'a> {
    pub(super) iss: &'a str,
    pub(super) sub: i64,
    /// Seconds since 1970, as is `exp`.
    pub(super) iat: u64,
    pub(super) exp: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) aud: Option<&'a str>,
    /// Only of an access token.
    #[serde(flatten)]
    pub(super) user: Option<Profile<'a>>,
    pub(super) jti: &'a str,
    /// The sign-in that it descends from; a refresh keeps it.
    pub(super) sid: &'a str,
    /// The [stamp](User::stamp) of its user.
    pub(super) stamp: &'a str,
    /// Whether it outlives the browser, as a cookie.
    #[serde(rename = "perm", skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_permanent: bool,
}

/// What a token says of its user, for other hosts that read it; this one asks its store.
#[derive(Debug, Serialize)]
pub(super) struct Profile<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    name: &'a str,
    preferred_username: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    roles: &'a [String],
}

impl<'a> From<&'a User> for Profile<'a> {
    fn from(user: &'a User) -> Self {
        Self {
            email: user.email.as_deref(),
            name: user.shown_name(),
            preferred_username: &user.user_name,
            roles: &user.roles,
        }
    }
}

/// What a token must say to be taken; whatever else it says is for others.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Claims {
    sub: Subject,
    pub(super) exp: u64,
    #[serde(default)]
    pub(super) nbf: Option<u64>,
    #[serde(default)]
    pub(super) aud: Option<Audience>,
    /// The sign-in that it descends from.
    pub(crate) sid: String,
    /// The stamp that its user had.
    pub(crate) stamp: String,
    /// Whether it outlives the browser, as a cookie.
    #[serde(rename = "perm", default)]
    pub(crate) is_permanent: bool,
}

/// ServiceStack writes a number where the text is one.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Subject {
    Number(i64),
    Text(String),
}

/// One, or a list.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Claims {
    /// The session whose place the token took.
    pub(crate) fn session_key(&self) -> Option<SessionKey> {
        SessionKey::parse(self.sid.strip_prefix(SESSION)?)
    }

    /// The user's number; `None` for what is none.
    pub(crate) fn user_id(&self) -> Option<i64> {
        match &self.sub {
            Subject::Number(id) => Some(*id),
            Subject::Text(text) => text.parse().ok(),
        }
    }
}

/// The `sid` of a token that takes the place of a session.
pub(crate) fn sid_of_session(key: &SessionKey) -> String {
    format!("{SESSION}{}", key.as_str())
}

impl Audience {
    pub(super) fn holds(&self, audience: &str) -> bool {
        match self {
            Self::One(one) => one == audience,
            Self::Several(all) => all.iter().any(|one| one == audience),
        }
    }

    pub(super) fn text(&self) -> String {
        match self {
            Self::One(one) => one.clone(),
            Self::Several(all) => all.join(","),
        }
    }
}
