use contract::{Dto, Map, Operation, ResponseStatus, SecretText, markers::IPost};

/// A new access token.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "ServiceStack", data_contract)]
pub struct GetAccessTokenResponse {
    /// The token; absent where it came as a cookie.
    #[dto(order = 1)]
    pub access_token: Option<SecretText>,
    /// Further facts.
    #[dto(order = 2)]
    pub meta: Option<Map<String, String>>,
    /// What went wrong; absent on success.
    #[dto(order = 3)]
    pub response_status: Option<ResponseStatus>,
}

/// Gets a new access token for a refresh token. It is for whoever cannot prove anything else any
/// more, so nothing else that is sent along counts.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "ServiceStack", data_contract, implements(IPost))]
#[operation(returns = GetAccessTokenResponse, actions(POST), checks_credentials, tags("auth"))]
#[route("/access-token", POST)]
pub struct GetAccessToken {
    /// The refresh token; without it, the one in the cookie `ss-reftok` is meant.
    #[dto(order = 1)]
    pub refresh_token: Option<SecretText>,
    /// Further facts.
    #[dto(order = 2)]
    pub meta: Option<Map<String, String>>,
}

/// The token of a session.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "ServiceStack", data_contract)]
pub struct ConvertSessionToTokenResponse {
    /// Further facts.
    #[dto(order = 1)]
    pub meta: Option<Map<String, String>>,
    /// The token; absent where it came as a cookie.
    #[dto(order = 2)]
    pub access_token: Option<SecretText>,
    /// A token that gets a new one.
    #[dto(order = 3)]
    pub refresh_token: Option<SecretText>,
    /// What went wrong; absent on success.
    #[dto(order = 4)]
    pub response_status: Option<ResponseStatus>,
}

/// Puts an access token, as a cookie, in the place of the session.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "ServiceStack", data_contract, implements(IPost))]
#[operation(
    returns = ConvertSessionToTokenResponse,
    actions(POST),
    authenticate,
    tags("auth")
)]
#[route("/session-to-token", POST)]
pub struct ConvertSessionToToken {
    /// Whether the session is kept beside the token.
    #[dto(order = 1)]
    pub preserve_session: bool,
    /// Further facts.
    #[dto(order = 2)]
    pub meta: Option<Map<String, String>>,
}
