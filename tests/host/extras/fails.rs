//! Fails with a code of the caller's choice, which no program text knows.

use contract::{Dto, Operation};
use service::{Reply, RequestContext, Service, ServiceError};

use crate::hello::HelloResponse;

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = HelloResponse)]
#[route("/fail")]
pub(crate) struct Fail {
    code: Option<String>,
}

pub(crate) struct FailService;

impl Service<Fail> for FailService {
    async fn execute(
        &self,
        request: Fail,
        _context: &RequestContext,
    ) -> Result<Reply<HelloResponse>, ServiceError> {
        let code = request.code.unwrap_or_default();
        Err(ServiceError::new(code, "as you wish").with_status(422))
    }
}
