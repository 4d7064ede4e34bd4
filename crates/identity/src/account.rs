use std::fmt;
use std::sync::Arc;

use dto::{InvalidOrganisationId, OrganisationId};
use service::Environment;
use zeroize::Zeroizing;

use crate::{
    NewOrganisation, NewUser, Organisation, OrganisationStore, PasswordError, PasswordHasher,
    StoreError, User, UserStore,
};

/// Makes users and organisations by the rules that hold for all of them.
#[derive(Clone)]
pub struct Accounts {
    users: Arc<dyn UserStore>,
    organisations: Arc<dyn OrganisationStore>,
    passwords: Arc<PasswordHasher>,
    environment: Environment,
}

/// Why an account was not made.
#[derive(Debug)]
pub enum AccountError {
    /// A user name that cannot be signed in with.
    UserName,
    /// A text that is no e-mail address.
    Email,
    /// A text that is no organisation's id.
    OrganisationId(InvalidOrganisationId),
    /// The password.
    Password(PasswordError),
    /// The store.
    Store(StoreError),
}

impl Accounts {
    /// Accounts in these stores.
    pub fn new(
        users: Arc<dyn UserStore>,
        organisations: Arc<dyn OrganisationStore>,
        passwords: Arc<PasswordHasher>,
        environment: Environment,
    ) -> Self {
        Self {
            users,
            organisations,
            passwords,
            environment,
        }
    }

    /// Makes a user; `user.password_hash` is replaced by that of `password`.
    ///
    /// # Errors
    /// A malformed name or address, a password's length, a name that is taken, an organisation
    /// that does not exist.
    pub async fn add_user(
        &self,
        user: NewUser,
        password: Zeroizing<String>,
    ) -> Result<User, AccountError> {
        check_user_name(&user.user_name)?;
        if user.email.as_deref().is_some_and(|email| !is_email(email)) {
            return Err(AccountError::Email);
        }
        let hashed = self.passwords.hash(password, &self.environment).await;
        let password_hash = hashed.map_err(AccountError::Password)?;
        let user = NewUser {
            password_hash,
            ..user
        };
        self.users.add_user(user).await.map_err(AccountError::Store)
    }

    /// Makes an organisation.
    ///
    /// # Errors
    /// A malformed id, or one that is taken.
    pub async fn add_organisation(
        &self,
        id: &str,
        name: String,
        issuer: Option<String>,
    ) -> Result<Organisation, AccountError> {
        let id: OrganisationId = id.parse().map_err(AccountError::OrganisationId)?;
        let organisation = NewOrganisation { id, name, issuer };
        self.organisations
            .add_organisation(organisation)
            .await
            .map_err(AccountError::Store)
    }

    /// Every user, by user name.
    ///
    /// # Errors
    /// The store's.
    pub async fn users(&self) -> Result<Vec<User>, AccountError> {
        self.users.users().await.map_err(AccountError::Store)
    }

    /// Every organisation, by id.
    ///
    /// # Errors
    /// The store's.
    pub async fn organisations(&self) -> Result<Vec<Organisation>, AccountError> {
        self.organisations
            .organisations()
            .await
            .map_err(AccountError::Store)
    }
}

/// 1 to 64 characters, none of them a blank, a control character or a colon, which HTTP Basic
/// (RFC 7617) cannot carry in a name.
fn check_user_name(name: &str) -> Result<(), AccountError> {
    let length = name.chars().count();
    let is_plain = |c: char| !c.is_control() && !c.is_whitespace() && c != ':';
    let fits = (1..=64).contains(&length) && name.chars().all(is_plain);
    if fits {
        Ok(())
    } else {
        Err(AccountError::UserName)
    }
}

fn is_email(text: &str) -> bool {
    let has_parts = text
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    has_parts && text.len() <= 254 && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").finish_non_exhaustive()
    }
}

impl fmt::Display for AccountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UserName => {
                f.write_str("a user name has 1 to 64 characters and no blanks or colons")
            }
            Self::Email => f.write_str("that is no e-mail address"),
            Self::OrganisationId(fault) => fault.fmt(f),
            Self::Password(fault) => fault.fmt(f),
            Self::Store(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for AccountError {}
