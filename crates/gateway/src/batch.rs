use contract::{Operation, ResponseType, TypeRef, TypeShape};
use service::{Body, Reply, Service, ServiceError};

use crate::binding::bind_batch;
use crate::endpoint::{Fault, OperationEndpoint, check_rules, with_session};
use crate::exchange::Exchange;
use crate::reply::{Answer, write_value};

const COMPLETED: &str = "X-AutoBatch-Completed";
const INDEX: &str = "AutoBatchIndex";

impl<O: Operation, S: Service<O>> OperationEndpoint<O, S> {
    /// Runs the requests of `Operation[]` in their order, each checked before the first runs,
    /// and stops at the first that fails.
    pub(crate) async fn run_batch(&self, exchange: &Exchange<'_>) -> Result<Answer, Fault> {
        let max = exchange.host.settings.max_batch;
        let requests: Vec<O> = bind_batch(&exchange.source(), max).map_err(Fault::Early)?;
        let admission = self.admit(exchange).await?;
        for (index, request) in requests.iter().enumerate() {
            check_rules(request).map_err(|fault| at_index(fault, index))?;
        }
        let mut responses = Vec::with_capacity(requests.len());
        for (index, request) in requests.into_iter().enumerate() {
            match self.execute(request, &admission.context).await {
                Ok(reply) => responses.push(response_of(reply)),
                Err(error) => {
                    let error = error.with_header(COMPLETED, index.to_string());
                    return Err(at_index(Fault::Service(error), index));
                }
            }
        }
        let completed = responses.len();
        let list_ref = O::Response::response_ref().map(list_of);
        let mut answer =
            write_value(&responses, list_ref.as_ref(), &exchange.writing).map_err(Fault::Early)?;
        if completed > 0 {
            answer.headers.push((COMPLETED.to_owned(), completed.to_string()));
        }
        Ok(with_session(answer, admission.session, exchange.is_secure))
    }
}

fn at_index(fault: Fault, index: usize) -> Fault {
    let note = |error: ServiceError| error.with_meta(INDEX, index.to_string());
    match fault {
        Fault::Early(error) => Fault::Early(note(error)),
        Fault::Service(error) => Fault::Service(note(error)),
    }
}

/// What a batch lists for a reply: the response, or null where there is none of that type.
fn response_of<T: ResponseType>(reply: Reply<T>) -> Option<T> {
    match reply.body {
        Body::Response(response) => Some(response),
        Body::Other { .. } | Body::Raw { .. } | Body::Nothing => None,
    }
}

fn list_of(item: TypeRef) -> TypeRef {
    TypeRef::collection("List`1", TypeShape::List, vec![item])
}
