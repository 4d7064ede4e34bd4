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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Members, caller};

    async fn found(user: i64, stated: Option<&str>) -> Result<String, ServiceError> {
        let tenant = tenant_of(&Members, &caller(user, "s"), stated).await;
        tenant.map(|tenant| tenant.id.to_string())
    }

    #[tokio::test]
    async fn none_or_an_empty_one_is_the_callers_default() {
        for stated in [None, Some("")] {
            assert_eq!(found(1, stated).await.unwrap(), "acme");
        }
        assert_eq!(found(1, Some("other")).await.unwrap(), "other");
    }

    #[tokio::test]
    async fn a_malformed_id_is_400_and_names_the_field() {
        for stated in [
            "a b",
            "a:b",
            "{acme}",
            "../acme",
            "é",
            " acme",
            &"a".repeat(65),
        ] {
            let error = found(1, Some(stated)).await.unwrap_err();
            assert_eq!(error.status(), 400, "{stated:?}");
            let errors = error.to_response_status().errors.unwrap();
            assert_eq!(errors[0].field_name.as_deref(), Some("OrganisationId"));
            assert_eq!(errors[0].error_code.as_deref(), Some(error.code()));
        }
    }

    #[tokio::test]
    async fn one_that_is_not_there_and_one_of_others_get_one_answer() {
        let unknown = found(1, Some("nowhere")).await.unwrap_err();
        let of_others = found(2, Some("acme")).await.unwrap_err();
        assert_eq!((unknown.status(), of_others.status()), (403, 403));
        assert_eq!(
            unknown.message().replace("nowhere", "acme"),
            of_others.message()
        );
        assert_eq!(found(2, None).await.unwrap_err().status(), 403);
    }
}
