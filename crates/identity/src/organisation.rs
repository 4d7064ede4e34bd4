use dto::OrganisationId;

/// A tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// The id that requests give.
    pub id: OrganisationId,
    /// The name shown to people.
    pub name: String,
    /// The name that authenticators show; the organisation's name where there is none.
    pub issuer: Option<String>,
}

impl Organisation {
    /// The name that authenticators show.
    pub fn issuer_name(&self) -> &str {
        self.issuer.as_deref().unwrap_or(&self.name)
    }
}

/// An organisation that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganisation {
    /// The id that requests give.
    pub id: OrganisationId,
    /// The name shown to people.
    pub name: String,
    /// The name that authenticators show.
    pub issuer: Option<String>,
}
