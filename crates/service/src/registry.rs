use std::sync::Arc;

use contract::Operation;

use crate::Service;

/// Where an application registers its services; the host implements it.
pub trait Registry {
    /// Serves operation `O` with `service`.
    fn register<O: Operation, S: Service<O>>(&mut self, service: Arc<S>);
}
