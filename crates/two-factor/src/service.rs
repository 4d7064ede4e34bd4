use std::fmt;
use std::sync::Arc;

use dto::{GenerateTwoFactorAuthenticationKeyRequest, GenerateTwoFactorAuthenticationKeyResponse};
use service::{Environment, Registry, Reply, RequestContext, Service, ServiceError};

use crate::generate_key::KeyGenerator;
use crate::organisation::tenant_of;
use crate::{OrganisationDirectory, PendingKeyStore, Policy, SealingKeys};

/// Carries out the two-factor operations.
pub struct TwoFactorService {
    store: Arc<dyn PendingKeyStore>,
    directory: Arc<dyn OrganisationDirectory>,
    keys: SealingKeys,
    policy: Policy,
    environment: Environment,
}

/// Registers the two-factor operations.
pub fn register(registry: &mut impl Registry, service: Arc<TwoFactorService>) {
    registry.register::<GenerateTwoFactorAuthenticationKeyRequest, _>(service);
}

impl TwoFactorService {
    /// The service over a store of pending keys and a directory of organisations.
    pub fn new(
        store: Arc<dyn PendingKeyStore>,
        directory: Arc<dyn OrganisationDirectory>,
        keys: SealingKeys,
        policy: Policy,
        environment: Environment,
    ) -> Self {
        Self {
            store,
            directory,
            keys,
            policy,
            environment,
        }
    }
}

impl Service<GenerateTwoFactorAuthenticationKeyRequest> for TwoFactorService {
    async fn execute(
        &self,
        request: GenerateTwoFactorAuthenticationKeyRequest,
        context: &RequestContext,
    ) -> Result<Reply<GenerateTwoFactorAuthenticationKeyResponse>, ServiceError> {
        let caller = context.require_caller()?;
        let stated = request.base.organisation_id.as_deref();
        let tenant = tenant_of(&*self.directory, caller, stated).await?;
        let generator = KeyGenerator {
            store: &*self.store,
            keys: &self.keys,
            policy: self.policy,
            environment: &self.environment,
        };
        let uri = generator.generate(caller, &tenant).await?;
        let response = GenerateTwoFactorAuthenticationKeyResponse {
            two_factor_uri: Some(uri.as_str().to_owned()),
            response_status: None,
        };
        // The answer is a secret: nobody may keep a copy on its way.
        Ok(Reply::from(response).with_header("Cache-Control", "no-store"))
    }
}

impl fmt::Debug for TwoFactorService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TwoFactorService")
            .field("policy", &self.policy)
            .finish_non_exhaustive()
    }
}
