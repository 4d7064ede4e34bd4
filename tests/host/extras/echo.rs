//! Say back what they were called with.

use contract::{Dto, Operation};
use service::{Reply, RequestContext, Service, ServiceError};

use crate::hello::HelloResponse;

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = HelloResponse)]
#[route("/echo/path/{Path*}")]
#[route("/echo/{ignore}/id/{Id}", GET, PUT, DELETE)]
pub(crate) struct EchoPath {
    path: Option<String>,
    id: i32,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = HelloResponse)]
#[route("/echo/dotted/{Action}.{Kind}")]
pub(crate) struct EchoDotted {
    action: Option<String>,
    kind: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = HelloResponse)]
#[route("/repeat/{Times}")]
pub(crate) struct Repeat {
    times: u16,
}

pub(crate) struct EchoService;

type Answer = Result<Reply<HelloResponse>, ServiceError>;

impl Service<EchoPath> for EchoService {
    async fn execute(&self, request: EchoPath, context: &RequestContext) -> Answer {
        let path = request.path.unwrap_or_default();
        let result = format!("{} [{path}] {}", context.verb, request.id);
        Ok(HelloResponse::of(result).into())
    }
}

impl Service<EchoDotted> for EchoService {
    async fn execute(&self, request: EchoDotted, _context: &RequestContext) -> Answer {
        let (action, kind) = (
            request.action.unwrap_or_default(),
            request.kind.unwrap_or_default(),
        );
        Ok(HelloResponse::of(format!("{action} as {kind}")).into())
    }
}

impl Service<Repeat> for EchoService {
    async fn execute(&self, request: Repeat, _context: &RequestContext) -> Answer {
        Ok(HelloResponse::of("a text that repeats ".repeat(request.times.into())).into())
    }
}
