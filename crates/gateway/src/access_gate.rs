use actix_web::HttpRequest;
use contract::{Access, OperationDescriptor};
use service::{Authentication, Caller, Credentials, RequestContext, ServiceError, SessionChange};

use crate::description::is_internal;
use crate::exchange::Exchange;
use crate::host::HostState;
use crate::session::{StatedCredentials, stated_credentials};

/// What of a request says who is calling, and from where.
pub(crate) struct Visit<'a> {
    pub(crate) host: &'a HostState,
    pub(crate) request: &'a HttpRequest,
    /// Whether the client speaks TLS.
    pub(crate) is_secure: bool,
}

/// Who may go on, or why not. Boxed, since it is handed on by many layers.
pub(crate) type Entry = Result<Box<Entrant>, ServiceError>;

/// A caller who may go on.
pub(crate) struct Entrant {
    pub(crate) caller: Option<Caller>,
    credentials: Credentials,
    /// The session that the sign-in started.
    pub(crate) session: Option<Box<SessionChange>>,
}

impl Entrant {
    /// What the service is to know of the request.
    pub(crate) fn into_context(self, exchange: &Exchange<'_>) -> RequestContext {
        RequestContext {
            request_id: exchange.request_id.clone(),
            verb: exchange.verb,
            caller: self.caller,
            credentials: self.credentials,
            is_secure: exchange.is_secure,
            is_cross_site: exchange.is_cross_site,
            is_batch: exchange.is_batch,
            files: exchange.files.clone(),
        }
    }
}

/// Finds out who is calling an operation and whether that caller may.
///
/// # Errors
/// 403 for an internal operation called from outside, and those of [`enter`].
pub(crate) async fn admit(visit: &Visit<'_>, operation: &OperationDescriptor) -> Entry {
    refuse_outsiders(visit, operation)?;
    enter(visit, &operation.access).await
}

/// Finds out who is calling and whether that caller may.
///
/// # Errors
/// 401 without a sign-in or with a wrong one, 403 without the role, 503 if a store is down.
pub(crate) async fn enter(visit: &Visit<'_>, access: &Access) -> Entry {
    let stated = stated_credentials(visit.request.headers(), visit.is_secure);
    // Boxed, as most requests prove nothing and every layer moves this future.
    let authentication = match stated.credentials.is_empty() {
        true => None,
        false => Box::pin(authenticate(visit.host, access, &stated)).await?,
    };
    let (caller, session) = match authentication {
        Some(Authentication { caller, session }) => (Some(caller), session.map(Box::new)),
        None => (None, None),
    };
    match &caller {
        Some(caller) => check_roles(caller, access)?,
        None if access.is_open() => {}
        None => return Err(not_signed_in(visit.host, &stated)),
    }
    let mut credentials = stated.credentials;
    if let Some(started) = &session {
        bring(&mut credentials, started);
    }
    Ok(Box::new(Entrant {
        caller,
        credentials,
        session,
    }))
}

/// A session that the sign-in just started counts as if the client had brought it.
fn bring(credentials: &mut Credentials, started: &SessionChange) {
    if let SessionChange::Started {
        session_id,
        permanent_session_id,
        is_permanent,
        ..
    } = started
    {
        credentials.session_id = Some(session_id.clone());
        credentials.permanent_session_id = Some(permanent_session_id.clone());
        credentials.is_permanent = *is_permanent;
    }
}

/// Keeps an internal operation to the host's own network.
///
/// # Errors
/// 403 for a caller from outside.
fn refuse_outsiders(
    visit: &Visit<'_>,
    operation: &OperationDescriptor,
) -> Result<(), ServiceError> {
    if !operation.visibility.internal_only || is_internal(visit.request) {
        return Ok(());
    }
    let message = format!(
        "Could not execute service '{}', The following restrictions were not met: \
         '\n -[InternalOnly]'",
        operation.name()
    );
    Err(ServiceError::new("UnauthorizedAccessException", message).with_status(403))
}

/// An open operation only learns whose session, token or key it is called with, unless it looks
/// itself: it neither checks a password, which costs, nor fails with what it learns from.
async fn authenticate(
    host: &HostState,
    access: &Access,
    stated: &StatedCredentials,
) -> Result<Option<Authentication>, ServiceError> {
    let Some(authenticator) = &host.authenticator else {
        return Ok(None);
    };
    if !access.is_open() {
        return authenticator.authenticate(&stated.credentials).await;
    }
    if access.checked_by_service {
        return Ok(None);
    }
    let without_password = Credentials {
        basic: None,
        ..stated.credentials.clone()
    };
    if without_password.is_empty() {
        return Ok(None);
    }
    let found = authenticator.authenticate(&without_password).await;
    Ok(found.unwrap_or_else(|fault| {
        match fault.status() {
            500.. => tracing::warn!(%fault, "the caller of an open operation is unknown"),
            _ => tracing::debug!(%fault, "the caller of an open operation proves nothing"),
        }
        None
    }))
}

fn check_roles(caller: &Caller, access: &Access) -> Result<(), ServiceError> {
    let has_all = access
        .required_roles
        .iter()
        .all(|role| caller.has_role(role));
    let has_any =
        access.any_roles.is_empty() || access.any_roles.iter().any(|role| caller.has_role(role));
    if has_all && has_any {
        Ok(())
    } else {
        Err(ServiceError::forbidden("Invalid Role"))
    }
}

fn not_signed_in(host: &HostState, stated: &StatedCredentials) -> ServiceError {
    let error = if stated.is_basic_malformed {
        ServiceError::new("Unauthorized", "Invalid BasicAuth Credentials")
    } else {
        ServiceError::unauthorized()
    };
    let Some(authenticator) = &host.authenticator else {
        return error;
    };
    let error = error.with_header("WWW-Authenticate", authenticator.challenge());
    match authenticator.to_forget(&stated.credentials) {
        Some(change) => error.with_session(change),
        None => error,
    }
}
