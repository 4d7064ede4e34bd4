//! The Foundry API's request and response DTOs: what the generated front ends mirror.
//!
//! One file an operation, under the folder of its subject; the classes that operations inherit
//! stand in `operations`.

mod operations;
mod organisation_id;
mod two_factor;

pub use operations::{ITenantedRequest, PutOperationTenanted, PutOperationUnTenanted};
pub use organisation_id::{InvalidOrganisationId, OrganisationId};
pub use two_factor::{
    GenerateTwoFactorAuthenticationKeyRequest, GenerateTwoFactorAuthenticationKeyResponse,
};
