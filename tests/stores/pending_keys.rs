//! What every [`two_factor::PendingKeyStore`] does.

use std::time::Duration;

use two_factor::PendingSlot;

use crate::house::{House, Memory, Redis};
use crate::passes;

passes!(memory: Memory, redis: Redis; [
    bytes_come_back_as_they_were,
    a_slot_changes_only_for_who_knows_what_it_holds,
    a_slot_is_empty_again_at_the_end_of_a_keys_life,
    a_key_in_the_place_of_another_has_a_life_of_its_own,
    slots_do_not_mix,
    of_many_that_find_a_slot_empty_one_fills_it,
]);

const LIFE: Duration = Duration::from_secs(600);

async fn replace(house: &impl House, user: i64, held: Option<&[u8]>, sealed: &[u8]) -> bool {
    let slot = PendingSlot::of(user);
    let keys = house.pending_keys();
    let replaced = keys.replace(&slot, held, sealed.to_vec(), LIFE, house.now());
    replaced.await.unwrap()
}

async fn get(house: &impl House, user: i64) -> Option<Vec<u8>> {
    let slot = PendingSlot::of(user);
    house.pending_keys().get(&slot, house.now()).await.unwrap()
}

async fn bytes_come_back_as_they_were(house: &impl House) {
    let every: Vec<u8> = (0..=255).collect();
    assert_eq!(get(house, 1).await, None);
    assert!(replace(house, 1, None, &every).await);
    assert_eq!(get(house, 1).await.as_ref(), Some(&every));
    assert!(replace(house, 1, Some(&every), b"").await);
    assert_eq!(get(house, 1).await, Some(Vec::new()));
}

async fn a_slot_changes_only_for_who_knows_what_it_holds(house: &impl House) {
    assert!(
        !replace(house, 1, Some(b"one"), b"two").await,
        "the slot is empty"
    );
    assert!(replace(house, 1, None, b"one").await);
    for wrong in [None, Some(b"".as_slice()), Some(b"on"), Some(b"one\0")] {
        assert!(!replace(house, 1, wrong, b"two").await, "{wrong:?}");
        assert_eq!(get(house, 1).await.unwrap(), b"one");
    }
    assert!(replace(house, 1, Some(b"one"), b"two").await);
    assert_eq!(get(house, 1).await.unwrap(), b"two");
}

async fn a_slot_is_empty_again_at_the_end_of_a_keys_life(house: &impl House) {
    assert!(replace(house, 1, None, b"one").await);
    house.pass(LIFE - Duration::from_secs(60)).await;
    assert_eq!(get(house, 1).await.unwrap(), b"one");
    house.pass(Duration::from_secs(60)).await;
    assert_eq!(get(house, 1).await, None);
    assert!(!replace(house, 1, Some(b"one"), b"two").await);
    assert!(replace(house, 1, None, b"two").await);
}

async fn a_key_in_the_place_of_another_has_a_life_of_its_own(house: &impl House) {
    assert!(replace(house, 1, None, b"one").await);
    house.pass(LIFE / 2).await;
    assert!(replace(house, 1, Some(b"one"), b"two").await);
    assert!(!replace(house, 1, None, b"three").await);
    house.pass(LIFE / 2).await;
    assert_eq!(get(house, 1).await.unwrap(), b"two");
}

async fn slots_do_not_mix(house: &impl House) {
    for user in [1, 11, -1, i64::MAX] {
        assert!(replace(house, user, None, user.to_string().as_bytes()).await);
    }
    for user in [1, 11, -1, i64::MAX] {
        assert_eq!(get(house, user).await.unwrap(), user.to_string().as_bytes());
    }
}

async fn of_many_that_find_a_slot_empty_one_fills_it(house: &impl House) {
    let values: Vec<[u8; 1]> = (0..32).map(|number| [number]).collect();
    let slot = PendingSlot::of(1);
    let all = values.iter().map(|value| {
        let keys = house.pending_keys();
        keys.replace(&slot, None, value.to_vec(), LIFE, house.now())
    });
    let outcomes = futures_util::future::join_all(all).await;
    let winners: Vec<_> = outcomes
        .into_iter()
        .zip(&values)
        .filter_map(|(won, value)| won.unwrap().then_some(value.to_vec()))
        .collect();
    assert_eq!(winners.len(), 1);
    assert_eq!(get(house, 1).await.as_ref(), winners.first());
}
