//! Is broken.

use contract::{Dto, Operation};
use service::{Reply, RequestContext, Service, ServiceError};

use crate::hello::HelloResponse;

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = HelloResponse)]
#[route("/panic")]
pub(crate) struct Panic {
    words: Option<String>,
}

pub(crate) struct PanicService;

impl Service<Panic> for PanicService {
    #[expect(clippy::panic, reason = "what it is for")]
    async fn execute(
        &self,
        request: Panic,
        _context: &RequestContext,
    ) -> Result<Reply<HelloResponse>, ServiceError> {
        panic!("{}", request.words.unwrap_or_default());
    }
}
