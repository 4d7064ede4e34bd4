//! A host whose operations are not for everybody's eyes.

use std::net::TcpListener;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use actix_web::dev::ServerHandle;
use contract::{Dto, Operation, Verb};
use gateway::{HostBuilder, HostSettings};
use service::{
    Authentication, Authenticator, BoxFuture, Caller, Credentials, Registry, Reply, RequestContext,
    Service, ServiceError,
};

/// For everybody.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Restricted")]
#[operation(returns = String)]
struct Open {
    shared: Option<Shared>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Restricted")]
struct Shared {
    name: Option<String>,
}

/// Nobody is told.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Restricted")]
#[operation(returns = String, exclude_metadata)]
struct Excluded;

/// Nobody outside may know or call it.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Restricted")]
#[operation(returns = String, internal_only)]
#[route("/maintenance", GET)]
struct Maintenance {
    secret: Option<OnlyInside>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Restricted")]
struct OnlyInside {
    name: Option<String>,
}

/// Auditors are told; anybody may call it.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Restricted")]
#[operation(returns = String, visible_to("Auditor"), tags("audit"))]
struct Audit {
    trail: Option<OnlyAuditors>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Restricted")]
struct OnlyAuditors {
    name: Option<String>,
}

/// Answers with the verb, whatever the operation.
struct Echo;

impl<O: Operation<Response = String>> Service<O> for Echo {
    async fn execute(
        &self,
        _request: O,
        context: &RequestContext,
    ) -> Result<Reply<String>, ServiceError> {
        let verb: Verb = context.verb;
        Ok(verb.to_string().into())
    }
}

/// Believes everybody; the name is the role.
struct Credulous;

impl Authenticator for Credulous {
    fn authenticate<'a>(
        &'a self,
        credentials: &'a Credentials,
    ) -> BoxFuture<'a, Result<Option<Authentication>, ServiceError>> {
        let named = credentials.basic.as_ref().map(|(name, _)| Caller {
            user_id: 1,
            user_name: name.clone(),
            display_name: name.clone(),
            email: None,
            roles: vec![name.clone()],
            session: String::new(),
        });
        let found = named.map(|caller| Authentication {
            caller,
            session: None,
        });
        Box::pin(async move { Ok(found) })
    }

    fn challenge(&self) -> String {
        "basic".to_owned()
    }
}

/// The host, until it is dropped.
pub(crate) struct RestrictedHost {
    pub(crate) base: String,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

impl RestrictedHost {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (sender, receiver) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let settings = HostSettings::default();
                let mut builder = HostBuilder::new(settings).authenticator(Arc::new(Credulous));
                builder.register::<Open, _>(Arc::new(Echo));
                builder.register::<Excluded, _>(Arc::new(Echo));
                builder.register::<Maintenance, _>(Arc::new(Echo));
                builder.register::<Audit, _>(Arc::new(Echo));
                let server = gateway::serve(&builder.build().unwrap(), listener).unwrap();
                sender.send(server.handle()).unwrap();
                server.await.unwrap();
            });
        });
        Self {
            base,
            handle: receiver.recv().unwrap(),
            thread: Some(thread),
        }
    }
}

impl Drop for RestrictedHost {
    fn drop(&mut self) {
        // Only a request to stop; the thread carries it out.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
