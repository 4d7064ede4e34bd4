use std::fmt;
use std::sync::Arc;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use contract::SecretText;
use service::{Environment, NoRandomness};
use tokio::sync::Semaphore;

/// Memory, passes and lanes: what OWASP's Password Storage Cheat Sheet recommends for Argon2id.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Shortest new password, in characters (NIST SP 800-63B section 5.1.1.2).
const MIN_CHARACTERS: usize = 8;
/// Longest password, in bytes: more only costs time.
const MAX_BYTES: usize = 1024;
/// How many may wait for each that is computed: about a second's work. Who comes later is told to
/// come again, rather than waiting beyond any client's patience.
const WAITING_EACH: usize = 32;

/// Hashes and checks passwords with Argon2id, a bounded number at a time, off the request threads.
#[derive(Debug)]
pub struct PasswordHasher {
    /// Places to compute in.
    permits: Arc<Semaphore>,
    /// Places to wait in, those that compute included.
    places: Arc<Semaphore>,
    /// What a password of a user who does not exist is checked against, so that the answer takes
    /// as long.
    decoy: String,
}

/// A password that could not be hashed or checked.
#[derive(Debug)]
pub enum PasswordError {
    /// Fewer than 8 characters.
    TooShort,
    /// More than 1024 bytes.
    TooLong,
    /// Too many passwords wait to be hashed; another try may do.
    Busy,
    /// No random salt is to be had.
    NoRandomness(NoRandomness),
    /// The hash failed, or the thread that computed it.
    Failed(String),
}

impl PasswordHasher {
    /// A hasher that computes `at_once` hashes at a time.
    ///
    /// # Errors
    /// No random salt is to be had.
    pub fn new(at_once: usize, environment: &Environment) -> Result<Self, PasswordError> {
        let at_once = at_once.max(1);
        let decoy = hash("decoy", &salt(environment)?)?;
        Ok(Self {
            permits: Arc::new(Semaphore::new(at_once)),
            places: Arc::new(Semaphore::new(at_once * (1 + WAITING_EACH))),
            decoy,
        })
    }

    /// The PHC string of a new password with a fresh salt.
    ///
    /// # Errors
    /// The password's length, [`PasswordError::Busy`] or [`PasswordError::Failed`].
    pub async fn hash(
        &self,
        password: SecretText,
        environment: &Environment,
    ) -> Result<String, PasswordError> {
        check_length(password.expose())?;
        let salt = salt(environment)?;
        self.run(move || hash(password.expose(), &salt)).await?
    }

    /// Whether the password belongs to the hash. Without a hash (no such user) as much work is
    /// done, and the answer is no.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] or [`PasswordError::Failed`].
    pub async fn verify(
        &self,
        password: SecretText,
        hash: Option<&str>,
    ) -> Result<bool, PasswordError> {
        if password.is_empty() || password.expose().len() > MAX_BYTES {
            return Ok(false);
        }
        let (stored, is_known) = (hash.unwrap_or(&self.decoy).to_owned(), hash.is_some());
        let matches = self.run(move || verify(password.expose(), &stored)).await?;
        Ok(matches && is_known)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PasswordError> {
        let failed = |fault: &dyn fmt::Display| PasswordError::Failed(fault.to_string());
        let place = Arc::clone(&self.places).try_acquire_owned();
        let place = place.map_err(|_| PasswordError::Busy)?;
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|fault| failed(&fault))?;
        // Both go with the work, which runs to its end even if its client has gone.
        let done = tokio::task::spawn_blocking(move || {
            let _held = (place, permit);
            work()
        });
        done.await.map_err(|fault| failed(&fault))
    }
}

fn check_length(password: &str) -> Result<(), PasswordError> {
    if password.chars().count() < MIN_CHARACTERS {
        Err(PasswordError::TooShort)
    } else if password.len() > MAX_BYTES {
        Err(PasswordError::TooLong)
    } else {
        Ok(())
    }
}

fn salt(environment: &Environment) -> Result<[u8; 16], PasswordError> {
    environment.random().map_err(PasswordError::NoRandomness)
}

fn hash(password: &str, salt: &[u8; 16]) -> Result<String, PasswordError> {
    let failed = |fault: &dyn fmt::Display| PasswordError::Failed(fault.to_string());
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|fault| failed(&fault))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon2.hash_password_with_salt(password.as_bytes(), salt);
    hash.map(|hash| hash.to_string())
        .map_err(|fault| failed(&fault))
}

fn verify(password: &str, hash: &str) -> bool {
    // The parameters are those that the hash states.
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

impl fmt::Display for PasswordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort => write!(f, "a password has at least {MIN_CHARACTERS} characters"),
            Self::TooLong => write!(f, "a password has at most {MAX_BYTES} bytes"),
            Self::Busy => f.write_str("too many passwords wait to be hashed"),
            Self::NoRandomness(fault) => fault.fmt(f),
            Self::Failed(fault) => write!(f, "the password could not be hashed: {fault}"),
        }
    }
}

impl std::error::Error for PasswordError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::environment_at;

    fn hasher(at_once: usize) -> PasswordHasher {
        PasswordHasher::new(at_once, &environment_at(0)).unwrap()
    }

    async fn hashed(password: &str) -> Result<String, PasswordError> {
        let environment = environment_at(0);
        hasher(1).hash(password.into(), &environment).await
    }

    #[tokio::test]
    async fn a_hash_is_argon2id_with_the_recommended_parameters_and_a_salt_of_its_own() {
        let (hasher, environment) = (hasher(1), environment_at(0));
        let hash = async || hasher.hash("p@55wOrd".into(), &environment).await.unwrap();
        let (first, second) = (hash().await, hash().await);
        assert!(
            first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{first}"
        );
        assert_ne!(first, second);
        for (password, expected) in [("p@55wOrd", true), ("p@55wOrD", false), ("", false)] {
            let verified = hasher.verify(password.into(), Some(&first)).await.unwrap();
            assert_eq!(verified, expected, "{password}");
        }
    }

    #[tokio::test]
    async fn a_new_password_has_8_characters_to_1024_bytes() {
        assert!(matches!(
            hashed("sevench").await,
            Err(PasswordError::TooShort)
        ));
        assert!(matches!(hashed("").await, Err(PasswordError::TooShort)));
        assert!(hashed("pässwörd").await.is_ok());
        let long = "x".repeat(MAX_BYTES);
        assert!(hashed(&long).await.is_ok());
        assert!(matches!(
            hashed(&(long + "x")).await,
            Err(PasswordError::TooLong)
        ));
    }

    #[tokio::test]
    async fn a_hash_of_other_parameters_still_verifies_and_a_damaged_one_never_does() {
        let weaker = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(64, 1, 1, None).unwrap(),
        );
        let old = weaker
            .hash_password_with_salt(b"p@55wOrd", &[7; 16])
            .unwrap();
        let hasher = hasher(1);
        let verify = async |hash: &str| hasher.verify("p@55wOrd".into(), Some(hash)).await.unwrap();
        assert!(verify(&old.to_string()).await);
        assert!(!verify("$argon2id$v=19$m=64").await);
        assert!(!verify("").await);
    }

    #[tokio::test]
    async fn without_a_user_even_the_decoys_password_is_wrong() {
        assert!(!hasher(1).verify("decoy".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn who_finds_every_place_taken_is_sent_away() {
        let hasher = hasher(1);
        let all = u32::try_from(1 + WAITING_EACH).unwrap();
        let taken = Arc::clone(&hasher.places)
            .try_acquire_many_owned(all)
            .unwrap();
        let verified = hasher.verify("p@55wOrd".into(), None).await;
        assert!(matches!(verified, Err(PasswordError::Busy)));
        drop(taken);
        assert!(hasher.verify("p@55wOrd".into(), None).await.is_ok());
    }

    #[tokio::test]
    async fn work_whose_client_has_gone_keeps_its_place_until_it_is_done() {
        let hasher = hasher(1);
        let (finish, finished) = std::sync::mpsc::channel::<()>();
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let mut work = Box::pin(hasher.run(move || {
            let _ = begun.send(());
            finished.recv()
        }));
        tokio::select! {
            _ = &mut work => panic!("the work waits for the test"),
            started = has_begun => started.unwrap(),
        }
        drop(work);
        assert_eq!(hasher.permits.available_permits(), 0);
        finish.send(()).unwrap();
        let permit = Arc::clone(&hasher.permits).acquire_owned().await;
        assert!(permit.is_ok());
    }
}
