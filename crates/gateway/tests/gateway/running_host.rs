use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use gateway::{HostBuilder, HostSettings};
use service::{
    Authentication, Authenticator, BoxFuture, Caller, Credentials, Registry, ServiceError,
};

use super::hostile::{AuditService, HostileService, InternalService};

/// A host in this process, gone with this value.
pub(crate) struct RunningHost {
    base: String,
    handle: ServerHandle,
    thread: Option<thread::JoinHandle<()>>,
}

/// What came back.
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) body: String,
    headers: ureq::http::HeaderMap,
}

impl Page {
    /// A header as text; empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default()
    }
}

impl RunningHost {
    pub(crate) fn start() -> Self {
        Self::with(HostSettings::default())
    }

    pub(crate) fn with(settings: HostSettings) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (sender, receiver) = mpsc::channel();
        let thread = thread::spawn(move || {
            System::new().block_on(async {
                let server = gateway::serve(&host(settings), listener).unwrap();
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

    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Page {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .build()
            .into();
        let request = agent.get(format!("{}{path}", self.base));
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        let mut response = request.call().unwrap();
        Page {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.body_mut().read_to_string().unwrap(),
        }
    }

    pub(crate) fn base(&self) -> &str {
        &self.base
    }
}

impl Drop for RunningHost {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn host(settings: HostSettings) -> gateway::Host {
    let settings = HostSettings {
        service_name: "<b>Shop</b> & \"Co\"".to_owned(),
        ..settings
    };
    let mut builder = HostBuilder::new(settings).authenticator(Arc::new(Names));
    builder.register::<super::hostile::Hostile, _>(Arc::new(HostileService));
    builder.register::<super::hostile::Audit, _>(Arc::new(AuditService));
    builder.register::<super::hostile::Internal, _>(Arc::new(InternalService));
    builder.build().unwrap()
}

/// Takes the user name of HTTP Basic for a role.
struct Names;

impl Authenticator for Names {
    fn authenticate<'a>(
        &'a self,
        credentials: &'a Credentials,
    ) -> BoxFuture<'a, Result<Option<Authentication>, ServiceError>> {
        let caller = credentials.basic.as_ref().map(|(name, _)| Caller {
            user_id: 1,
            user_name: name.clone(),
            display_name: name.clone(),
            email: None,
            roles: vec![name.clone()],
            session: String::new(),
        });
        let authentication = caller.map(|caller| Authentication {
            caller,
            session: None,
        });
        Box::pin(async move { Ok(authentication) })
    }

    fn challenge(&self) -> String {
        "Basic realm=\"tests\"".to_owned()
    }
}
