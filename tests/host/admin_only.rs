//! Answers administrators.

use contract::{Dto, Operation};
use service::{Reply, RequestContext, Service, ServiceError};

use crate::hello::HelloResponse;

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = HelloResponse, roles("Admin"))]
#[route("/admin-only")]
pub(crate) struct AdminOnly {
    pub(crate) name: Option<String>,
}

pub(crate) struct AdminService;

impl Service<AdminOnly> for AdminService {
    async fn execute(
        &self,
        request: AdminOnly,
        _context: &RequestContext,
    ) -> Result<Reply<HelloResponse>, ServiceError> {
        let name = request.name.unwrap_or_default();
        Ok(HelloResponse::of(format!("admin {name}")).into())
    }
}
