//! What a file promises beyond the suite.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use identity::{NewUser, UserStore};
use stores::SqliteStore;
use tempfile::TempDir;

fn user(name: String) -> NewUser {
    NewUser {
        user_name: name,
        email: None,
        display_name: None,
        roles: Vec::new(),
        password_hash: "hash".to_owned(),
        organisations: Vec::new(),
    }
}

#[tokio::test]
async fn what_is_written_outlives_the_store_and_is_its_owners_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("test.db");
    let first = SqliteStore::open(&path).await.unwrap();
    let jane = first.add_user(user("jane".to_owned())).await.unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.path().display());
    }
    first.close().await;
    let again = SqliteStore::open(&path).await.unwrap();
    assert_eq!(again.user_by_name("jane").await.unwrap(), Some(jane));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_may_write_at_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("test.db");
    let stores = [
        SqliteStore::open(&path).await.unwrap(),
        SqliteStore::open(&path).await.unwrap(),
    ];
    let all = (0..40).map(|number| {
        let store = stores[number % 2].clone();
        tokio::spawn(async move { store.add_user(user(format!("user{number}"))).await })
    });
    for added in futures_util::future::join_all(all).await {
        added.unwrap().unwrap();
    }
    assert_eq!(stores[0].users().await.unwrap().len(), 40);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_kept() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("test.db");
    let text = "these are somebody's notes, not a database\n".repeat(100);
    fs::write(&path, &text).unwrap();
    let refused = SqliteStore::open(&path).await.unwrap_err();
    assert!(refused.to_string().contains("not a database"), "{refused}");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}
