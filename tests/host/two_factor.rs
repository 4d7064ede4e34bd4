//! The first two-factor operation as this host states it: any organisation will do.

use std::marker::PhantomData;

use contract::{Dto, Interface, Operation, ResponseStatus, markers::IPut};
use otp::{ProvisioningUri, SECRET_LENGTH, Secret};
use service::{Reply, RequestContext, Service, ServiceError};

#[derive(Debug, Interface)]
#[dto(namespace = "Conformance")]
pub(crate) struct ITenantedRequest {
    #[expect(dead_code, reason = "an interface only describes")]
    organisation_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance", is_abstract, implements(IPut))]
pub(crate) struct PutOperationUnTenanted<TResponse> {
    #[dto(skip)]
    response: PhantomData<TResponse>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance", is_abstract, implements(ITenantedRequest))]
pub(crate) struct PutOperationTenanted<TResponse> {
    #[dto(base)]
    base: PutOperationUnTenanted<TResponse>,
    organisation_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct GenerateTwoFactorAuthenticationKeyResponse {
    response_status: Option<ResponseStatus>,
    two_factor_uri: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(
    returns = GenerateTwoFactorAuthenticationKeyResponse,
    actions(PUT),
    authenticate
)]
#[route("/users/2fa/generate-key", PUT)]
pub(crate) struct GenerateTwoFactorAuthenticationKeyRequest {
    #[dto(base)]
    base: PutOperationTenanted<GenerateTwoFactorAuthenticationKeyResponse>,
}

pub(crate) struct UsersService;

impl Service<GenerateTwoFactorAuthenticationKeyRequest> for UsersService {
    async fn execute(
        &self,
        request: GenerateTwoFactorAuthenticationKeyRequest,
        context: &RequestContext,
    ) -> Result<Reply<GenerateTwoFactorAuthenticationKeyResponse>, ServiceError> {
        let caller = context.require_caller()?;
        let mut bytes = [0; SECRET_LENGTH];
        getrandom::fill(&mut bytes).map_err(|fault| ServiceError::internal(fault.to_string()))?;
        let issuer = request
            .base
            .organisation_id
            .as_deref()
            .unwrap_or("Conformance");
        let uri = ProvisioningUri::new(&Secret::from_bytes(bytes), issuer, &caller.user_name);
        let response = GenerateTwoFactorAuthenticationKeyResponse {
            two_factor_uri: Some(uri.as_str().to_owned()),
            response_status: None,
        };
        Ok(response.into())
    }
}
