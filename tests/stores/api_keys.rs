//! What every [`identity::ApiKeyStore`] does.

use std::time::Duration;

use identity::{ApiKeyDigest, ApiKeyStore, NewApiKey, StoreError};

use crate::accounts::{InFile, InMemory, Registry, add};
use crate::passes;

passes!(in_memory: InMemory, in_a_file: InFile; [
    a_key_comes_back_by_its_digest_alone,
    a_key_of_nobody_and_a_key_twice_are_not_kept,
    a_key_is_revoked_once_and_for_ever,
    keys_are_listed_in_the_order_in_which_they_were_made,
]);

const NOW: Duration = Duration::from_secs(1_700_000_000);

fn new_key(user_id: i64, key: &str, lifetime: Option<Duration>) -> NewApiKey {
    NewApiKey {
        user_id,
        name: format!("'the \"Ünique\" {key}"),
        digest: ApiKeyDigest::of(&key.into()),
        shown: "ak-1234".to_owned(),
        created: NOW,
        expires: lifetime.map(|lifetime| NOW + lifetime),
    }
}

async fn a_key_comes_back_by_its_digest_alone(house: &impl Registry) {
    let store = house.store();
    let jane = add(store, "jane", None).await.unwrap();
    for lifetime in [None, Some(Duration::from_secs(60))] {
        let new = new_key(jane.id, &format!("{lifetime:?}"), lifetime);
        let made = store.add_api_key(new.clone()).await.unwrap();
        assert_eq!((made.user_id, made.name.as_str()), (jane.id, &*new.name));
        assert_eq!((made.created, made.expires), (new.created, new.expires));
        assert_eq!((made.shown.as_str(), made.revoked), ("ak-1234", None));
        assert_eq!(store.api_key(&new.digest).await.unwrap(), Some(made));
    }
    let other = ApiKeyDigest::of(&"another".into());
    assert_eq!(store.api_key(&other).await.unwrap(), None);
}

async fn a_key_of_nobody_and_a_key_twice_are_not_kept(house: &impl Registry) {
    let store = house.store();
    let nobody = store.add_api_key(new_key(999, "one", None)).await;
    assert!(matches!(nobody, Err(StoreError::Missing(_))), "{nobody:?}");
    let jane = add(store, "jane", None).await.unwrap();
    store
        .add_api_key(new_key(jane.id, "one", None))
        .await
        .unwrap();
    let twice = store.add_api_key(new_key(jane.id, "one", None)).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))), "{twice:?}");
    assert_eq!(store.api_keys(None).await.unwrap().len(), 1);
}

async fn a_key_is_revoked_once_and_for_ever(house: &impl Registry) {
    let store = house.store();
    let jane = add(store, "jane", None).await.unwrap();
    let one = new_key(jane.id, "one", None);
    let made = store.add_api_key(one.clone()).await.unwrap();
    let other = store.add_api_key(new_key(jane.id, "two", None)).await;
    for later in [1, 2] {
        let at = NOW + Duration::from_secs(later);
        store.revoke_api_key(made.id, at).await.unwrap();
    }
    let found = store.api_key(&one.digest).await.unwrap().unwrap();
    assert_eq!(found.revoked, Some(NOW + Duration::from_secs(1)));
    let all = store.api_keys(None).await.unwrap();
    assert_eq!(all, [found, other.unwrap()], "only that one");
    let missing = store.revoke_api_key(999, NOW).await;
    assert!(matches!(missing, Err(StoreError::Missing(_))));
}

async fn keys_are_listed_in_the_order_in_which_they_were_made(house: &impl Registry) {
    let store = house.store();
    let jane = add(store, "jane", None).await.unwrap().id;
    let joe = add(store, "joe", None).await.unwrap().id;
    let mut made = Vec::new();
    for (user, key) in [(joe, "z"), (jane, "a"), (joe, "b")] {
        made.push(store.add_api_key(new_key(user, key, None)).await.unwrap());
    }
    assert_eq!(store.api_keys(None).await.unwrap(), made);
    assert_eq!(store.api_keys(Some(jane)).await.unwrap(), [made[1].clone()]);
    assert!(store.api_keys(Some(999)).await.unwrap().is_empty());
}
