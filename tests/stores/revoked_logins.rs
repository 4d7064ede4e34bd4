//! What every [`identity::RevokedLoginStore`] does.

use std::time::Duration;

use identity::{RevokedLoginStore, SessionKey};

use crate::accounts::{InFile, InMemory, Registry};
use crate::passes;

passes!(in_memory: InMemory, in_a_file: InFile; [
    a_login_that_was_revoked_stays_so_until_its_tokens_have_expired,
]);

async fn a_login_that_was_revoked_stays_so_until_its_tokens_have_expired(house: &impl Registry) {
    let store = house.store();
    let second = Duration::from_secs;
    let [one, other] = ["one", "other"].map(SessionKey::of);
    let is_revoked = async |login| store.is_login_revoked(login).await.unwrap();
    assert!(!is_revoked(&one).await);
    store
        .revoke_login(&one, second(20), second(10))
        .await
        .unwrap();
    assert!(is_revoked(&one).await && !is_revoked(&other).await);
    // A second time, and never for a shorter time than before.
    for until in [30, 15] {
        store
            .revoke_login(&one, second(until), second(11))
            .await
            .unwrap();
    }
    store
        .revoke_login(&other, second(40), second(29))
        .await
        .unwrap();
    assert!(is_revoked(&one).await && is_revoked(&other).await);
    store
        .revoke_login(&other, second(40), second(30))
        .await
        .unwrap();
    assert!(!is_revoked(&one).await, "nothing is left to revoke");
    assert!(is_revoked(&other).await);
}
