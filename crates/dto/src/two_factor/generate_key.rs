use contract::{Dto, Operation, ResponseStatus};

use crate::PutOperationTenanted;

/// The key that an authenticator app is set up with.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Foundry")]
pub struct GenerateTwoFactorAuthenticationKeyResponse {
    /// What went wrong; absent on success.
    pub response_status: Option<ResponseStatus>,
    /// An `otpauth://totp/…` URI, to be shown as a QR code.
    pub two_factor_uri: Option<String>,
}

/// Generates a key for the caller's authenticator app. It takes effect once a code made with it
/// is confirmed; until then it is kept for ten minutes.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Foundry")]
#[operation(
    returns = GenerateTwoFactorAuthenticationKeyResponse,
    actions(PUT),
    authenticate,
    tags("two-factor")
)]
#[route("/users/2fa/generate-key", PUT)]
pub struct GenerateTwoFactorAuthenticationKeyRequest {
    /// The class it inherits.
    #[dto(base)]
    pub base: PutOperationTenanted<GenerateTwoFactorAuthenticationKeyResponse>,
}
