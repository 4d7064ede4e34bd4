use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// What time it is. Rules take it as an argument, so that they can be tested at any.
pub trait Clock: Send + Sync + 'static {
    /// The time since 1970-01-01T00:00:00Z.
    fn now(&self) -> Duration;
}

/// Where random bytes come from.
pub trait Randomness: Send + Sync + 'static {
    /// Fills `bytes` with what nobody can guess.
    ///
    /// # Errors
    /// [`NoRandomness`] if the source does not answer; nothing secret may then be made.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}

/// A random source that does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRandomness;

impl fmt::Display for NoRandomness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there are no random bytes to be had")
    }
}

impl std::error::Error for NoRandomness {}

/// Clock and randomness together, as the rules of an application take them.
#[derive(Clone)]
pub struct Environment {
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where random bytes come from.
    pub randomness: Arc<dyn Randomness>,
}

impl Environment {
    /// The time since 1970-01-01T00:00:00Z.
    pub fn now(&self) -> Duration {
        self.clock.now()
    }

    /// `N` random bytes.
    ///
    /// # Errors
    /// [`NoRandomness`]
    pub fn random<const N: usize>(&self) -> Result<[u8; N], NoRandomness> {
        let mut bytes = [0; N];
        self.randomness.fill(&mut bytes)?;
        Ok(bytes)
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment").finish_non_exhaustive()
    }
}
