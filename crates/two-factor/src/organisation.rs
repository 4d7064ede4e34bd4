use dto::OrganisationId;
use service::{BoxFuture, Caller, ServiceError};

/// The organisation that a request is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    /// Its id.
    pub id: OrganisationId,
    /// The name that authenticators show.
    pub issuer: String,
}

/// Who is a member of what.
pub trait OrganisationDirectory: Send + Sync + 'static {
    /// The organisation of that id, or the user's default if none is given; `None` if there is
    /// none or the user is no member, which the answer must not tell apart.
    fn tenant<'a>(
        &'a self,
        user_id: i64,
        id: Option<&'a OrganisationId>,
    ) -> BoxFuture<'a, Result<Option<Tenant>, ServiceError>>;
}

/// Finds the organisation that `stated` names.
///
/// # Errors
/// 400 for a malformed id, 403 for one that the caller is no member of.
pub(crate) async fn tenant_of(
    directory: &dyn OrganisationDirectory,
    caller: &Caller,
    stated: Option<&str>,
) -> Result<Tenant, ServiceError> {
    const FIELD: &str = "OrganisationId";
    let stated = stated.filter(|text| !text.is_empty());
    let id = stated
        .map(str::parse::<OrganisationId>)
        .transpose()
        .map_err(|fault| {
            let message = format!("'Organisation Id' is not in the correct format: {fault}.");
            ServiceError::new("RegularExpression", message.clone())
                .with_status(400)
                .with_field(FIELD, "RegularExpression", message)
        })?;
    let tenant = directory.tenant(caller.user_id, id.as_ref()).await?;
    tenant.ok_or_else(|| match id {
        Some(id) => ServiceError::forbidden(format!("Not a member of organisation '{id}'")),
        None => ServiceError::forbidden("Not a member of any organisation"),
    })
}
