//! What every [`identity::UserStore`] and [`identity::OrganisationStore`] does, and the
//! [`two_factor::OrganisationDirectory`] over them.

use identity::{
    ApiKeyStore, NewOrganisation, NewUser, Organisation, OrganisationStore, RevokedLoginStore,
    StoreError, User, UserStore,
};
use stores::SqliteStore;
use tempfile::TempDir;
use two_factor::OrganisationDirectory;

use crate::passes;

passes!(in_memory: InMemory, in_a_file: InFile; [
    a_user_comes_back_as_it_was,
    a_user_is_found_by_name_or_address_in_any_case,
    no_two_users_go_by_one_name,
    a_user_of_an_unknown_organisation_is_not_made_at_all,
    another_password_hash_is_the_one_that_counts,
    a_user_is_locked_and_let_in_again,
    sign_outs_are_counted,
    users_are_listed_by_name,
    an_organisation_comes_back_to_its_members_only,
    an_organisation_is_made_once,
    a_request_is_for_the_organisation_named_or_else_the_first,
]);

/// One implementation of the stores for users, organisations and API keys.
pub(crate) trait Registry {
    type Store: UserStore
        + OrganisationStore
        + OrganisationDirectory
        + ApiKeyStore
        + RevokedLoginStore;

    fn store(&self) -> &Self::Store;
}

/// SQLite that lives as long as its store.
pub(crate) struct InMemory(SqliteStore);

impl InMemory {
    pub(crate) async fn open() -> Self {
        let store = SqliteStore::in_memory().await.unwrap();
        Self(with_organisations(store).await)
    }
}

impl Registry for InMemory {
    type Store = SqliteStore;

    fn store(&self) -> &SqliteStore {
        &self.0
    }
}

/// SQLite as the gateway uses it.
pub(crate) struct InFile {
    store: SqliteStore,
    _folder: TempDir,
}

impl InFile {
    pub(crate) async fn open() -> Self {
        let folder = TempDir::new().unwrap();
        let store = SqliteStore::open(&folder.path().join("test.db")).await;
        Self {
            store: with_organisations(store.unwrap()).await,
            _folder: folder,
        }
    }
}

impl Registry for InFile {
    type Store = SqliteStore;

    fn store(&self) -> &SqliteStore {
        &self.store
    }
}

async fn with_organisations(store: SqliteStore) -> SqliteStore {
    for (id, issuer) in [("acme", Some("Acme & Co")), ("beta", None)] {
        let organisation = organisation(id, issuer);
        store.add_organisation(organisation).await.unwrap();
    }
    store
}

fn organisation(id: &str, issuer: Option<&str>) -> NewOrganisation {
    NewOrganisation {
        id: id.parse().unwrap(),
        name: format!("The {id}"),
        issuer: issuer.map(ToOwned::to_owned),
    }
}

fn new_user(name: &str, email: Option<&str>, organisations: &[&str]) -> NewUser {
    NewUser {
        user_name: name.to_owned(),
        email: email.map(ToOwned::to_owned),
        display_name: Some(format!("{name} 'the \"Ünique\"")),
        roles: vec!["Admin".to_owned(), "Two words".to_owned()],
        password_hash: format!("hash of {name}"),
        organisations: organisations.iter().map(|id| id.parse().unwrap()).collect(),
    }
}

pub(crate) async fn add(
    store: &impl UserStore,
    name: &str,
    email: Option<&str>,
) -> Result<User, StoreError> {
    store.add_user(new_user(name, email, &["acme"])).await
}

async fn a_user_comes_back_as_it_was(house: &impl Registry) {
    let store = house.store();
    let new = new_user("jane", Some("jane@acme.example"), &["beta", "acme", "beta"]);
    let made = store.add_user(new.clone()).await.unwrap();
    assert_eq!(
        (&made.user_name, &made.email, &made.display_name),
        (&new.user_name, &new.email, &new.display_name)
    );
    assert_eq!(
        (&made.roles, &made.password_hash),
        (&new.roles, &new.password_hash)
    );
    assert_eq!(made.default_organisation.as_ref().unwrap().as_str(), "beta");
    assert_eq!(store.user(made.id).await.unwrap(), Some(made));

    let mut bare = new_user("joe", None, &[]);
    (bare.display_name, bare.roles) = (None, Vec::new());
    let made = store.add_user(bare).await.unwrap();
    assert_eq!(
        (&made.default_organisation, &made.roles),
        (&None, &Vec::new())
    );
    assert_eq!(store.user(made.id).await.unwrap(), Some(made));
    assert_eq!(store.user(999).await.unwrap(), None);
}

async fn a_user_is_found_by_name_or_address_in_any_case(house: &impl Registry) {
    let store = house.store();
    let jane = add(store, "jane", Some("jane@acme.example")).await.unwrap();
    add(store, "joe", None).await.unwrap();
    for name in ["jane", "JANE", "Jane@Acme.Example"] {
        let found = store.user_by_name(name).await.unwrap();
        assert_eq!(found.as_ref(), Some(&jane), "{name}");
    }
    for unknown in [
        "",
        "jan",
        "jane ",
        "%",
        "j_ne",
        "' or 1=1 --",
        "joe@acme.example",
    ] {
        assert_eq!(
            store.user_by_name(unknown).await.unwrap(),
            None,
            "{unknown}"
        );
    }
}

async fn no_two_users_go_by_one_name(house: &impl Registry) {
    let store = house.store();
    add(store, "jane", Some("jane@acme.example")).await.unwrap();
    add(store, "joe@acme.example", None).await.unwrap();
    for (name, email) in [
        ("Jane", None),
        ("other", Some("JANE@acme.example")),
        ("jane@ACME.example", None),
        ("other", Some("joe@acme.example")),
    ] {
        let taken = add(store, name, email).await;
        assert!(
            matches!(taken, Err(StoreError::Exists(_))),
            "{name} {email:?}"
        );
    }
    assert_eq!(store.users().await.unwrap().len(), 2);
    // A name and an address of one user may be the same.
    add(store, "own@acme.example", Some("own@acme.example"))
        .await
        .unwrap();
}

async fn a_user_of_an_unknown_organisation_is_not_made_at_all(house: &impl Registry) {
    let store = house.store();
    for organisations in [["nowhere", "acme"], ["acme", "nowhere"]] {
        let refused = store.add_user(new_user("jane", None, &organisations)).await;
        assert!(
            matches!(refused, Err(StoreError::Missing(_))),
            "{refused:?}"
        );
        assert!(store.users().await.unwrap().is_empty());
    }
    assert!(add(store, "jane", None).await.is_ok());
}

async fn another_password_hash_is_the_one_that_counts(house: &impl Registry) {
    let store = house.store();
    let jane = add(store, "jane", None).await.unwrap();
    let joe = add(store, "joe", None).await.unwrap();
    store
        .set_password_hash(jane.id, "another".to_owned())
        .await
        .unwrap();
    let changed = store.user(jane.id).await.unwrap().unwrap();
    assert_eq!(changed.password_hash, "another");
    assert_eq!(
        User {
            password_hash: jane.password_hash.clone(),
            ..changed
        },
        jane
    );
    assert_eq!(store.user(joe.id).await.unwrap(), Some(joe));
    let nobody = store.set_password_hash(999, "another".to_owned()).await;
    assert!(matches!(nobody, Err(StoreError::Missing(_))));
}

async fn a_user_is_locked_and_let_in_again(house: &impl Registry) {
    let store = house.store();
    let jane = add(store, "jane", None).await.unwrap();
    let joe = add(store, "joe", None).await.unwrap();
    assert!(!jane.is_locked);
    // What was made before a lock stays dead after it.
    for (is_locked, sign_outs) in [(true, 1), (true, 2), (false, 2), (false, 2)] {
        store.set_locked(jane.id, is_locked).await.unwrap();
        let found = store.user(jane.id).await.unwrap().unwrap();
        assert_eq!((found.is_locked, found.sign_outs), (is_locked, sign_outs));
        assert_ne!(found.stamp(), jane.stamp());
    }
    assert_eq!(store.user(joe.id).await.unwrap(), Some(joe));
    let nobody = store.set_locked(999, true).await;
    assert!(matches!(nobody, Err(StoreError::Missing(_))));
}

async fn sign_outs_are_counted(house: &impl Registry) {
    let store = house.store();
    let jane = add(store, "jane", None).await.unwrap();
    let joe = add(store, "joe", None).await.unwrap();
    let mut stamps = vec![jane.stamp()];
    for count in 1..=3 {
        store.sign_out(jane.id).await.unwrap();
        let found = store.user(jane.id).await.unwrap().unwrap();
        assert_eq!(found.sign_outs, count);
        assert!(!stamps.contains(&found.stamp()));
        stamps.push(found.stamp());
    }
    assert_eq!(store.user(joe.id).await.unwrap(), Some(joe));
    let nobody = store.sign_out(999).await;
    assert!(matches!(nobody, Err(StoreError::Missing(_))));
}

async fn users_are_listed_by_name(house: &impl Registry) {
    let store = house.store();
    for name in ["joe", "Ann", "jane"] {
        add(store, name, None).await.unwrap();
    }
    let users = store.users().await.unwrap();
    let names: Vec<_> = users.iter().map(|user| user.user_name.as_str()).collect();
    assert_eq!(names, ["Ann", "jane", "joe"]);
}

async fn an_organisation_comes_back_to_its_members_only(house: &impl Registry) {
    let store = house.store();
    let jane = add(store, "jane", None).await.unwrap();
    let acme = "acme".parse().unwrap();
    let found = store.organisation_of(jane.id, &acme).await.unwrap();
    let expected = Organisation {
        id: acme.clone(),
        name: "The acme".to_owned(),
        issuer: Some("Acme & Co".to_owned()),
    };
    assert_eq!(found, Some(expected));
    for (user, id) in [
        (jane.id, "beta"),
        (jane.id, "ACME"),
        (jane.id, "nowhere"),
        (999, "acme"),
    ] {
        let found = store.organisation_of(user, &id.parse().unwrap()).await;
        assert_eq!(found.unwrap(), None, "{user} {id}");
    }
}

async fn an_organisation_is_made_once(house: &impl Registry) {
    let store = house.store();
    let twice = store.add_organisation(organisation("acme", None)).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))));
    let all = store.organisations().await.unwrap();
    let shown: Vec<_> = all
        .iter()
        .map(|one| (one.id.as_str(), one.issuer_name()))
        .collect();
    assert_eq!(shown, [("acme", "Acme & Co"), ("beta", "The beta")]);
}

async fn a_request_is_for_the_organisation_named_or_else_the_first(house: &impl Registry) {
    let store = house.store();
    let both = new_user("jane", None, &["beta", "acme"]);
    let jane = store.add_user(both).await.unwrap();
    let nowhere = store.add_user(new_user("joe", None, &[])).await.unwrap();
    let issuer = async |user: i64, id: Option<&str>| {
        let id = id.map(|id| id.parse().unwrap());
        let tenant = store.tenant(user, id.as_ref()).await.unwrap();
        tenant.map(|tenant| tenant.issuer)
    };
    assert_eq!(issuer(jane.id, None).await.as_deref(), Some("The beta"));
    assert_eq!(
        issuer(jane.id, Some("acme")).await.as_deref(),
        Some("Acme & Co")
    );
    assert_eq!(issuer(jane.id, Some("nowhere")).await, None);
    assert_eq!(issuer(nowhere.id, None).await, None);
    assert_eq!(issuer(999, None).await, None);
}
