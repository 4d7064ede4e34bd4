//! What the unit tests of this crate run on: a clock that is set by hand, random bytes that are
//! counted, and a store of one slot that a test can reach into.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dto::OrganisationId;
use service::{BoxFuture, Caller, Clock, Environment, NoRandomness, Randomness, ServiceError};

use crate::{OrganisationDirectory, PendingKeyStore, PendingSlot, StoreError, Tenant};

/// Seconds since 1970, and how often random bytes were asked for.
#[derive(Default)]
pub(crate) struct Hand {
    pub(crate) seconds: AtomicU64,
    asked: AtomicU64,
    pub(crate) is_exhausted: Mutex<bool>,
}

impl Clock for Hand {
    fn now(&self) -> Duration {
        Duration::from_secs(self.seconds.load(Ordering::SeqCst))
    }
}

impl Randomness for Hand {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        if *self.is_exhausted.lock().unwrap() {
            return Err(NoRandomness);
        }
        let next = self.asked.fetch_add(1, Ordering::SeqCst).to_be_bytes();
        for (byte, from) in bytes.iter_mut().zip(next.iter().rev().cycle()) {
            *byte = *from;
        }
        Ok(())
    }
}

pub(crate) fn environment(hand: &Arc<Hand>) -> Environment {
    Environment {
        clock: Arc::clone(hand) as _,
        randomness: Arc::clone(hand) as _,
    }
}

/// What a store does before it puts something into the slot, as another request might.
type Meanwhile = Box<dyn FnMut() -> Option<Vec<u8>> + Send>;

/// One slot, with the time at which it was to expire.
#[derive(Default)]
pub(crate) struct Slot {
    pub(crate) held: Mutex<Option<(Vec<u8>, Duration)>>,
    pub(crate) is_down: Mutex<bool>,
    pub(crate) meanwhile: Mutex<Option<Meanwhile>>,
}

impl Slot {
    fn live(&self, now: Duration) -> Option<Vec<u8>> {
        let held = self.held.lock().unwrap();
        let (sealed, expires) = held.as_ref()?;
        (*expires > now).then(|| sealed.clone())
    }

    fn check_up(&self) -> Result<(), StoreError> {
        match *self.is_down.lock().unwrap() {
            true => Err(StoreError("told to be down".into())),
            false => Ok(()),
        }
    }
}

impl PendingKeyStore for Slot {
    fn replace<'a>(
        &'a self,
        _slot: &'a PendingSlot,
        held: Option<&'a [u8]>,
        sealed: Vec<u8>,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<bool, StoreError>> {
        Box::pin(async move {
            self.check_up()?;
            if let Some(meanwhile) = self.meanwhile.lock().unwrap().as_mut()
                && let Some(other) = meanwhile()
            {
                *self.held.lock().unwrap() = Some((other, now + lifetime));
            }
            let is_same = self.live(now).as_deref() == held;
            if is_same {
                *self.held.lock().unwrap() = Some((sealed, now + lifetime));
            }
            Ok(is_same)
        })
    }

    fn get<'a>(
        &'a self,
        _slot: &'a PendingSlot,
        now: Duration,
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        Box::pin(async move { self.check_up().map(|()| self.live(now)) })
    }
}

/// User 1 is a member of `acme` (the default) and `other`; user 2 of nothing.
pub(crate) struct Members;

impl OrganisationDirectory for Members {
    fn tenant<'a>(
        &'a self,
        user_id: i64,
        id: Option<&'a OrganisationId>,
    ) -> BoxFuture<'a, Result<Option<Tenant>, ServiceError>> {
        let asked = id.map_or("acme", OrganisationId::as_str);
        let is_member = user_id == 1 && ["acme", "other"].contains(&asked);
        Box::pin(async move { Ok(is_member.then(|| tenant(asked))) })
    }
}

pub(crate) fn tenant(id: &str) -> Tenant {
    Tenant {
        id: id.parse().unwrap(),
        issuer: format!("The {id}"),
    }
}

pub(crate) fn caller(user_id: i64, session: &str) -> Caller {
    Caller {
        user_id,
        user_name: "jane".to_owned(),
        display_name: "Jane".to_owned(),
        email: None,
        roles: Vec::new(),
        session: session.to_owned(),
    }
}
