use service::{Authenticator, Caller};

use crate::description::HostDescription;
use crate::request_head::RequestHead;
use crate::session::stated_credentials;
use actix_web::HttpRequest;

use super::network::is_internal;

/// Who asks for a description.
#[derive(Debug, Default)]
pub(crate) struct Viewer {
    pub(crate) is_internal: bool,
    pub(crate) caller: Option<Caller>,
}

impl Viewer {
    /// Whoever sent `request`. Credentials are looked at only where what is seen depends on them;
    /// whoever cannot be told is a stranger.
    pub(crate) async fn of(
        request: &HttpRequest,
        head: &RequestHead<'_>,
        description: &HostDescription,
        authenticator: Option<&dyn Authenticator>,
    ) -> Self {
        let caller = match authenticator {
            Some(authenticator) if description.depends_on_caller() => {
                caller(request, head, authenticator).await
            }
            _ => None,
        };
        Self {
            is_internal: is_internal(request),
            caller,
        }
    }

    pub(crate) fn has_role(&self, role: &str) -> bool {
        let caller = self.caller.as_ref();
        caller.is_some_and(|caller| caller.has_role(role))
    }
}

async fn caller(
    request: &HttpRequest,
    head: &RequestHead<'_>,
    authenticator: &dyn Authenticator,
) -> Option<Caller> {
    let stated = stated_credentials(head.headers, head.is_secure(request));
    if stated.credentials.is_empty() {
        return None;
    }
    match authenticator.authenticate(&stated.credentials).await {
        Ok(authentication) => authentication.map(|found| found.caller),
        Err(fault) => {
            tracing::debug!(%fault, "whoever reads the description is not known");
            None
        }
    }
}
