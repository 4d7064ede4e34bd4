//! Answers nothing.

use contract::{Dto, Operation};
use service::{Reply, RequestContext, Service, ServiceError};

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = void)]
#[route("/void")]
pub(crate) struct DoVoid {
    pub(crate) name: Option<String>,
}

pub(crate) struct VoidService;

impl Service<DoVoid> for VoidService {
    async fn execute(
        &self,
        _request: DoVoid,
        _context: &RequestContext,
    ) -> Result<Reply<()>, ServiceError> {
        Ok(Reply::nothing())
    }
}
