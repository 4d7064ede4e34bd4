use std::future::Future;
use std::pin::Pin;

use contract::Operation;

use crate::{Reply, RequestContext, ServiceError};

/// A future that a trait object returns.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What carries out an operation.
pub trait Service<O: Operation>: Send + Sync + 'static {
    /// Carries out one request. Binding, access and the DTO's own rules have been checked.
    fn execute(
        &self,
        request: O,
        context: &RequestContext,
    ) -> impl Future<Output = Result<Reply<O::Response>, ServiceError>> + Send;
}
