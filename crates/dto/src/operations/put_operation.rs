use std::marker::PhantomData;

use contract::{Dto, markers::IPut};

use super::ITenantedRequest;

/// A change that is sent with PUT.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Foundry", is_abstract, implements(IPut))]
pub struct PutOperationUnTenanted<TResponse> {
    /// Only names the response: no value of it travels in a request.
    #[dto(skip)]
    pub response: PhantomData<TResponse>,
}

/// A change that is sent with PUT, within an organisation.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Foundry", is_abstract, implements(ITenantedRequest))]
pub struct PutOperationTenanted<TResponse> {
    /// The class it inherits.
    #[dto(base)]
    pub base: PutOperationUnTenanted<TResponse>,
    /// The organisation; the caller's default where it is not named.
    pub organisation_id: Option<String>,
}
