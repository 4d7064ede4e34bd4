use std::time::Duration;

use identity::{RevokedLoginStore, SessionKey, StoreError};
use service::BoxFuture;
use sqlx::query;

use super::{SqliteStore, failed, seconds};

/// Beside the users rather than the sessions: tokens outlive a restart, so that their end has to.
impl RevokedLoginStore for SqliteStore {
    fn revoke_login<'a>(
        &'a self,
        login: &'a SessionKey,
        until: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            let past = query("delete from revoked_login where until <= ?").bind(seconds(now));
            past.execute(&self.pool).await.map_err(failed)?;
            let insert = query(
                "insert into revoked_login (digest, until) values (?, ?)
                 on conflict (digest) do update set until = max(until, excluded.until)",
            );
            let insert = insert.bind(login.as_str()).bind(seconds(until));
            insert.execute(&self.pool).await.map_err(failed)?;
            Ok(())
        })
    }

    fn is_login_revoked<'a>(
        &'a self,
        login: &'a SessionKey,
    ) -> BoxFuture<'a, Result<bool, StoreError>> {
        Box::pin(async move {
            let row = query("select 1 from revoked_login where digest = ?").bind(login.as_str());
            let row = row.fetch_optional(&self.pool).await.map_err(failed)?;
            Ok(row.is_some())
        })
    }
}
