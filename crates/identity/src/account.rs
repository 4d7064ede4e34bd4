use std::fmt;
use std::sync::Arc;

use contract::SecretText;
use dto::{InvalidOrganisationId, OrganisationId};
use service::Environment;

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
        password: SecretText,
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

    /// Gives the user of that name (or e-mail address) another password. The user's sessions end
    /// by it.
    ///
    /// # Errors
    /// No such user, a password's length.
    pub async fn set_password(&self, name: &str, password: SecretText) -> Result<(), AccountError> {
        let user = self.user(name).await?;
        let hashed = self.passwords.hash(password, &self.environment).await;
        let hash = hashed.map_err(AccountError::Password)?;
        let set = self.users.set_password_hash(user.id, hash).await;
        set.map_err(AccountError::Store)
    }

    /// Keeps the user of that name (or e-mail address) out, or lets it in again.
    ///
    /// # Errors
    /// No such user.
    pub async fn set_locked(&self, name: &str, is_locked: bool) -> Result<(), AccountError> {
        let user = self.user(name).await?;
        let set = self.users.set_locked(user.id, is_locked).await;
        set.map_err(AccountError::Store)
    }

    /// Ends all sessions and tokens of the user of that name (or e-mail address). API keys, which
    /// are revoked one by one, stay.
    ///
    /// # Errors
    /// No such user.
    pub async fn sign_out(&self, name: &str) -> Result<(), AccountError> {
        let user = self.user(name).await?;
        let done = self.users.sign_out(user.id).await;
        done.map_err(AccountError::Store)
    }

    async fn user(&self, name: &str) -> Result<User, AccountError> {
        let user = self.users.user_by_name(name).await;
        let user = user.map_err(AccountError::Store)?;
        user.ok_or(AccountError::Store(StoreError::Missing("the user")))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{House, PASSWORD, basic, new_user};
    use service::Authenticator;

    #[tokio::test]
    async fn a_user_name_can_be_sent_by_http_basic() {
        let house = House::empty();
        let add = async |name: &str| {
            let user = new_user(name, None);
            house.accounts.add_user(user, PASSWORD.into()).await
        };
        for good in [
            "j",
            "jane.doe",
            "josé",
            "jane@acme.example",
            &"x".repeat(64),
        ] {
            assert!(add(good).await.is_ok(), "{good}");
        }
        for bad in [
            "",
            "jane doe",
            "jane:doe",
            "jane\u{7}",
            "\u{a0}",
            &"x".repeat(65),
        ] {
            assert!(
                matches!(add(bad).await, Err(AccountError::UserName)),
                "{bad:?}"
            );
        }
    }

    #[tokio::test]
    async fn an_email_address_has_a_name_and_a_host() {
        let house = House::empty();
        let add = async |email: &str| {
            let user = new_user("jane", Some(email));
            house.accounts.add_user(user, PASSWORD.into()).await
        };
        assert!(add("jo+tag@exämple.com").await.is_ok());
        for bad in [
            "",
            "jane",
            "@acme",
            "jane@",
            "a@b@c",
            "a b@c",
            &format!("a@{}", "b".repeat(253)),
        ] {
            assert!(
                matches!(add(bad).await, Err(AccountError::Email)),
                "{bad:?}"
            );
        }
    }

    #[tokio::test]
    async fn a_short_password_makes_no_user() {
        let house = House::empty();
        let added = house
            .accounts
            .add_user(new_user("jane", None), "short".into())
            .await;
        let fault = added.unwrap_err();
        assert_eq!(fault.to_string(), "a password has at least 8 characters");
        assert!(house.accounts.users().await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn another_password_is_the_only_one_that_counts() {
        let house = House::with_users().await;
        house
            .accounts
            .set_password("JANE@acme.example", "an0ther-one".into())
            .await
            .unwrap();
        let earlier = house.identity.authenticate(&basic("jane", PASSWORD)).await;
        assert_eq!(earlier.unwrap_err().status(), 401);
        let later = house
            .identity
            .authenticate(&basic("jane", "an0ther-one"))
            .await;
        assert_eq!(later.unwrap().unwrap().caller.user_name, "jane");
        let nobody = house
            .accounts
            .set_password("ghost", "an0ther-one".into())
            .await;
        assert_eq!(nobody.unwrap_err().to_string(), "the user does not exist");
    }
}
