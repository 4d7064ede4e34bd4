use std::time::Duration;

use contract::SecretText;
use data_encoding::BASE64URL_NOPAD;
use service::{Credentials, Environment, ServiceError, TimedToken};

use super::claims::Statement;
use super::compact::{self, Parts};
use super::{Claims, TokenError, TokenKeys, TokenPolicy};
use crate::User;

/// Longest name of an algorithm that an error repeats.
const LONGEST_NAME: usize = 16;

/// Longest token that says something of its user, in bytes: what a cookie holds beside its name
/// and attributes (RFC 6265 section 6.1), so about 3 KiB of JSON.
const LONGEST_WITH_PROFILE: usize = 3_900;

/// Makes tokens and reads them.
#[derive(Debug)]
pub struct Tokens {
    keys: TokenKeys,
    policy: TokenPolicy,
}

/// What a token is for. One is never taken for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Proves who is calling.
    Access,
    /// Gets a new access token.
    Refresh,
}

impl TokenKind {
    /// `typ` in the header.
    const fn typ(self) -> &'static str {
        match self {
            Self::Access => "JWT",
            Self::Refresh => "JWTR",
        }
    }
}

/// A sign-in that tokens descend from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Login<'a> {
    /// Who signed in.
    pub(crate) user: &'a User,
    /// Its random id, or [that of a session](super::sid_of_session).
    pub(crate) id: &'a str,
    /// Whether it outlives the browser (`rememberMe`).
    pub(crate) is_permanent: bool,
    /// When all that came from it ends, since 1970; `None` if each token has its own time.
    pub(crate) ends: Option<Duration>,
}

impl Tokens {
    /// Tokens by these keys and rules.
    pub const fn new(keys: TokenKeys, policy: TokenPolicy) -> Self {
        Self { keys, policy }
    }

    pub(crate) const fn policy(&self) -> &TokenPolicy {
        &self.policy
    }

    /// A new token. One that would be too long for a cookie says nothing of its user, whom this
    /// host has in its store anyway.
    ///
    /// # Errors
    /// 500 if there are no random bytes, or for a token that would be too long to be read.
    pub(crate) fn issue(
        &self,
        kind: TokenKind,
        login: Login<'_>,
        environment: &Environment,
    ) -> Result<TimedToken, ServiceError> {
        let lifetime = match kind {
            TokenKind::Access => self.policy.access_lifetime,
            TokenKind::Refresh => self.policy.refresh_lifetime,
        };
        let issued = Duration::from_secs(environment.now().as_secs());
        let expires = issued.saturating_add(lifetime);
        let ends = login.ends.map(|ends| Duration::from_secs(ends.as_secs()));
        let expires = ends.map_or(expires, |ends| expires.min(ends));
        let mut statement = Statement {
            iss: &self.policy.issuer,
            sub: login.user.id,
            iat: issued.as_secs(),
            exp: expires.as_secs(),
            aud: self.policy.audience.as_deref(),
            user: (kind == TokenKind::Access).then(|| login.user.into()),
            jti: &random_id(environment)?,
            sid: login.id,
            stamp: &login.user.stamp(),
            is_permanent: login.is_permanent,
        };
        let mut token = self.signed(kind, &statement)?;
        if token.expose().len() > LONGEST_WITH_PROFILE && statement.user.take().is_some() {
            token = self.signed(kind, &statement)?;
        }
        if token.expose().len() > compact::LONGEST {
            return Err(ServiceError::internal(
                "a token would be too long to be read",
            ));
        }
        Ok(TimedToken {
            token,
            lifetime: expires.saturating_sub(issued),
            expires,
        })
    }

    fn signed(
        &self,
        kind: TokenKind,
        statement: &Statement<'_>,
    ) -> Result<SecretText, ServiceError> {
        let signed = compact::signed(kind.typ(), statement, &self.keys);
        signed.map_err(ServiceError::internal)
    }

    /// Whether a token may come by the connection that these credentials came by.
    pub(crate) fn check_connection(&self, credentials: &Credentials) -> Result<(), TokenError> {
        if credentials.is_secure || !self.policy.needs_secure_connection {
            return Ok(());
        }
        Err(TokenError::Insecure)
    }

    /// What a token of that kind says; `None` for what is none, or is not signed by a key of ours.
    ///
    /// # Errors
    /// A token that names another algorithm, is for others, or is not good at `now`.
    pub(crate) fn read(
        &self,
        kind: TokenKind,
        token: &SecretText,
        now: Duration,
    ) -> Result<Option<Claims>, TokenError> {
        let Some(parts) = Parts::of(token.expose()) else {
            return Ok(None);
        };
        self.check_algorithm(&parts.header.alg)?;
        let is_of_kind = parts.header.typ == kind.typ();
        let claims = parts.verified::<Claims>(&self.keys);
        let Some(claims) = claims.filter(|_| is_of_kind) else {
            return Ok(None);
        };
        check_time(&claims, now.as_secs())?;
        self.check_audience(&claims)?;
        Ok(Some(claims))
    }

    /// What a token of either kind says, be its time over or not; `None` if it is not signed by a
    /// key of ours.
    pub(crate) fn of_any_time(&self, token: &SecretText) -> Option<Claims> {
        let parts = Parts::of(token.expose())?;
        self.check_algorithm(&parts.header.alg).ok()?;
        parts.verified(&self.keys)
    }

    /// When the last token of the sign-in expires that this one descends from.
    pub(crate) fn last_expiry(&self, claims: &Claims, now: Duration) -> Duration {
        let lifetime = self
            .policy
            .refresh_lifetime
            .max(self.policy.access_lifetime);
        now.saturating_add(lifetime)
            .max(Duration::from_secs(claims.exp))
    }

    fn check_algorithm(&self, stated: &str) -> Result<(), TokenError> {
        let expected = self.keys.algorithm();
        if stated == expected.name() {
            return Ok(());
        }
        Err(TokenError::Algorithm {
            stated: stated.chars().take(LONGEST_NAME).collect(),
            expected,
        })
    }

    fn check_audience(&self, claims: &Claims) -> Result<(), TokenError> {
        let Some(own) = &self.policy.audience else {
            return Ok(());
        };
        match &claims.aud {
            Some(audience) if audience.holds(own) => Ok(()),
            other => {
                let stated = other.as_ref().map(super::claims::Audience::text);
                Err(TokenError::Audience(stated.unwrap_or_default()))
            }
        }
    }
}

fn check_time(claims: &Claims, now: u64) -> Result<(), TokenError> {
    if now >= claims.exp {
        Err(TokenError::Expired)
    } else if claims.nbf.is_some_and(|from| now < from) {
        Err(TokenError::NotYetValid)
    } else {
        Ok(())
    }
}

/// 128 random bits, for a token or a sign-in.
///
/// # Errors
/// 500 if there are none.
pub(crate) fn random_id(environment: &Environment) -> Result<String, ServiceError> {
    let bits = environment.random::<16>();
    Ok(BASE64URL_NOPAD.encode(&bits.map_err(ServiceError::internal)?))
}
