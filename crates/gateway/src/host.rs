use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use contract::{Operation, RouteError};
use events::ServerEvents;
use service::{Authenticator, Clock, Registry, Service};

use crate::cors::Cors;
use crate::description::HostDescription;
use crate::endpoint::{Endpoint, OperationEndpoint};
use crate::routing::RouteTable;
use crate::settings::HostSettings;

/// Gathers the services of an application.
pub struct HostBuilder {
    settings: HostSettings,
    endpoints: Vec<Arc<dyn Endpoint>>,
    by_name: HashMap<String, usize>,
    routes: RouteTable,
    authenticator: Option<Arc<dyn Authenticator>>,
    clock: Option<Arc<dyn Clock>>,
    events: Option<ServerEvents>,
    /// Whether what is registered is for those who have signed in, whatever it states itself.
    requires_sign_in: bool,
    faults: Vec<Fault>,
}

/// A host that is ready to serve; clones share it.
#[derive(Clone)]
pub struct Host(pub(crate) Arc<HostState>);

pub(crate) struct HostState {
    pub(crate) settings: HostSettings,
    pub(crate) cors: Option<Cors>,
    pub(crate) endpoints: Vec<Arc<dyn Endpoint>>,
    /// Names in lower case, as predefined routes look them up.
    by_name: HashMap<String, usize>,
    pub(crate) routes: RouteTable,
    pub(crate) authenticator: Option<Arc<dyn Authenticator>>,
    pub(crate) description: HostDescription,
    pub(crate) events: Option<ServerEvents>,
    /// When it was built, since 1970-01-01T00:00:00Z.
    pub(crate) started: Option<Duration>,
}

/// Everything that keeps a host from starting.
#[derive(Debug)]
pub struct HostError(Vec<Fault>);

#[derive(Debug)]
enum Fault {
    Route(RouteError),
    RegisteredTwice(&'static str),
    NoAuthenticator(&'static str),
}

impl HostBuilder {
    /// A host without services.
    pub fn new(settings: HostSettings) -> Self {
        Self {
            settings,
            endpoints: Vec::new(),
            by_name: HashMap::new(),
            routes: RouteTable::default(),
            authenticator: None,
            clock: None,
            events: None,
            requires_sign_in: false,
            faults: Vec::new(),
        }
    }

    /// Who finds out who is calling.
    #[must_use]
    pub fn authenticator(mut self, authenticator: Arc<dyn Authenticator>) -> Self {
        self.authenticator = Some(authenticator);
        self
    }

    /// The clock that tells when the host began to serve, by which generated documents are dated;
    /// without one they have no date.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = Some(clock);
        self
    }

    /// Serves `/event-stream` and what belongs to it to the listeners of `events`, of which services
    /// keep a clone to publish by. Without it there are no such paths. Where only who has signed in
    /// may listen, that goes for its operations too, and there must be an authenticator.
    #[must_use]
    pub fn server_events(mut self, events: ServerEvents) -> Self {
        self.requires_sign_in = events.settings().requires_sign_in;
        events::register(&mut self, events.clone());
        self.requires_sign_in = false;
        self.events = Some(events);
        self
    }

    /// The host, if nothing stands against it.
    ///
    /// # Errors
    /// All faults at once: routes that are malformed or ambiguous, operations registered twice,
    /// protected operations without an authenticator.
    pub fn build(mut self) -> Result<Host, HostError> {
        if self.authenticator.is_none() {
            let protected = self
                .endpoints
                .iter()
                .filter(|e| !e.operation().access.is_open());
            self.faults
                .extend(protected.map(|e| Fault::NoAuthenticator(e.operation().name())));
        }
        if !self.faults.is_empty() {
            return Err(HostError(self.faults));
        }
        let operations = self.endpoints.iter().map(|e| e.operation()).collect();
        Ok(Host(Arc::new(HostState {
            description: HostDescription::new(operations),
            cors: self.settings.cors.as_ref().map(Cors::new),
            settings: self.settings,
            endpoints: self.endpoints,
            by_name: self.by_name,
            routes: self.routes,
            authenticator: self.authenticator,
            started: self.clock.map(|clock| clock.now()),
            events: self.events,
        })))
    }
}

impl Host {
    /// Ends the event streams, which would keep the server from ending by themselves, and begins
    /// no other.
    pub fn end_streams(&self) {
        if let Some(events) = &self.0.events {
            events.close();
        }
    }
}

impl Registry for HostBuilder {
    fn register<O: Operation, S: Service<O>>(&mut self, service: Arc<S>) {
        let mut access = O::operation().access;
        access.authenticated |= self.requires_sign_in;
        let endpoint = OperationEndpoint::<O, S>::new(service, access);
        let operation = endpoint.operation();
        let index = self.endpoints.len();
        if self
            .by_name
            .insert(operation.name().to_lowercase(), index)
            .is_some()
        {
            self.faults.push(Fault::RegisteredTwice(operation.name()));
        }
        for route in &operation.routes {
            if let Err(fault) = self.routes.add(route, operation.request, index) {
                self.faults.push(Fault::Route(fault));
            }
        }
        self.endpoints.push(Arc::new(endpoint));
    }
}

impl HostState {
    /// The endpoint of that operation, in any case.
    pub(crate) fn endpoint(&self, operation: &str) -> Option<&dyn Endpoint> {
        self.by_name
            .get(&operation.to_lowercase())
            .map(|index| self.endpoints[*index].as_ref())
    }
}

impl fmt::Debug for HostBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HostBuilder")
            .field("operations", &self.by_name.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Host")
            .field("operations", &self.0.by_name.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the host cannot start:")?;
        self.0
            .iter()
            .try_for_each(|fault| write!(f, "\n  - {fault}"))
    }
}

impl std::error::Error for HostError {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Route(fault) => fault.fmt(f),
            Self::RegisteredTwice(name) => write!(f, "operation {name} is registered twice"),
            Self::NoAuthenticator(name) => {
                write!(
                    f,
                    "operation {name} is protected, but there is no authenticator"
                )
            }
        }
    }
}
