/// Who is calling: somebody who has signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The user's number.
    pub user_id: i64,
    /// The name that the user signs in with.
    pub user_name: String,
    /// The name that is shown; the user name where there is none.
    pub display_name: String,
    /// The e-mail address.
    pub email: Option<String>,
    /// The roles that the user has.
    pub roles: Vec<String>,
    /// The session, by a fingerprint that is safe to store and to log; the same for the
    /// session's whole life.
    pub session: String,
}

impl Caller {
    /// Whether the user has that role, in any case.
    pub fn has_role(&self, role: &str) -> bool {
        self.roles.iter().any(|own| own.eq_ignore_ascii_case(role))
    }
}
