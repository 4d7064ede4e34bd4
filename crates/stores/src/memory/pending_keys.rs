use std::time::Duration;

use service::BoxFuture;
use two_factor::{PendingKeyStore, PendingSlot, StoreError};

use super::expiring_map::ExpiringMap;

/// Pending keys in this process: they are lost with it, and generated anew.
#[derive(Debug, Default)]
pub struct MemoryPendingKeys(ExpiringMap<PendingSlot, Vec<u8>>);

impl PendingKeyStore for MemoryPendingKeys {
    fn put<'a>(
        &'a self,
        slot: &'a PendingSlot,
        sealed: Vec<u8>,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        self.0.put(slot.clone(), sealed, now + lifetime, now);
        Box::pin(async { Ok(()) })
    }

    fn get<'a>(
        &'a self,
        slot: &'a PendingSlot,
        now: Duration,
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>> {
        let sealed = self.0.get(slot, now);
        Box::pin(async move { Ok(sealed) })
    }
}
