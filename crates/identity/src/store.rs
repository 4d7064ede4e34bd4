use std::fmt;
use std::time::Duration;

use dto::OrganisationId;
use service::BoxFuture;

use crate::{
    ApiKeyDigest, ApiKeyRecord, NewApiKey, NewOrganisation, NewUser, Organisation, Session,
    SessionKey, User,
};

/// What a store returns.
type Stored<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

/// Why a store did not do what it was asked.
#[derive(Debug)]
pub enum StoreError {
    /// It does not answer; another try may do.
    Unavailable(Box<dyn std::error::Error + Send + Sync>),
    /// What was to be made is there already, by the name told.
    Exists(&'static str),
    /// What was referred to is not there, by the name told.
    Missing(&'static str),
    /// Anything else.
    Failed(Box<dyn std::error::Error + Send + Sync>),
}

/// Where users are kept.
pub trait UserStore: Send + Sync + 'static {
    /// The user of that number.
    fn user(&self, id: i64) -> Stored<'_, Option<User>>;

    /// The user who goes by that user name or e-mail address, in any (ASCII) case.
    fn user_by_name<'a>(&'a self, name: &'a str) -> Stored<'a, Option<User>>;

    /// Makes a user and its memberships, or nothing. Neither its user name nor its e-mail address
    /// may be what another user goes by.
    fn add_user(&self, user: NewUser) -> Stored<'_, User>;

    /// Gives a user another password, by its hash. Sessions that were started with the earlier
    /// one end by it.
    fn set_password_hash(&self, id: i64, hash: String) -> Stored<'_, ()>;

    /// Keeps a user out, or lets it in again. To keep it out also [signs it out](Self::sign_out):
    /// what somebody stole before does not come back to life with it.
    fn set_locked(&self, id: i64, is_locked: bool) -> Stored<'_, ()>;

    /// Signs a user out everywhere: sessions and tokens that were made before end by it.
    fn sign_out(&self, id: i64) -> Stored<'_, ()>;

    /// Every user, by user name.
    fn users(&self) -> Stored<'_, Vec<User>>;
}

/// Where organisations and their members are kept.
pub trait OrganisationStore: Send + Sync + 'static {
    /// The organisation, if that user is a member of it.
    fn organisation_of<'a>(
        &'a self,
        user: i64,
        id: &'a OrganisationId,
    ) -> Stored<'a, Option<Organisation>>;

    /// Makes an organisation.
    fn add_organisation(&self, organisation: NewOrganisation) -> Stored<'_, Organisation>;

    /// Every organisation, by id.
    fn organisations(&self) -> Stored<'_, Vec<Organisation>>;
}

/// Where API keys are kept, by their digests.
pub trait ApiKeyStore: Send + Sync + 'static {
    /// The key of that digest, be it expired or revoked.
    fn api_key<'a>(&'a self, digest: &'a ApiKeyDigest) -> Stored<'a, Option<ApiKeyRecord>>;

    /// Keeps a key of a user.
    fn add_api_key(&self, key: NewApiKey) -> Stored<'_, ApiKeyRecord>;

    /// Revokes a key for ever, from `now` on (a time since 1970); one that is revoked already
    /// stays as it is.
    fn revoke_api_key(&self, id: i64, now: Duration) -> Stored<'_, ()>;

    /// Every key in the order in which they were made, or every key of that user.
    fn api_keys(&self, user: Option<i64>) -> Stored<'_, Vec<ApiKeyRecord>>;
}

/// Where sessions are kept. A session that has expired is as good as gone.
pub trait SessionStore: Send + Sync + 'static {
    /// Keeps a session for `lifetime` from `now` on (a time since 1970).
    fn put<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a Session,
        lifetime: Duration,
        now: Duration,
    ) -> Stored<'a, ()>;

    /// The session, if it is there and has not expired at `now`.
    fn get<'a>(&'a self, key: &'a SessionKey, now: Duration) -> Stored<'a, Option<Session>>;

    /// Ends a session; one that is not there is ended already.
    fn remove<'a>(&'a self, key: &'a SessionKey) -> Stored<'a, ()>;
}

/// Where the sign-ins are kept whose tokens were revoked before their time, by digests of their
/// ids.
pub trait RevokedLoginStore: Send + Sync + 'static {
    /// Revokes all tokens of a sign-in, the last of which expires at `until`; those of which that
    /// is over at `now` may be forgotten. Times are since 1970.
    fn revoke_login<'a>(
        &'a self,
        login: &'a SessionKey,
        until: Duration,
        now: Duration,
    ) -> Stored<'a, ()>;

    /// Whether the tokens of that sign-in are revoked.
    fn is_login_revoked<'a>(&'a self, login: &'a SessionKey) -> Stored<'a, bool>;
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable(cause) => write!(f, "the store does not answer: {cause}"),
            Self::Exists(what) => write!(f, "{what} exists already"),
            Self::Missing(what) => write!(f, "{what} does not exist"),
            Self::Failed(cause) => write!(f, "the store failed: {cause}"),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            // The text holds the cause itself already.
            Self::Unavailable(cause) | Self::Failed(cause) => cause.source(),
            Self::Exists(_) | Self::Missing(_) => None,
        }
    }
}

/// To a caller, a store that does not answer is 503; anything else is a fault of ours.
impl From<StoreError> for service::ServiceError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(_) => {
                let message = "A store that is needed does not answer; try again";
                Self::unavailable(message, Duration::from_secs(5)).with_cause(error)
            }
            other => Self::internal(other),
        }
    }
}
