//! Greets.

use contract::{Dto, Operation, ResponseStatus};
use service::{Reply, RequestContext, Service, ServiceError};

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct HelloResponse {
    pub(crate) result: Option<String>,
    pub(crate) response_status: Option<ResponseStatus>,
}

impl HelloResponse {
    pub(crate) fn of(result: impl Into<String>) -> Self {
        Self {
            result: Some(result.into()),
            response_status: None,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = HelloResponse)]
#[route("/hello", GET, POST)]
#[route("/hello/{Name}")]
pub(crate) struct Hello {
    pub(crate) name: Option<String>,
}

pub(crate) struct HelloService;

impl Service<Hello> for HelloService {
    async fn execute(
        &self,
        request: Hello,
        _context: &RequestContext,
    ) -> Result<Reply<HelloResponse>, ServiceError> {
        let name = request.name.unwrap_or_default();
        Ok(HelloResponse::of(format!("Hello, {name}!")).into())
    }
}
