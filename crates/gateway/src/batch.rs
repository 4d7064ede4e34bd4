use contract::{Bytes, Operation, ResponseType, TypeRef, TypeShape};
use serde::{Serialize, Serializer};
use service::{Body, RequestContext, Service, ServiceError};

use crate::access_gate::Entry;
use crate::binding::bind_batch;
use crate::endpoint::{Fault, OperationEndpoint, check_rules, refused, with_session};
use crate::exchange::Exchange;
use crate::reply::{Answer, write_value};

const COMPLETED: &str = "X-AutoBatch-Completed";
const CACHE_CONTROL: &str = "Cache-Control";
/// The member of `meta` that tells which request of a batch an error is about.
pub(crate) const INDEX: &str = "AutoBatchIndex";

impl<O: Operation, S: Service<O>> OperationEndpoint<O, S> {
    /// Runs the requests of `Operation[]` in their order, each checked before the first runs,
    /// and stops at the first that fails.
    pub(crate) async fn run_batch(
        &self,
        exchange: &Exchange<'_>,
        entry: Option<Entry>,
    ) -> Result<Answer, Fault> {
        let max = exchange.host.settings.max_batch;
        let requests: Vec<O> = bind_batch(&exchange.source(), max).map_err(Fault::Early)?;
        let mut entrant = self.admit(exchange, entry).await?;
        let session = entrant.session.take();
        let context = entrant.into_context(exchange);
        let outcome = self.serve_batch(requests, &context, exchange);
        let answer = outcome.await;
        let answer = answer.unwrap_or_else(|fault| refused::<O>(&fault, exchange));
        Ok(with_session(answer, session, exchange.is_secure))
    }

    async fn serve_batch(
        &self,
        requests: Vec<O>,
        context: &RequestContext,
        exchange: &Exchange<'_>,
    ) -> Result<Answer, Fault> {
        self.check_verb(exchange)?;
        for (index, request) in requests.iter().enumerate() {
            check_rules(request).map_err(|fault| at_index(fault, index))?;
        }
        let mut responses = Vec::with_capacity(requests.len());
        let (mut session, mut cache_control) = (None, None);
        for (index, request) in requests.into_iter().enumerate() {
            match self.execute(request, context).await {
                Ok(mut reply) => {
                    session = reply.session.take().or(session);
                    cache_control = stated_caching(&reply.headers).or(cache_control);
                    responses.push(Item(reply.body));
                }
                Err(error) => {
                    let error = error.with_header(COMPLETED, index.to_string());
                    return Err(at_index(Fault::Service(error), index));
                }
            }
        }
        let completed = responses.len();
        let list_ref = O::Response::response_ref().map(list_of);
        let mut answer =
            write_value(&responses, list_ref.as_ref(), exchange.writing).map_err(Fault::Early)?;
        if completed > 0 {
            answer.add_header(COMPLETED, completed.to_string());
        }
        if let Some(caching) = cache_control {
            answer.add_header(CACHE_CONTROL, caching);
        }
        answer.session = session;
        Ok(answer)
    }
}

/// What a reply says of caching: a list of replies is as secret as each of them.
fn stated_caching(headers: &[(String, String)]) -> Option<String> {
    let stated = headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(CACHE_CONTROL));
    stated.map(|(_, value)| value.clone())
}

fn at_index(fault: Fault, index: usize) -> Fault {
    let note = |error: ServiceError| error.with_meta(INDEX, index.to_string());
    match fault {
        Fault::Early(error) => Fault::Early(note(error)),
        Fault::Service(error) => Fault::Service(note(error)),
    }
}

/// What a batch lists for a reply.
struct Item<T>(Body<T>);

impl<T: ResponseType> Serialize for Item<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Body::Response(response) => serializer.serialize_some(response),
            Body::Other { value, .. } => serializer.serialize_some(&**value),
            Body::Raw { bytes, .. } => match std::str::from_utf8(bytes) {
                Ok(text) => serializer.serialize_some(text),
                Err(_) => serializer.serialize_some(&Bytes(bytes.clone())),
            },
            Body::Nothing => serializer.serialize_none(),
        }
    }
}

fn list_of(item: TypeRef) -> TypeRef {
    TypeRef::collection("List`1", TypeShape::List, vec![item])
}
