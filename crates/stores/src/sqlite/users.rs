use identity::{NewUser, StoreError, User, UserStore};
use service::BoxFuture;
use sqlx::sqlite::{SqliteQueryResult, SqliteRow};
use sqlx::{Row, query};

use super::{SqliteStore, failed, refused};

/// What two users cannot share.
const NAME: &str = "the user name or e-mail address";

impl UserStore for SqliteStore {
    fn user(&self, id: i64) -> BoxFuture<'_, Result<Option<User>, StoreError>> {
        Box::pin(async move {
            let rows = query("select * from user where id = ?").bind(id);
            let row = rows.fetch_optional(&self.pool).await.map_err(failed)?;
            row.map(|row| user_of(&row)).transpose()
        })
    }

    fn user_by_name<'a>(
        &'a self,
        name: &'a str,
    ) -> BoxFuture<'a, Result<Option<User>, StoreError>> {
        Box::pin(async move {
            let rows = query("select * from user where user_name = ?1 or email = ?1");
            let row = rows
                .bind(name)
                .fetch_optional(&self.pool)
                .await
                .map_err(failed)?;
            row.map(|row| user_of(&row)).transpose()
        })
    }

    fn add_user(&self, user: NewUser) -> BoxFuture<'_, Result<User, StoreError>> {
        Box::pin(async move {
            // At once a writing one: a reading one could find that another has written meanwhile.
            let begun = self.pool.begin_with("begin immediate").await;
            let mut transaction = begun.map_err(failed)?;
            // The columns' own rules do not see that one user's name is another's address.
            let taken = query(
                "select 1 from user where user_name = ?1 or email in (?1, ?2)
                               or user_name = ?2 limit 1",
            )
            .bind(&user.user_name)
            .bind(&user.email)
            .fetch_optional(&mut *transaction)
            .await
            .map_err(failed)?;
            if taken.is_some() {
                return Err(StoreError::Exists(NAME));
            }
            let default = user.organisations.first().map(ToString::to_string);
            let inserted = query(
                "insert into user (user_name, email, display_name, roles, password_hash,
                                   default_organisation)
                 values (?, ?, ?, ?, ?, ?)",
            )
            .bind(&user.user_name)
            .bind(&user.email)
            .bind(&user.display_name)
            .bind(user.roles.join("\n"))
            .bind(&user.password_hash)
            .bind(&default)
            .execute(&mut *transaction)
            .await
            .map_err(|fault| refused(fault, NAME, "the organisation"))?;
            let id = inserted.last_insert_rowid();
            for organisation in &user.organisations {
                query("insert or ignore into membership (user_id, organisation_id) values (?, ?)")
                    .bind(id)
                    .bind(organisation.as_str())
                    .execute(&mut *transaction)
                    .await
                    .map_err(|fault| refused(fault, "the membership", "the organisation"))?;
            }
            transaction.commit().await.map_err(failed)?;
            Ok(User {
                id,
                user_name: user.user_name,
                email: user.email,
                display_name: user.display_name,
                roles: user.roles,
                password_hash: user.password_hash,
                default_organisation: user.organisations.into_iter().next(),
                is_locked: false,
                sign_outs: 0,
            })
        })
    }

    fn set_password_hash(&self, id: i64, hash: String) -> BoxFuture<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let set = query("update user set password_hash = ? where id = ?");
            changed(set.bind(hash).bind(id).execute(&self.pool).await)
        })
    }

    fn set_locked(&self, id: i64, is_locked: bool) -> BoxFuture<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let set =
                query("update user set locked = ?1, sign_outs = sign_outs + ?1 where id = ?2");
            changed(set.bind(is_locked).bind(id).execute(&self.pool).await)
        })
    }

    fn sign_out(&self, id: i64) -> BoxFuture<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let set = query("update user set sign_outs = sign_outs + 1 where id = ?");
            changed(set.bind(id).execute(&self.pool).await)
        })
    }

    fn users(&self) -> BoxFuture<'_, Result<Vec<User>, StoreError>> {
        Box::pin(async move {
            let rows = query("select * from user order by user_name");
            let rows = rows.fetch_all(&self.pool).await.map_err(failed)?;
            rows.iter().map(user_of).collect()
        })
    }
}

/// Whether the user whose row was to be changed is there.
fn changed(done: Result<SqliteQueryResult, sqlx::Error>) -> Result<(), StoreError> {
    match done.map_err(failed)?.rows_affected() {
        0 => Err(StoreError::Missing("the user")),
        _ => Ok(()),
    }
}

fn user_of(row: &SqliteRow) -> Result<User, StoreError> {
    let text = |name: &str| row.try_get::<Option<String>, _>(name).map_err(failed);
    let roles = text("roles")?.unwrap_or_default();
    let organisation = text("default_organisation")?;
    let organisation = organisation.map(|id| id.parse()).transpose();
    Ok(User {
        id: row.try_get("id").map_err(failed)?,
        user_name: row.try_get("user_name").map_err(failed)?,
        email: text("email")?,
        display_name: text("display_name")?,
        roles: roles.lines().map(ToOwned::to_owned).collect(),
        password_hash: row.try_get("password_hash").map_err(failed)?,
        default_organisation: organisation.map_err(|fault| StoreError::Failed(Box::new(fault)))?,
        is_locked: row.try_get("locked").map_err(failed)?,
        sign_outs: row.try_get("sign_outs").map_err(failed)?,
    })
}
