use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::*;
use crate::fixture::{Hand, Slot, caller, environment, tenant};

/// A generator over a slot, a key and a clock that the test can reach.
struct Bench {
    slot: Slot,
    keys: SealingKeys,
    hand: Arc<Hand>,
    environment: Environment,
}

impl Bench {
    fn new() -> Self {
        let hand = Arc::new(Hand::default());
        hand.seconds.store(1_700_000_000, Ordering::SeqCst);
        let environment = environment(&hand);
        let keys = SealingKeys::new(&Zeroizing::new([7; 32]));
        Self {
            slot: Slot::default(),
            keys,
            hand,
            environment,
        }
    }

    async fn generate(&self, session: &str) -> Result<String, ServiceError> {
        self.generate_for(&caller(1, session), "acme").await
    }

    async fn generate_for(
        &self,
        caller: &Caller,
        organisation: &str,
    ) -> Result<String, ServiceError> {
        let generator = KeyGenerator {
            store: &self.slot,
            keys: &self.keys,
            policy: Policy::default(),
            environment: &self.environment,
        };
        let uri = generator.generate(caller, &tenant(organisation)).await?;
        Ok(uri.as_str().to_owned())
    }

    fn wait(&self, seconds: u64) {
        self.hand.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    fn sealed(&self) -> Vec<u8> {
        self.slot.held.lock().unwrap().clone().unwrap().0
    }

    fn put_sealed(&self, sealed: Vec<u8>) {
        self.slot.held.lock().unwrap().as_mut().unwrap().0 = sealed;
    }
}

#[tokio::test]
async fn a_repeat_within_the_window_gets_the_same_key() {
    let bench = Bench::new();
    let first = bench.generate("s1").await.unwrap();
    bench.wait(29);
    assert_eq!(bench.generate("s1").await.unwrap(), first);
    bench.wait(1);
    assert_ne!(bench.generate("s1").await.unwrap(), first);
}

#[tokio::test]
async fn another_session_or_organisation_gets_another_key() {
    let bench = Bench::new();
    let first = bench.generate("s1").await.unwrap();
    let second = bench.generate("s2").await.unwrap();
    assert_ne!(second, first);
    let other = bench.generate_for(&caller(1, "s2"), "other").await.unwrap();
    assert!(
        other.starts_with("otpauth://totp/The%20other:jane?"),
        "{other}"
    );
    let secret = |uri: &str| uri[uri.find("secret=").unwrap()..][..39].to_owned();
    assert_ne!(secret(&other), secret(&second));
}

#[tokio::test]
async fn a_clock_that_was_set_back_makes_no_key_young() {
    let bench = Bench::new();
    let first = bench.generate("s1").await.unwrap();
    bench.hand.seconds.fetch_sub(3600, Ordering::SeqCst);
    assert_ne!(bench.generate("s1").await.unwrap(), first);
}

#[tokio::test]
async fn of_two_requests_at_once_both_get_the_key_of_the_first() {
    let bench = Arc::new(Bench::new());
    let first = bench.generate("s1").await.unwrap();
    let winners = bench.sealed();
    *bench.slot.held.lock().unwrap() = None;
    // The other request's key arrives between this one's look into the slot and its own key.
    let mut others = Some(winners);
    *bench.slot.meanwhile.lock().unwrap() = Some(Box::new(move || others.take()));
    assert_eq!(bench.generate("s1").await.unwrap(), first);
}

#[tokio::test]
async fn a_slot_that_never_holds_still_is_503() {
    let bench = Bench::new();
    let mut count = 0_u8;
    *bench.slot.meanwhile.lock().unwrap() = Some(Box::new(move || {
        count += 1;
        Some(vec![count])
    }));
    assert_eq!(bench.generate("s1").await.unwrap_err().status(), 503);
}

#[tokio::test]
async fn what_is_kept_shows_neither_secret_nor_uri() {
    let bench = Bench::new();
    let uri = bench.generate("s1").await.unwrap();
    let sealed = String::from_utf8_lossy(&bench.sealed()).into_owned();
    let secret = &uri[uri.find("secret=").unwrap() + 7..][..32];
    assert!(
        secret
            .bytes()
            .all(|b| b.is_ascii_uppercase() || (b'2'..=b'7').contains(&b))
    );
    for hidden in [secret, "otpauth", "acme", "s1"] {
        assert!(!sealed.contains(hidden), "{hidden}");
    }
    assert!(!PendingSlot::of(1).to_string().contains(secret));
}

#[tokio::test]
async fn a_sealed_key_that_was_changed_or_is_another_users_is_replaced() {
    let bench = Bench::new();
    let first = bench.generate("s1").await.unwrap();
    let mut changed = bench.sealed();
    *changed.last_mut().unwrap() ^= 1;
    bench.put_sealed(changed);
    let second = bench.generate("s1").await.unwrap();
    assert_ne!(second, first);
    // The slot of user 2 is given what was sealed for user 1.
    let third = bench.generate_for(&caller(2, "s1"), "acme").await.unwrap();
    assert_ne!(third, second);
    for planted in [Vec::new(), b"{version:1}".to_vec(), vec![1; 13]] {
        bench.put_sealed(planted);
        assert!(bench.generate("s1").await.is_ok());
    }
}

#[tokio::test]
async fn a_key_lasts_for_its_time_and_no_longer() {
    let bench = Bench::new();
    bench.generate("s1").await.unwrap();
    let (_, expires) = bench.slot.held.lock().unwrap().clone().unwrap();
    let lasts = expires.checked_sub(bench.environment.now());
    assert_eq!(lasts, Some(Duration::from_secs(600)));
}

#[tokio::test]
async fn a_store_that_is_down_is_503_and_nothing_is_kept() {
    let bench = Bench::new();
    *bench.slot.is_down.lock().unwrap() = true;
    let error = bench.generate("s1").await.unwrap_err();
    assert_eq!(error.status(), 503);
    assert_eq!(error.headers(), [("Retry-After", "5".to_owned())]);
    assert!(bench.slot.held.lock().unwrap().is_none());
}

#[tokio::test]
async fn without_random_bytes_there_is_no_key() {
    let bench = Bench::new();
    *bench.hand.is_exhausted.lock().unwrap() = true;
    assert_eq!(bench.generate("s1").await.unwrap_err().status(), 500);
    assert!(bench.slot.held.lock().unwrap().is_none());
}

#[tokio::test]
async fn the_account_is_the_address_or_else_the_name() {
    let bench = Bench::new();
    let uri = bench.generate("s1").await.unwrap();
    assert!(uri.starts_with("otpauth://totp/The%20acme:jane?"), "{uri}");
    let with_address = Caller {
        email: Some("jane+2fa@acme.example".to_owned()),
        ..caller(1, "s1")
    };
    let uri = bench.generate_for(&with_address, "acme").await.unwrap();
    assert!(uri.contains(":jane%2B2fa%40acme.example?"), "{uri}");
}
