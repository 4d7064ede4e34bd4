mod generate_key;

pub use generate_key::{
    GenerateTwoFactorAuthenticationKeyRequest, GenerateTwoFactorAuthenticationKeyResponse,
};
