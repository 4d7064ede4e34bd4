use std::time::Duration;

use otp::{ProvisioningUri, SECRET_LENGTH, Secret};
use service::{Caller, Environment, ServiceError};
use zeroize::Zeroizing;

use crate::organisation::Tenant;
use crate::pending_key::PendingKey;
use crate::{PendingKeyStore, PendingSlot, SealingKeys, StoreError};

/// How often a request tries when others of the same user keep coming in between.
const ATTEMPTS: usize = 8;

/// How long things last.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// How long a generated key waits to be confirmed.
    pub pending_lifetime: Duration,
    /// Within this time the same session gets the same key again, so that a repeated request does
    /// not make the QR code on the screen worthless.
    pub reuse_window: Duration,
}

impl Default for Policy {
    /// Ten minutes and half a minute.
    fn default() -> Self {
        Self {
            pending_lifetime: Duration::from_secs(600),
            reuse_window: Duration::from_secs(30),
        }
    }
}

/// What generating a key needs.
pub(crate) struct KeyGenerator<'a> {
    pub(crate) store: &'a dyn PendingKeyStore,
    pub(crate) keys: &'a SealingKeys,
    pub(crate) policy: Policy,
    pub(crate) environment: &'a Environment,
}

impl KeyGenerator<'_> {
    /// The provisioning URI of the caller's pending key: the one that its session has just
    /// generated, or a new one. Of requests that come at the same time one makes the key, and the
    /// others of its session get the same.
    pub(crate) async fn generate(
        &self,
        caller: &Caller,
        tenant: &Tenant,
    ) -> Result<ProvisioningUri, ServiceError> {
        let slot = PendingSlot::of(caller.user_id);
        let now = self.environment.now();
        for _ in 0..ATTEMPTS {
            let held = self.store.get(&slot, now).await.map_err(unavailable)?;
            let reusable = held.as_deref().and_then(|sealed| self.open(&slot, sealed));
            if let Some(pending) = reusable.filter(|key| self.is_same(key, caller, tenant, now)) {
                return Ok(uri(&pending.secret, caller, tenant));
            }
            let (secret, sealed) = self.make(&slot, caller, tenant, now)?;
            let lifetime = self.policy.pending_lifetime;
            let stored = self
                .store
                .replace(&slot, held.as_deref(), sealed, lifetime, now);
            if stored.await.map_err(unavailable)? {
                tracing::info!(user = slot.user_id(), organisation = %tenant.id, "a two-factor key was generated");
                return Ok(uri(&secret, caller, tenant));
            }
        }
        Err(unavailable(StoreError(
            "other requests of the user keep replacing the key".into(),
        )))
    }

    fn is_same(&self, key: &PendingKey, caller: &Caller, tenant: &Tenant, now: Duration) -> bool {
        let age = now.checked_sub(key.created);
        key.session == caller.session
            && key.organisation == tenant.id
            && age.is_some_and(|age| age < self.policy.reuse_window)
    }

    fn open(&self, slot: &PendingSlot, sealed: &[u8]) -> Option<PendingKey> {
        let Ok(plain) = self.keys.open(&purpose(slot), sealed) else {
            // Sealed with a key that is no more, or tampered with: a new one replaces it.
            tracing::warn!(user = slot.user_id(), "a pending key could not be opened");
            return None;
        };
        PendingKey::from_bytes(&plain)
    }

    /// A new secret, and the sealed record of it.
    fn make(
        &self,
        slot: &PendingSlot,
        caller: &Caller,
        tenant: &Tenant,
        created: Duration,
    ) -> Result<(Secret, Vec<u8>), ServiceError> {
        let bytes: Zeroizing<[u8; SECRET_LENGTH]> =
            Zeroizing::new(self.environment.random().map_err(ServiceError::internal)?);
        let pending = PendingKey {
            secret: Secret::from_bytes(*bytes),
            organisation: tenant.id.clone(),
            session: caller.session.clone(),
            created,
        };
        let plain = pending.to_bytes();
        let plain =
            plain.ok_or_else(|| ServiceError::internal("a pending key cannot be written"))?;
        let sealed = self.keys.seal(&purpose(slot), &plain, self.environment);
        Ok((pending.secret, sealed.map_err(ServiceError::internal)?))
    }
}

/// The account is what the user knows itself by: the e-mail address, or else the user name.
fn uri(secret: &Secret, caller: &Caller, tenant: &Tenant) -> ProvisioningUri {
    let account = caller.email.as_deref().unwrap_or(&caller.user_name);
    ProvisioningUri::new(secret, &tenant.issuer, account)
}

/// What a sealed key is for: one user's pending key and nothing else.
fn purpose(slot: &PendingSlot) -> String {
    format!("two-factor|pending|v1|user:{slot}")
}

fn unavailable(error: StoreError) -> ServiceError {
    let message = "Two-factor keys cannot be generated at the moment; try again";
    ServiceError::unavailable(message, Duration::from_secs(5)).with_cause(error)
}

#[cfg(test)]
mod tests;
