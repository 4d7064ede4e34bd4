use std::marker::PhantomData;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use contract::{Access, Operation, OperationDescriptor};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use service::{Reply, RequestContext, Service, ServiceError, SessionChange};

use crate::access_gate::{Entrant, Entry, admit};
use crate::binding::bind;
use crate::exchange::Exchange;
use crate::panic::panicked;
use crate::reply::{ALLOW, Answer, allowed, failure, success, typed_failure};

/// An operation with its service, whatever its types.
pub(crate) trait Endpoint: Send + Sync {
    fn operation(&self) -> &'static OperationDescriptor;

    /// The name of the type that carries it out.
    fn service_name(&self) -> &'static str;

    /// Carries out the request, or the batch of requests, and writes the answer. `entry` says
    /// who is calling where that had to be known before the body.
    fn answer<'a>(
        &'a self,
        exchange: &'a Exchange<'a>,
        entry: Option<Entry>,
    ) -> LocalBoxFuture<'a, Answer>;
}

pub(crate) struct OperationEndpoint<O, S> {
    pub(crate) service: Arc<S>,
    operation: &'static OperationDescriptor,
    request: PhantomData<fn(O)>,
}

/// An error and where it came from, which decides what body carries it.
pub(crate) enum Fault {
    /// Before the service: an `ErrorResponse`.
    Early(ServiceError),
    /// From the service or its rules: the operation's own response DTO.
    Service(ServiceError),
}

impl<O: Operation, S: Service<O>> OperationEndpoint<O, S> {
    /// An endpoint that `access` may call.
    pub(crate) fn new(service: Arc<S>, access: Access) -> Self {
        let stated = O::operation();
        let operation = if access == stated.access {
            stated
        } else {
            // Like the stated one it lasts as long as the process; hosts are few.
            Box::leak(Box::new(OperationDescriptor {
                access,
                ..stated.clone()
            }))
        };
        Self {
            service,
            operation,
            request: PhantomData,
        }
    }

    async fn run_one(
        &self,
        exchange: &Exchange<'_>,
        entry: Option<Entry>,
    ) -> Result<Answer, Fault> {
        let request: O = bind(&exchange.source()).map_err(Fault::Early)?;
        let mut entrant = self.admit(exchange, entry).await?;
        let session = entrant.session.take();
        let context = entrant.into_context(exchange);
        let outcome = self.serve(request, &context, exchange).await;
        let answer = outcome.unwrap_or_else(|fault| refused::<O>(&fault, exchange));
        Ok(with_session(answer, session, exchange.is_secure))
    }

    async fn serve(
        &self,
        request: O,
        context: &RequestContext,
        exchange: &Exchange<'_>,
    ) -> Result<Answer, Fault> {
        self.check_verb(exchange)?;
        check_rules(&request)?;
        let reply = self.execute(request, context).await;
        let reply = reply.map_err(Fault::Service)?;
        success(reply, exchange, context.caller.is_some()).map_err(Fault::Early)
    }

    /// Who may call. From here on a sign-in has its session, which every answer tells of.
    pub(crate) async fn admit(
        &self,
        exchange: &Exchange<'_>,
        entry: Option<Entry>,
    ) -> Result<Box<Entrant>, Fault> {
        let entry = match entry {
            Some(entry) => entry,
            None => admit(&exchange.visit(), self.operation).await,
        };
        entry.map_err(Fault::Early)
    }

    /// Whether the service knows the verb.
    pub(crate) fn check_verb(&self, exchange: &Exchange<'_>) -> Result<(), Fault> {
        let operation = self.operation;
        if operation.actions.contains(exchange.verb) {
            return Ok(());
        }
        let (name, verb) = (operation.name(), capitalized(exchange.verb.as_str()));
        let service = service_name::<S>();
        let message = format!(
            "Could not find method named {verb}({name}) or Any({name}) on Service {service}"
        );
        let error = ServiceError::new("NotImplementedException", message);
        // ServiceStack names none, which RFC 9110 asks of every 405.
        Err(Fault::Early(
            error.with_header(ALLOW, allowed(operation.actions)),
        ))
    }

    /// Runs the service; a panic in it is an error like any other.
    pub(crate) async fn execute(
        &self,
        request: O,
        context: &RequestContext,
    ) -> Result<Reply<O::Response>, ServiceError> {
        let run = AssertUnwindSafe(async { self.service.execute(request, context).await });
        let finished = run.catch_unwind().await;
        finished.unwrap_or_else(|panic| Err(panicked("the service", panic.as_ref())))
    }
}

impl<O: Operation, S: Service<O>> Endpoint for OperationEndpoint<O, S> {
    fn operation(&self) -> &'static OperationDescriptor {
        self.operation
    }

    fn service_name(&self) -> &'static str {
        service_name::<S>()
    }

    fn answer<'a>(
        &'a self,
        exchange: &'a Exchange<'a>,
        entry: Option<Entry>,
    ) -> LocalBoxFuture<'a, Answer> {
        let run = async move {
            let session = session_of(entry.as_ref());
            let outcome = if exchange.is_batch {
                Box::pin(self.run_batch(exchange, entry)).await
            } else {
                self.run_one(exchange, entry).await
            };
            outcome.unwrap_or_else(|fault| {
                let answer = refused::<O>(&fault, exchange);
                with_session(answer, session, exchange.is_secure)
            })
        };
        run.boxed_local()
    }
}

/// The answer that carries a fault.
pub(crate) fn refused<O: Operation>(fault: &Fault, exchange: &Exchange<'_>) -> Answer {
    match fault {
        Fault::Early(error) => failure(error, exchange.writing),
        Fault::Service(error) => typed_failure::<O::Response>(error, exchange.writing),
    }
}

/// The rules stated on the request DTO.
pub(crate) fn check_rules<O: Operation>(request: &O) -> Result<(), Fault> {
    ServiceError::validation(request.validate()).map_or(Ok(()), |error| Err(Fault::Service(error)))
}

/// The session that a sign-in ahead of the body started.
pub(crate) fn session_of(entry: Option<&Entry>) -> Option<Box<SessionChange>> {
    entry?.as_ref().ok()?.session.clone()
}

/// Tells the client of the session that its credentials started.
pub(crate) fn with_session(
    mut answer: Answer,
    session: Option<Box<SessionChange>>,
    is_secure: bool,
) -> Answer {
    // What the service itself changed is later, and counts.
    let change = answer.session.take().or(session);
    if let Some(change) = change {
        answer.set_session(&change, is_secure);
    }
    answer
}

/// The type's name without its path.
fn service_name<S>() -> &'static str {
    let path = std::any::type_name::<S>();
    let path = path.split('<').next().unwrap_or(path);
    path.rsplit("::").next().unwrap_or(path)
}

/// `GET` is `Get`, as .NET names the method.
fn capitalized(verb: &str) -> String {
    let (first, rest) = verb.split_at(1);
    format!("{first}{}", rest.to_ascii_lowercase())
}
