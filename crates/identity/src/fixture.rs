//! What the unit tests of this crate run on: a clock that is set by hand, random bytes that are
//! counted, and stores that hold what a test puts in.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dto::OrganisationId;
use service::{BoxFuture, Clock, Credentials, Environment, NoRandomness, Randomness};

use crate::{
    Accounts, ApiKeyDigest, ApiKeyRecord, ApiKeyStore, ApiKeys, Identity, NewApiKey,
    NewOrganisation, NewUser, Organisation, OrganisationStore, PasswordHasher, Session, SessionKey,
    SessionLifetimes, SessionStore, StoreError, TokenAlgorithm, TokenKeys, TokenPolicy, Tokens,
    User, UserStore,
};

pub(crate) const PASSWORD: &str = "p@55wOrd";

/// Seconds since 1970, and how many random bytes were given.
#[derive(Default)]
pub(crate) struct Hand {
    pub(crate) seconds: AtomicU64,
    given: AtomicU64,
}

impl Clock for Hand {
    fn now(&self) -> Duration {
        Duration::from_secs(self.seconds.load(Ordering::SeqCst))
    }
}

impl Randomness for Hand {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for chunk in bytes.chunks_mut(8) {
            let next = self.given.fetch_add(1, Ordering::SeqCst).to_be_bytes();
            chunk.copy_from_slice(&next[8 - chunk.len()..]);
        }
        Ok(())
    }
}

fn environment(hand: &Arc<Hand>) -> Environment {
    Environment {
        clock: Arc::clone(hand) as _,
        randomness: Arc::clone(hand) as _,
    }
}

/// A clock that stands at that second.
pub(crate) fn environment_at(seconds: u64) -> Environment {
    let hand = Arc::new(Hand::default());
    hand.seconds.store(seconds, Ordering::SeqCst);
    environment(&hand)
}

/// Users, organisations and sessions in memory; unavailable as a whole when told so.
#[derive(Default)]
pub(crate) struct Shelf {
    users: Mutex<Vec<User>>,
    sessions: Mutex<HashMap<SessionKey, (Session, Duration)>>,
    api_keys: Mutex<Vec<(ApiKeyDigest, ApiKeyRecord)>>,
    pub(crate) sessions_are_down: Mutex<bool>,
}

impl Shelf {
    fn sessions<T>(
        &self,
        work: impl FnOnce(&mut HashMap<SessionKey, (Session, Duration)>) -> T,
    ) -> Result<T, StoreError> {
        match *self.sessions_are_down.lock().unwrap() {
            true => Err(StoreError::Unavailable("told to be down".into())),
            false => Ok(work(&mut self.sessions.lock().unwrap())),
        }
    }

    fn change(&self, id: i64, change: impl FnOnce(&mut User)) -> Result<(), StoreError> {
        let mut users = self.users.lock().unwrap();
        let user = users.iter_mut().find(|user| user.id == id);
        user.map(change).ok_or(StoreError::Missing("the user"))
    }

    /// As a database does whose row of that user is gone.
    pub(crate) fn remove_user(&self, id: i64) {
        self.users.lock().unwrap().retain(|user| user.id != id);
    }

    pub(crate) fn session_count(&self) -> usize {
        self.sessions.lock().unwrap().len()
    }
}

fn ready<'a, T: Send + 'a>(value: T) -> BoxFuture<'a, T> {
    Box::pin(std::future::ready(value))
}

impl UserStore for Shelf {
    fn user(&self, id: i64) -> BoxFuture<'_, Result<Option<User>, StoreError>> {
        let users = self.users.lock().unwrap();
        ready(Ok(users.iter().find(|user| user.id == id).cloned()))
    }

    fn user_by_name<'a>(
        &'a self,
        name: &'a str,
    ) -> BoxFuture<'a, Result<Option<User>, StoreError>> {
        let users = self.users.lock().unwrap();
        ready(Ok(users.iter().find(|user| user.goes_by(name)).cloned()))
    }

    fn add_user(&self, user: NewUser) -> BoxFuture<'_, Result<User, StoreError>> {
        let mut users = self.users.lock().unwrap();
        let made = User {
            id: i64::try_from(users.len()).unwrap() + 1,
            user_name: user.user_name,
            email: user.email,
            display_name: user.display_name,
            roles: user.roles,
            password_hash: user.password_hash,
            default_organisation: user.organisations.into_iter().next(),
            is_locked: false,
            sign_outs: 0,
        };
        users.push(made.clone());
        ready(Ok(made))
    }

    fn set_password_hash(&self, id: i64, hash: String) -> BoxFuture<'_, Result<(), StoreError>> {
        ready(self.change(id, |user| user.password_hash = hash))
    }

    fn set_locked(&self, id: i64, is_locked: bool) -> BoxFuture<'_, Result<(), StoreError>> {
        ready(self.change(id, |user| user.is_locked = is_locked))
    }

    fn sign_out(&self, id: i64) -> BoxFuture<'_, Result<(), StoreError>> {
        ready(self.change(id, |user| user.sign_outs += 1))
    }

    fn users(&self) -> BoxFuture<'_, Result<Vec<User>, StoreError>> {
        ready(Ok(self.users.lock().unwrap().clone()))
    }
}

/// No rule of this crate looks into organisations.
impl OrganisationStore for Shelf {
    fn organisation_of<'a>(
        &'a self,
        _user: i64,
        _id: &'a OrganisationId,
    ) -> BoxFuture<'a, Result<Option<Organisation>, StoreError>> {
        ready(Ok(None))
    }

    fn add_organisation(
        &self,
        organisation: NewOrganisation,
    ) -> BoxFuture<'_, Result<Organisation, StoreError>> {
        let NewOrganisation { id, name, issuer } = organisation;
        ready(Ok(Organisation { id, name, issuer }))
    }

    fn organisations(&self) -> BoxFuture<'_, Result<Vec<Organisation>, StoreError>> {
        ready(Ok(Vec::new()))
    }
}

impl ApiKeyStore for Shelf {
    fn api_key<'a>(
        &'a self,
        digest: &'a ApiKeyDigest,
    ) -> BoxFuture<'a, Result<Option<ApiKeyRecord>, StoreError>> {
        let keys = self.api_keys.lock().unwrap();
        let found = keys.iter().find(|(known, _)| known == digest);
        ready(Ok(found.map(|(_, record)| record.clone())))
    }

    fn add_api_key(&self, key: NewApiKey) -> BoxFuture<'_, Result<ApiKeyRecord, StoreError>> {
        let mut keys = self.api_keys.lock().unwrap();
        let record = ApiKeyRecord {
            id: i64::try_from(keys.len()).unwrap() + 1,
            user_id: key.user_id,
            name: key.name,
            shown: key.shown,
            created: key.created,
            expires: key.expires,
            cancelled: None,
        };
        keys.push((key.digest, record.clone()));
        ready(Ok(record))
    }

    fn cancel_api_key(&self, id: i64, now: Duration) -> BoxFuture<'_, Result<(), StoreError>> {
        let mut keys = self.api_keys.lock().unwrap();
        let found = keys.iter_mut().find(|(_, record)| record.id == id);
        let found = found.ok_or(StoreError::Missing("the API key"));
        ready(found.map(|(_, record)| record.cancelled = Some(now)))
    }

    fn api_keys(&self, user: Option<i64>) -> BoxFuture<'_, Result<Vec<ApiKeyRecord>, StoreError>> {
        let keys = self.api_keys.lock().unwrap();
        let all = keys.iter().map(|(_, record)| record.clone());
        let is_meant = |record: &ApiKeyRecord| user.is_none_or(|id| record.user_id == id);
        ready(Ok(all.filter(is_meant).collect()))
    }
}

impl SessionStore for Shelf {
    fn put<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a Session,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        let kept = (session.clone(), now + lifetime);
        ready(self.sessions(|all| drop(all.insert(key.clone(), kept))))
    }

    fn get<'a>(
        &'a self,
        key: &'a SessionKey,
        now: Duration,
    ) -> BoxFuture<'a, Result<Option<Session>, StoreError>> {
        let live =
            |(session, expires): &(Session, Duration)| (*expires > now).then(|| session.clone());
        ready(self.sessions(|all| all.get(key).and_then(live)))
    }

    fn remove<'a>(&'a self, key: &'a SessionKey) -> BoxFuture<'a, Result<(), StoreError>> {
        ready(self.sessions(|all| drop(all.remove(key))))
    }
}

/// Identity with its stores and its clock within reach.
pub(crate) struct House {
    pub(crate) identity: Arc<Identity>,
    pub(crate) accounts: Accounts,
    pub(crate) shelf: Arc<Shelf>,
    pub(crate) hand: Arc<Hand>,
}

impl House {
    /// With the users `jane` (`jane@acme.example`) and `joe`, both with [`PASSWORD`].
    pub(crate) async fn with_users() -> Self {
        let house = Self::empty();
        for (name, email) in [("jane", Some("jane@acme.example")), ("joe", None)] {
            let user = new_user(name, email);
            house
                .accounts
                .add_user(user, PASSWORD.into())
                .await
                .unwrap();
        }
        house
    }

    pub(crate) fn empty() -> Self {
        let (hand, shelf) = (Arc::new(Hand::default()), Arc::new(Shelf::default()));
        hand.seconds.store(1_700_000_000, Ordering::SeqCst);
        let environment = environment(&hand);
        let passwords = Arc::new(PasswordHasher::new(2, &environment).unwrap());
        let users: Arc<dyn UserStore> = Arc::clone(&shelf) as _;
        Self {
            accounts: Accounts::new(
                Arc::clone(&users),
                Arc::clone(&shelf) as _,
                Arc::clone(&passwords),
                environment.clone(),
            ),
            identity: Arc::new(Identity::new(
                users,
                Arc::clone(&shelf) as _,
                passwords,
                SessionLifetimes::default(),
                environment,
            )),
            shelf,
            hand,
        }
    }

    pub(crate) fn wait(&self, time: Duration) {
        self.hand
            .seconds
            .fetch_add(time.as_secs(), Ordering::SeqCst);
    }
}

pub(crate) fn new_user(name: &str, email: Option<&str>) -> NewUser {
    NewUser {
        user_name: name.to_owned(),
        email: email.map(ToOwned::to_owned),
        display_name: None,
        roles: Vec::new(),
        password_hash: String::new(),
        organisations: Vec::new(),
    }
}

pub(crate) fn basic(name: &str, password: &str) -> Credentials {
    Credentials {
        basic: Some((name.to_owned(), password.into())),
        ..Credentials::default()
    }
}

pub(crate) fn cookie(session_id: &str) -> Credentials {
    Credentials {
        session_id: Some(session_id.to_owned()),
        ..Credentials::default()
    }
}
