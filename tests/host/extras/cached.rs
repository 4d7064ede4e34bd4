//! States an entity tag and a date.

use std::time::Duration;

use contract::{Dto, Operation};
use service::{Reply, RequestContext, Service, ServiceError};

use crate::hello::HelloResponse;

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = HelloResponse)]
#[route("/cached/{Version}")]
pub(crate) struct Cached {
    version: Option<String>,
}

pub(crate) struct CachedService;

/// 2020-01-02T03:04:05Z
const CHANGED: Duration = Duration::from_secs(1_577_934_245);

impl Service<Cached> for CachedService {
    async fn execute(
        &self,
        request: Cached,
        _context: &RequestContext,
    ) -> Result<Reply<HelloResponse>, ServiceError> {
        let version = request.version.unwrap_or_default();
        let reply = Reply::from(HelloResponse::of(version.clone()));
        Ok(reply.with_etag(version).with_last_modified(CHANGED))
    }
}
