//! The two users that the cases know.

use std::error::Error;
use std::sync::Arc;

use identity::{Accounts, Identity, NewUser, PasswordHasher, SessionLifetimes, SessionStore};
use stores::{MemorySessions, SqliteStore};

use crate::lasting_sessions::LastingSessions;

const PASSWORD: &str = "p@55wOrd";

/// Identity over stores that end with the process.
pub(crate) async fn identity(
    sessions_outlive_sign_out: bool,
) -> Result<Arc<Identity>, Box<dyn Error>> {
    let environment = server::system_environment();
    let database = SqliteStore::in_memory().await?;
    let users = Arc::new(database.clone());
    let passwords = Arc::new(PasswordHasher::new(2, &environment)?);
    let organisations = Arc::new(database);
    let accounts = Accounts::new(
        Arc::clone(&users) as _,
        organisations,
        Arc::clone(&passwords),
        environment.clone(),
    );
    let test = user("test", "Test User", Some("test@example.com"), &[]);
    let admin = user("admin", "The Admin", None, &["Admin"]);
    for user in [test, admin] {
        accounts.add_user(user, PASSWORD.into()).await?;
    }
    let sessions: Arc<dyn SessionStore> = if sessions_outlive_sign_out {
        Arc::new(LastingSessions::default())
    } else {
        Arc::new(MemorySessions::default())
    };
    let lifetimes = SessionLifetimes::default();
    Ok(Arc::new(Identity::new(
        users,
        sessions,
        passwords,
        lifetimes,
        environment,
    )))
}

fn user(name: &str, display_name: &str, email: Option<&str>, roles: &[&str]) -> NewUser {
    NewUser {
        user_name: name.to_owned(),
        email: email.map(ToOwned::to_owned),
        display_name: Some(display_name.to_owned()),
        roles: roles.iter().map(ToString::to_string).collect(),
        password_hash: String::new(),
        organisations: Vec::new(),
    }
}
