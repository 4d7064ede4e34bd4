use std::time::Duration;

use otp::{ProvisioningUri, SECRET_LENGTH, Secret};
use service::{Caller, Environment, ServiceError};
use zeroize::Zeroizing;

use crate::organisation::Tenant;
use crate::pending_key::PendingKey;
use crate::{PendingKeyStore, PendingSlot, SealingKeys, StoreError};

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
    /// generated, or a new one.
    pub(crate) async fn generate(
        &self,
        caller: &Caller,
        tenant: &Tenant,
    ) -> Result<ProvisioningUri, ServiceError> {
        let slot = PendingSlot::of(caller.user_id);
        let now = self.environment.now();
        let secret = match self.reusable(&slot, caller, tenant, now).await? {
            Some(secret) => secret,
            None => self.store_new(&slot, caller, tenant, now).await?,
        };
        let account = caller.email.as_deref().unwrap_or(&caller.user_name);
        Ok(ProvisioningUri::new(&secret, &tenant.issuer, account))
    }

    async fn reusable(
        &self,
        slot: &PendingSlot,
        caller: &Caller,
        tenant: &Tenant,
        now: Duration,
    ) -> Result<Option<Secret>, ServiceError> {
        let Some(sealed) = self.store.get(slot, now).await.map_err(unavailable)? else {
            return Ok(None);
        };
        let Ok(plain) = self.keys.open(&purpose(slot), &sealed) else {
            // Sealed with a key that is no more, or tampered with: a new one replaces it.
            tracing::warn!(user = slot.user_id(), "a pending key could not be opened");
            return Ok(None);
        };
        let pending = PendingKey::from_bytes(&plain).filter(|pending| {
            let age = now.checked_sub(pending.created);
            pending.session == caller.session
                && pending.organisation == tenant.id
                && age.is_some_and(|age| age < self.policy.reuse_window)
        });
        Ok(pending.map(|pending| pending.secret))
    }

    async fn store_new(
        &self,
        slot: &PendingSlot,
        caller: &Caller,
        tenant: &Tenant,
        now: Duration,
    ) -> Result<Secret, ServiceError> {
        let bytes: Zeroizing<[u8; SECRET_LENGTH]> =
            Zeroizing::new(self.environment.random().map_err(ServiceError::internal)?);
        let pending = PendingKey {
            secret: Secret::from_bytes(*bytes),
            organisation: tenant.id.clone(),
            session: caller.session.clone(),
            created: now,
        };
        let plain = pending.to_bytes();
        let plain =
            plain.ok_or_else(|| ServiceError::internal("a pending key cannot be written"))?;
        let sealed = self.keys.seal(&purpose(slot), &plain, self.environment);
        let sealed = sealed.map_err(ServiceError::internal)?;
        let lifetime = self.policy.pending_lifetime;
        self.store
            .put(slot, sealed, lifetime, now)
            .await
            .map_err(unavailable)?;
        tracing::info!(user = slot.user_id(), organisation = %tenant.id, "a two-factor key was generated");
        Ok(pending.secret)
    }
}

/// What a sealed key is for: one user's pending key and nothing else.
fn purpose(slot: &PendingSlot) -> String {
    format!("two-factor|pending|v1|user:{slot}")
}

fn unavailable(error: StoreError) -> ServiceError {
    let message = "Two-factor keys cannot be generated at the moment; try again";
    ServiceError::unavailable(message, Duration::from_secs(5)).with_cause(error)
}
