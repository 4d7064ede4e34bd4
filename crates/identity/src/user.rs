use std::fmt;

use data_encoding::HEXLOWER;
use dto::OrganisationId;
use sha2::{Digest, Sha256};

/// Somebody who can sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct User {
    /// The number that the store gave.
    pub id: i64,
    /// The name to sign in with; unique in any (ASCII) case, among e-mail addresses too.
    pub user_name: String,
    /// The e-mail address; as unique as the user name, and as good for signing in.
    pub email: Option<String>,
    /// The name shown to people; the user name where there is none.
    pub display_name: Option<String>,
    /// Roles, such as `Admin`.
    pub roles: Vec<String>,
    /// The password's Argon2 hash (PHC string).
    pub password_hash: String,
    /// The organisation meant where a request names none.
    pub default_organisation: Option<OrganisationId>,
    /// Whether the user is kept out: no sign-in, session, token or API key counts.
    pub is_locked: bool,
    /// How often the user has been signed out everywhere, by being locked too.
    pub sign_outs: u32,
}

impl User {
    /// The name shown to people.
    pub fn shown_name(&self) -> &str {
        self.display_name.as_deref().unwrap_or(&self.user_name)
    }

    /// Whether somebody who signs in as `name` means this user: the user name or the e-mail
    /// address, in any (ASCII) case.
    pub fn goes_by(&self, name: &str) -> bool {
        let email = self.email.as_deref();
        self.user_name.eq_ignore_ascii_case(name)
            || email.is_some_and(|email| email.eq_ignore_ascii_case(name))
    }

    /// What a session or a token remembers of the user that it was made for, so that it ends when
    /// the password changes or the user is signed out everywhere: 64 bits of a digest, to which
    /// the salted hash adds what nobody knows, of no use for guessing.
    pub fn stamp(&self) -> String {
        let digest = Sha256::new()
            .chain_update(self.sign_outs.to_be_bytes())
            .chain_update(self.password_hash.as_bytes())
            .finalize();
        HEXLOWER.encode(&digest[..8])
    }

    /// Whether a session or a token of that stamp still counts.
    pub(crate) fn honors(&self, stamp: &str) -> bool {
        !self.is_locked && self.stamp() == stamp
    }
}

/// Leaves the password's hash out.
impl fmt::Debug for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("User")
            .field("id", &self.id)
            .field("user_name", &self.user_name)
            .field("roles", &self.roles)
            .finish_non_exhaustive()
    }
}

/// A user that is to be made.
#[derive(Clone)]
pub struct NewUser {
    /// The name to sign in with.
    pub user_name: String,
    /// The e-mail address.
    pub email: Option<String>,
    /// The name shown to people.
    pub display_name: Option<String>,
    /// Roles.
    pub roles: Vec<String>,
    /// The password's Argon2 hash (PHC string).
    pub password_hash: String,
    /// The organisations to be a member of; the first is the default.
    pub organisations: Vec<OrganisationId>,
}

impl fmt::Debug for NewUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewUser")
            .field("user_name", &self.user_name)
            .finish_non_exhaustive()
    }
}
