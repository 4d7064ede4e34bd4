use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use service::BoxFuture;
use two_factor::{PendingKeyStore, PendingSlot, StoreError};

use super::expiring_map::ExpiringMap;

/// Pending keys in this process: they are lost with it, and generated anew.
#[derive(Debug, Default)]
pub struct MemoryPendingKeys(Mutex<ExpiringMap<PendingSlot, Vec<u8>>>);

impl MemoryPendingKeys {
    /// Every change is whole before the lock is let go, so that a panic elsewhere spoils nothing.
    fn lock(&self) -> MutexGuard<'_, ExpiringMap<PendingSlot, Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PendingKeyStore for MemoryPendingKeys {
    fn replace<'a>(
        &'a self,
        slot: &'a PendingSlot,
        held: Option<&'a [u8]>,
        sealed: Vec<u8>,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<bool, StoreError>> {
        let mut keys = self.lock();
        let is_same = keys.get(slot, now).map(Vec::as_slice) == held;
        if is_same {
            keys.put(slot.clone(), sealed, now.saturating_add(lifetime), now);
        }
        Box::pin(async move { Ok(is_same) })
    }

    fn get<'a>(
        &'a self,
        slot: &'a PendingSlot,
        now: Duration,
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        let sealed = self.lock().get(slot, now).cloned();
        Box::pin(async move { Ok(sealed) })
    }
}
