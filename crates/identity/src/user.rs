use std::fmt;

use dto::OrganisationId;

/// Somebody who can sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct User {
    /// The number that the store gave.
    pub id: i64,
    /// The name to sign in with; unique in any case.
    pub user_name: String,
    /// The e-mail address; unique in any case, and good for signing in too.
    pub email: Option<String>,
    /// The name shown to people; the user name where there is none.
    pub display_name: Option<String>,
    /// Roles, such as `Admin`.
    pub roles: Vec<String>,
    /// The password's Argon2 hash (PHC string).
    pub password_hash: String,
    /// The organisation meant where a request names none.
    pub default_organisation: Option<OrganisationId>,
}

impl User {
    /// The name shown to people.
    pub fn shown_name(&self) -> &str {
        self.display_name.as_deref().unwrap_or(&self.user_name)
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
