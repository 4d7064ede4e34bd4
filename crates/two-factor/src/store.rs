use std::fmt;
use std::time::Duration;

use service::BoxFuture;

use crate::PendingSlot;

/// Where pending keys wait. What is kept is sealed; the store learns nothing from it.
pub trait PendingKeyStore: Send + Sync + 'static {
    /// Keeps `sealed` in the slot for `lifetime` from `now` on (a time since 1970), if the slot
    /// still holds `held` (`None`: nothing). Says whether it did, in one step that no other
    /// request can come between.
    fn replace<'a>(
        &'a self,
        slot: &'a PendingSlot,
        held: Option<&'a [u8]>,
        sealed: Vec<u8>,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<bool, StoreError>>;

    /// What the slot holds, if it has not expired at `now`.
    fn get<'a>(
        &'a self,
        slot: &'a PendingSlot,
        now: Duration,
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>>;
}

/// A store that does not answer.
#[derive(Debug)]
pub struct StoreError(pub Box<dyn std::error::Error + Send + Sync>);

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the store does not answer: {}", self.0)
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        // The text holds the cause itself already.
        self.0.source()
    }
}
