use contract::Interface;

/// A request that may name the organisation that it is made for.
#[derive(Debug, Interface)]
#[dto(namespace = "Foundry")]
pub struct ITenantedRequest {
    /// The organisation; the caller's default where it is not named.
    pub organisation_id: Option<String>,
}
