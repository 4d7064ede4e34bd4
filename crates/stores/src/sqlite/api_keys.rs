use std::time::Duration;

use identity::{ApiKeyDigest, ApiKeyRecord, ApiKeyStore, NewApiKey, StoreError};
use service::BoxFuture;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, query};

use super::{SqliteStore, failed, refused, seconds};

impl ApiKeyStore for SqliteStore {
    fn api_key<'a>(
        &'a self,
        digest: &'a ApiKeyDigest,
    ) -> BoxFuture<'a, Result<Option<ApiKeyRecord>, StoreError>> {
        Box::pin(async move {
            let rows = query("select * from api_key where digest = ?");
            let row = rows.bind(&digest.as_bytes()[..]).fetch_optional(&self.pool);
            let row = row.await.map_err(failed)?;
            row.map(|row| record_of(&row)).transpose()
        })
    }

    fn add_api_key(&self, key: NewApiKey) -> BoxFuture<'_, Result<ApiKeyRecord, StoreError>> {
        Box::pin(async move {
            let inserted = query(
                "insert into api_key (user_id, name, digest, shown, created, expires)
                 values (?, ?, ?, ?, ?, ?)",
            )
            .bind(key.user_id)
            .bind(&key.name)
            .bind(&key.digest.as_bytes()[..])
            .bind(&key.shown)
            .bind(seconds(key.created))
            .bind(key.expires.map(seconds))
            .execute(&self.pool)
            .await
            .map_err(|fault| refused(fault, "the API key", "the user"))?;
            Ok(ApiKeyRecord {
                id: inserted.last_insert_rowid(),
                user_id: key.user_id,
                name: key.name,
                shown: key.shown,
                created: key.created,
                expires: key.expires,
                revoked: None,
            })
        })
    }

    fn revoke_api_key(&self, id: i64, now: Duration) -> BoxFuture<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let set = query("update api_key set revoked = coalesce(revoked, ?) where id = ?");
            let set = set.bind(seconds(now)).bind(id).execute(&self.pool).await;
            match set.map_err(failed)?.rows_affected() {
                0 => Err(StoreError::Missing("the API key")),
                _ => Ok(()),
            }
        })
    }

    fn api_keys(&self, user: Option<i64>) -> BoxFuture<'_, Result<Vec<ApiKeyRecord>, StoreError>> {
        Box::pin(async move {
            let rows = query("select * from api_key where ?1 is null or user_id = ?1 order by id");
            let rows = rows.bind(user).fetch_all(&self.pool).await;
            rows.map_err(failed)?.iter().map(record_of).collect()
        })
    }
}

fn record_of(row: &SqliteRow) -> Result<ApiKeyRecord, StoreError> {
    let time = |name: &str| {
        let seconds: Option<i64> = row.try_get(name).map_err(failed)?;
        Ok(seconds.map(|seconds| Duration::from_secs(seconds.unsigned_abs())))
    };
    Ok(ApiKeyRecord {
        id: row.try_get("id").map_err(failed)?,
        user_id: row.try_get("user_id").map_err(failed)?,
        name: row.try_get("name").map_err(failed)?,
        shown: row.try_get("shown").map_err(failed)?,
        created: time("created")?.unwrap_or_default(),
        expires: time("expires")?,
        revoked: time("revoked")?,
    })
}
