use dto::OrganisationId;
use identity::{OrganisationStore, UserStore};
use service::{BoxFuture, ServiceError};
use two_factor::{OrganisationDirectory, Tenant};

use super::SqliteStore;

impl OrganisationDirectory for SqliteStore {
    fn tenant<'a>(
        &'a self,
        user_id: i64,
        id: Option<&'a OrganisationId>,
    ) -> BoxFuture<'a, Result<Option<Tenant>, ServiceError>> {
        Box::pin(async move {
            let id = match id {
                Some(id) => Some(id.clone()),
                None => self
                    .user(user_id)
                    .await?
                    .and_then(|user| user.default_organisation),
            };
            let Some(id) = id else { return Ok(None) };
            let organisation = self.organisation_of(user_id, &id).await?;
            Ok(organisation.map(|organisation| Tenant {
                issuer: organisation.issuer_name().to_owned(),
                id: organisation.id,
            }))
        })
    }
}
