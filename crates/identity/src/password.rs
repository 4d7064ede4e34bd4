use std::fmt;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use service::{Environment, NoRandomness};
use tokio::sync::Semaphore;
use tokio::task::JoinError;
use zeroize::Zeroizing;

/// Memory, passes and lanes: OWASP's first recommendation for Argon2id.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Longest password, in bytes: more only costs time.
const MAX_LENGTH: usize = 1024;

/// Hashes and checks passwords with Argon2id, a bounded number at a time, off the request threads.
#[derive(Debug)]
pub struct PasswordHasher {
    permits: Semaphore,
    /// What a password of a user who does not exist is checked against, so that the answer takes
    /// as long.
    decoy: String,
}

/// A password that could not be hashed or checked.
#[derive(Debug)]
pub enum PasswordError {
    /// Empty, or longer than 1024 bytes.
    Length,
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
        let decoy = hash("decoy", &salt(environment)?)?;
        Ok(Self {
            permits: Semaphore::new(at_once.max(1)),
            decoy,
        })
    }

    /// The PHC string of a password with a fresh salt.
    ///
    /// # Errors
    /// The password's length, or [`PasswordError::Failed`].
    pub async fn hash(
        &self,
        password: Zeroizing<String>,
        environment: &Environment,
    ) -> Result<String, PasswordError> {
        check_length(&password)?;
        let salt = salt(environment)?;
        self.run(move || hash(&password, &salt)).await?
    }

    /// Whether the password belongs to the hash. Without a hash (no such user) as much work is
    /// done, and the answer is no.
    ///
    /// # Errors
    /// [`PasswordError::Failed`]
    pub async fn verify(
        &self,
        password: Zeroizing<String>,
        hash: Option<&str>,
    ) -> Result<bool, PasswordError> {
        if check_length(&password).is_err() {
            return Ok(false);
        }
        let (stored, is_known) = (hash.unwrap_or(&self.decoy).to_owned(), hash.is_some());
        let matches = self.run(move || verify(&password, &stored)).await?;
        Ok(matches && is_known)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PasswordError> {
        let failed = |fault: &dyn fmt::Display| PasswordError::Failed(fault.to_string());
        let _permit = self
            .permits
            .acquire()
            .await
            .map_err(|fault| failed(&fault))?;
        let done: Result<T, JoinError> = tokio::task::spawn_blocking(work).await;
        done.map_err(|fault| failed(&fault))
    }
}

fn check_length(password: &str) -> Result<(), PasswordError> {
    let fits = (1..=MAX_LENGTH).contains(&password.len());
    if fits {
        Ok(())
    } else {
        Err(PasswordError::Length)
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
            Self::Length => write!(f, "a password has 1 to {MAX_LENGTH} bytes"),
            Self::NoRandomness(fault) => fault.fmt(f),
            Self::Failed(fault) => write!(f, "the password could not be hashed: {fault}"),
        }
    }
}

impl std::error::Error for PasswordError {}
