use dto::OrganisationId;
use identity::{NewOrganisation, Organisation, OrganisationStore, StoreError};
use service::BoxFuture;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, query};

use super::{SqliteStore, failed, refused};

impl OrganisationStore for SqliteStore {
    fn organisation_of<'a>(
        &'a self,
        user: i64,
        id: &'a OrganisationId,
    ) -> BoxFuture<'a, Result<Option<Organisation>, StoreError>> {
        Box::pin(async move {
            let rows = query(
                "select organisation.* from organisation
                 join membership on membership.organisation_id = organisation.id
                 where membership.user_id = ? and organisation.id = ?",
            );
            let row = rows
                .bind(user)
                .bind(id.as_str())
                .fetch_optional(&self.pool)
                .await;
            row.map_err(failed)?
                .map(|row| organisation_of(&row))
                .transpose()
        })
    }

    fn add_organisation(
        &self,
        organisation: NewOrganisation,
    ) -> BoxFuture<'_, Result<Organisation, StoreError>> {
        Box::pin(async move {
            let NewOrganisation { id, name, issuer } = organisation;
            query("insert into organisation (id, name, issuer) values (?, ?, ?)")
                .bind(id.as_str())
                .bind(&name)
                .bind(&issuer)
                .execute(&self.pool)
                .await
                .map_err(|fault| refused(fault, "the organisation", "the organisation"))?;
            Ok(Organisation { id, name, issuer })
        })
    }

    fn organisations(&self) -> BoxFuture<'_, Result<Vec<Organisation>, StoreError>> {
        Box::pin(async move {
            let rows = query("select * from organisation order by id");
            let rows = rows.fetch_all(&self.pool).await.map_err(failed)?;
            rows.iter().map(organisation_of).collect()
        })
    }
}

fn organisation_of(row: &SqliteRow) -> Result<Organisation, StoreError> {
    let id: String = row.try_get("id").map_err(failed)?;
    Ok(Organisation {
        id: id
            .parse()
            .map_err(|fault| StoreError::Failed(Box::new(fault)))?,
        name: row.try_get("name").map_err(failed)?,
        issuer: row.try_get("issuer").map_err(failed)?,
    })
}
