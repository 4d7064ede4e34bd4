//! Answers what is no response DTO of its own.

use contract::{Dto, Operation};
use service::{Reply, RequestContext, Service, ServiceError};

use crate::hello::HelloResponse;

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = String)]
#[route("/raw/{Kind}")]
pub(crate) struct Raw {
    pub(crate) kind: Option<String>,
}

pub(crate) struct RawService;

impl Service<Raw> for RawService {
    async fn execute(
        &self,
        request: Raw,
        _context: &RequestContext,
    ) -> Result<Reply<String>, ServiceError> {
        match request.kind.as_deref().unwrap_or_default() {
            "null" => Ok(Reply::nothing()),
            "html" => Ok(Reply::raw("text/html", "<b>hi</b>")),
            "int" => Ok(Reply::other(5)),
            "created" => {
                let reply = Reply::other(HelloResponse::of("made"));
                Ok(reply.with_status(201).with_header("Location", "/hello/1"))
            }
            other => Err(ServiceError::not_found(format!("no such kind: {other}"))),
        }
    }
}
