//! Operations whose every text tries to break out of the page that shows it.

use contract::{Dto, Operation, WireEnum};
use service::{Reply, RequestContext, Service, ServiceError};

/// </title></style><script>alert("1")</script> & 'more' <img src=x onerror=alert(2)>
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Shop")]
#[operation(
    returns = HostileResponse,
    roles("<i>Boss</i>", "\"Chief\""),
    tags("</ul><script>alert(3)</script>", "plain")
)]
#[route(
    "/hostile/{Name}",
    POST,
    summary = "<u>sum</u>",
    notes = "</table><b>notes</b>"
)]
pub(crate) struct Hostile {
    /// --><svg onload=alert(4)>
    pub(crate) name: Option<String>,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, WireEnum)]
#[dto(namespace = "Shop")]
pub(crate) enum Kind {
    /// <em>first</em>
    #[default]
    #[dto(name = "</pre><b>")]
    First,
    Second,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Shop")]
pub(crate) struct HostileResponse {
    pub(crate) kinds: Option<Vec<Kind>>,
}

/// Only auditors know of it.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Shop")]
#[operation(returns = void, visible_to("Auditor"))]
pub(crate) struct Audit {}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Shop")]
#[operation(returns = void, internal_only)]
#[route("/internal", GET)]
pub(crate) struct Internal {}

pub(crate) struct HostileService;
pub(crate) struct AuditService;
pub(crate) struct InternalService;

impl Service<Hostile> for HostileService {
    async fn execute(
        &self,
        request: Hostile,
        _: &RequestContext,
    ) -> Result<Reply<HostileResponse>, ServiceError> {
        let kinds = Some(vec![request.kind]);
        Ok(HostileResponse { kinds }.into())
    }
}

impl Service<Audit> for AuditService {
    async fn execute(&self, _: Audit, _: &RequestContext) -> Result<Reply<()>, ServiceError> {
        Ok(().into())
    }
}

impl Service<Internal> for InternalService {
    async fn execute(&self, _: Internal, _: &RequestContext) -> Result<Reply<()>, ServiceError> {
        Ok(().into())
    }
}
