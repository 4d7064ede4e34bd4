use std::time::Duration;

use service::BoxFuture;
use two_factor::{PendingKeyStore, PendingSlot, StoreError};

use super::expiring_map::ExpiringMap;

/// Pending keys in this process: they are lost with it, and generated anew.
#[derive(Debug, Default)]
pub struct MemoryPendingKeys(ExpiringMap<PendingSlot, Vec<u8>>);

impl PendingKeyStore for MemoryPendingKeys {
    fn replace<'a>(
        &'a self,
        slot: &'a PendingSlot,
        held: Option<&'a [u8]>,
        sealed: Vec<u8>,
        lifetime: Duration,
        now: Duration,
    ) -> BoxFuture<'a, Result<bool, StoreError>> {
        let is_same = |found: Option<&Vec<u8>>| found.map(Vec::as_slice) == held;
        let expires = now.saturating_add(lifetime);
        let replaced = self.0.put_if(slot.clone(), sealed, expires, now, is_same);
        Box::pin(async move { Ok(replaced) })
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
