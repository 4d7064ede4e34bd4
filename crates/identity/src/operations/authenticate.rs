use std::fmt;

use contract::{
    DateTime, Dto, Map, Operation, ResponseStatus, SecretText, Validation, markers::IPost,
};

use crate::Provider;

/// Who has signed in.
#[derive(Clone, Default, PartialEq, Dto)]
#[dto(namespace = "ServiceStack", data_contract)]
pub struct AuthenticateResponse {
    /// The user's number.
    #[dto(order = 1)]
    pub user_id: Option<String>,
    /// The id of the session.
    #[dto(order = 2)]
    pub session_id: Option<String>,
    /// The name that was signed in with.
    #[dto(order = 3)]
    pub user_name: Option<String>,
    /// The name shown to people.
    #[dto(order = 4)]
    pub display_name: Option<String>,
    /// Where a browser is to go next.
    #[dto(order = 5)]
    pub referrer_url: Option<String>,
    /// A bearer token.
    #[dto(order = 6)]
    pub bearer_token: Option<SecretText>,
    /// A token that gets a new bearer token.
    #[dto(order = 7)]
    pub refresh_token: Option<SecretText>,
    /// When the refresh token expires.
    #[dto(order = 8)]
    pub refresh_token_expiry: Option<DateTime>,
    /// A picture of the user.
    #[dto(order = 9)]
    pub profile_url: Option<String>,
    /// The user's roles.
    #[dto(order = 10)]
    pub roles: Option<Vec<String>>,
    /// The user's permissions.
    #[dto(order = 11)]
    pub permissions: Option<Vec<String>>,
    /// The provider that signed the user in.
    #[dto(order = 12)]
    pub auth_provider: Option<String>,
    /// What went wrong; absent on success.
    #[dto(order = 13)]
    pub response_status: Option<ResponseStatus>,
    /// Further facts.
    #[dto(order = 14)]
    pub meta: Option<Map<String, String>>,
}

/// Signs in, or tells who has signed in.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "ServiceStack", data_contract, implements(IPost))]
#[operation(returns = AuthenticateResponse, actions(GET, POST), checks_credentials, tags("auth"), rules = check_credentials)]
#[route("/auth", GET, POST)]
#[route("/auth/{Provider}", GET, POST)]
pub struct Authenticate {
    /// How: `credentials`, `basic`, or `logout`.
    #[dto(order = 1)]
    pub provider: Option<String>,
    /// The user name or e-mail address.
    #[dto(order = 2)]
    pub user_name: Option<String>,
    /// The password.
    #[dto(order = 3)]
    pub password: Option<SecretText>,
    /// Whether the session outlives the browser.
    #[dto(order = 4)]
    pub remember_me: Option<bool>,
    /// A token of another provider.
    #[dto(order = 5)]
    pub access_token: Option<SecretText>,
    /// The secret of that token.
    #[dto(order = 6)]
    pub access_token_secret: Option<SecretText>,
    /// Where a browser is to go next.
    #[dto(order = 7)]
    pub return_url: Option<String>,
    /// The page that shows a failure.
    #[dto(order = 8)]
    pub error_view: Option<String>,
    /// Further facts.
    #[dto(order = 9)]
    pub meta: Option<Map<String, String>>,
}

/// Signs out.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "ServiceStack")]
#[operation(returns = AuthenticateResponse, actions(GET, POST), checks_credentials, tags("auth"))]
#[route("/auth/logout", GET, POST)]
pub struct AuthenticateLogout {}

impl Authenticate {
    /// The provider named; a user name alone means credentials.
    pub(crate) fn provider_name(&self) -> Option<&str> {
        let stated = self.provider.as_deref().filter(|name| !name.is_empty());
        let meant = self.user_name.is_some();
        stated.or(meant.then_some(Provider::Credentials.name()))
    }

    /// Whether a session is wanted where there could be tokens: `meta.ignore` is `jwt`.
    pub(crate) fn ignores_tokens(&self) -> bool {
        let meta = self.meta.as_ref();
        meta.is_some_and(|meta| meta.get("ignore").is_some_and(|ignored| ignored == "jwt"))
    }
}

/// Leaves the session out.
impl fmt::Debug for AuthenticateResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticateResponse")
            .field("user_id", &self.user_id)
            .field("user_name", &self.user_name)
            .finish_non_exhaustive()
    }
}

/// Credentials have a name and a password. Whether the verb may carry them is looked at later.
fn check_credentials(request: &Authenticate, rules: &mut Validation) {
    let provider = request.provider_name().and_then(Provider::from_name);
    if provider == Some(Provider::Credentials) {
        rules.property("UserName", &request.user_name).not_empty();
        rules.property("Password", &request.password).not_empty();
    }
}
