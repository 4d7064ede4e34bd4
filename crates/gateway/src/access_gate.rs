use contract::{Access, OperationDescriptor};
use service::{Authentication, Caller, Credentials, RequestContext, ServiceError, SessionChange};

use crate::exchange::Exchange;
use crate::session::{StatedCredentials, stated_credentials};

/// A request that may go on, and the session that its sign-in started.
pub(crate) struct Admission {
    pub(crate) context: RequestContext,
    pub(crate) session: Option<SessionChange>,
}

/// Finds out who is calling and whether that caller may.
///
/// # Errors
/// 401 without a sign-in or with a wrong one, 403 without the role, 503 if a store is down.
pub(crate) async fn admit(
    exchange: &Exchange<'_>,
    access: &Access,
) -> Result<Admission, ServiceError> {
    let stated = stated_credentials(exchange.headers, exchange.is_secure);
    let authentication = authenticate(exchange, access, &stated).await?;
    let (caller, session) = match authentication {
        Some(Authentication { caller, session }) => (Some(caller), session),
        None => (None, None),
    };
    match &caller {
        Some(caller) => check_roles(caller, access)?,
        None if access.is_open() => {}
        None => return Err(not_signed_in(exchange, &stated)),
    }
    let context = RequestContext {
        request_id: exchange.request_id.clone(),
        verb: exchange.verb,
        caller,
        credentials: stated.credentials,
        is_secure: exchange.is_secure,
        files: exchange.files.clone(),
    };
    Ok(Admission { context, session })
}

/// Keeps an internal operation to the host's own network.
///
/// # Errors
/// 403 for a caller from outside.
pub(crate) fn refuse_outsiders(
    exchange: &Exchange<'_>,
    operation: &OperationDescriptor,
) -> Result<(), ServiceError> {
    if exchange.is_internal || !operation.visibility.internal_only {
        return Ok(());
    }
    let message = format!(
        "Could not execute service '{}', The following restrictions were not met: \
         '\n -[InternalOnly]'",
        operation.name()
    );
    Err(ServiceError::new("UnauthorizedAccessException", message).with_status(403))
}

/// An open operation only learns whose session, token or key it is called with: it neither checks
/// a password, which costs, nor fails with what it learns from.
async fn authenticate(
    exchange: &Exchange<'_>,
    access: &Access,
    stated: &StatedCredentials,
) -> Result<Option<Authentication>, ServiceError> {
    let Some(authenticator) = &exchange.host.authenticator else {
        return Ok(None);
    };
    if !access.is_open() {
        return match stated.credentials.is_empty() {
            true => Ok(None),
            false => authenticator.authenticate(&stated.credentials).await,
        };
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

fn not_signed_in(exchange: &Exchange<'_>, stated: &StatedCredentials) -> ServiceError {
    let error = if stated.is_basic_malformed {
        ServiceError::new("Unauthorized", "Invalid BasicAuth Credentials")
    } else {
        ServiceError::unauthorized()
    };
    match &exchange.host.authenticator {
        Some(authenticator) => error.with_header("WWW-Authenticate", authenticator.challenge()),
        None => error,
    }
}
