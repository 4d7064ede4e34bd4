use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use contract::{Failure, Map, ResponseError, ResponseStatus};

use crate::{SessionChange, status_of};

/// What lies behind an error: for the log, never for the client.
pub type Cause = Box<dyn Error + Send + Sync>;

/// A failed request: what the client may see, and the cause that the log keeps.
#[derive(Debug)]
pub struct ServiceError(Box<Details>);

/// Boxed, so that the `Result`s of every step stay small.
#[derive(Debug)]
struct Details {
    code: Cow<'static, str>,
    message: String,
    status: Option<u16>,
    errors: Vec<ResponseError>,
    meta: Map<String, String>,
    headers: Vec<(&'static str, String)>,
    session: Option<SessionChange>,
    cause: Option<Cause>,
}

impl ServiceError {
    /// An error of that code, whose status follows from it (see [`status_of`]).
    pub fn new(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self(Box::new(Details {
            code: code.into(),
            message: message.into(),
            status: None,
            errors: Vec::new(),
            meta: Map::new(),
            headers: Vec::new(),
            session: None,
            cause: None,
        }))
    }

    /// 401: nobody has signed in.
    pub fn unauthorized() -> Self {
        Self::new("Unauthorized", "Not Authenticated")
    }

    /// 403 with the reason.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new("Forbidden", message)
    }

    /// 404 with what was not found.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new("NotFound", message)
    }

    /// 400: an argument does not do; `field` names it.
    pub fn argument(field: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let text = format!("{message}\nParameter name: {field}");
        Self::new("ArgumentException", text).with_field(field, "ArgumentException", message)
    }

    /// 503: something that is needed does not answer; worth another try after that time.
    pub fn unavailable(message: impl Into<String>, retry_after: Duration) -> Self {
        // Whole seconds (RFC 9110 section 10.2.3), rounded up so that nobody comes too early.
        let seconds = retry_after.as_secs() + u64::from(retry_after.subsec_nanos() > 0);
        let mut error = Self::new("ServiceUnavailable", message);
        error.0.headers.push(("Retry-After", seconds.to_string()));
        error
    }

    /// 500: a fault of ours. The client learns only that there was one.
    pub fn internal(cause: impl Into<Cause>) -> Self {
        Self::new("InternalServerError", "An unexpected error occurred").with_cause(cause)
    }

    /// 400 from the rules that a request fails; `None` if it fails none. Code and message are
    /// those of the first.
    pub fn validation(failures: Vec<Failure>) -> Option<Self> {
        let first = failures.first()?;
        let mut error = Self::new(first.error_code.clone(), first.message.clone()).with_status(400);
        error.0.errors = failures.into_iter().map(ResponseError::from).collect();
        Some(error)
    }

    /// The same with that HTTP status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.0.status = Some(status);
        self
    }

    /// The same with one more field error.
    #[must_use]
    pub fn with_field(mut self, field: &str, code: &str, message: impl Into<String>) -> Self {
        self.0.errors.push(ResponseError {
            error_code: Some(code.to_owned()),
            field_name: Some(field.to_owned()),
            message: Some(message.into()),
            meta: None,
        });
        self
    }

    /// The same with one more fact in `meta`.
    #[must_use]
    pub fn with_meta(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.meta.insert(name.to_owned(), value.into());
        self
    }

    /// The same with one more header on the answer.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.headers.push((name, value.into()));
        self
    }

    /// The same with what the client is to do with its session.
    #[must_use]
    pub fn with_session(mut self, session: SessionChange) -> Self {
        self.0.session = Some(session);
        self
    }

    /// The same with what lies behind it.
    #[must_use]
    pub fn with_cause(mut self, cause: impl Into<Cause>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// The machine-readable code.
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// The code, if it is one that is known when compiling: such codes can be a reason phrase.
    pub fn static_code(&self) -> Option<&'static str> {
        match self.0.code {
            Cow::Borrowed(code) => Some(code),
            Cow::Owned(_) => None,
        }
    }

    /// The text for people.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The HTTP status: the one stated, or the code's.
    pub fn status(&self) -> u16 {
        self.0.status.unwrap_or_else(|| status_of(&self.0.code))
    }

    /// Headers that go with the answer.
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.0.headers
    }

    /// What the client is to do with its session.
    pub fn session(&self) -> Option<&SessionChange> {
        self.0.session.as_ref()
    }

    /// What lies behind it, for the log.
    pub fn cause(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.0.cause.as_deref()
    }

    /// What the client sees.
    pub fn to_response_status(&self) -> ResponseStatus {
        ResponseStatus {
            errors: Some(self.0.errors.clone()),
            meta: (!self.0.meta.is_empty()).then(|| self.0.meta.clone()),
            ..ResponseStatus::new(self.0.code.clone(), self.0.message.clone())
        }
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.message)
    }
}

impl Error for ServiceError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.cause.as_deref().map(|cause| cause as _)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use contract::Failure;

    use super::ServiceError;

    #[test]
    fn the_status_follows_from_the_code_unless_stated() {
        assert_eq!(ServiceError::unauthorized().status(), 401);
        assert_eq!(ServiceError::new("Whatever", "x").status(), 500);
        assert_eq!(
            ServiceError::new("Whatever", "x").with_status(418).status(),
            418
        );
    }

    #[test]
    fn the_cause_stays_with_us() {
        let error = ServiceError::internal("password=hunter2");
        let shown = format!("{:?}", error.to_response_status());
        assert!(!shown.contains("hunter2"));
        assert_eq!(error.cause().unwrap().to_string(), "password=hunter2");
    }

    #[test]
    fn a_retry_is_asked_for_in_whole_seconds() {
        let error = ServiceError::unavailable("later", Duration::from_millis(1500));
        assert_eq!(error.headers(), [("Retry-After", "2".to_owned())]);
    }

    #[test]
    fn validation_speaks_with_the_first_failure() {
        assert!(ServiceError::validation(Vec::new()).is_none());
        let failures = vec![
            Failure::new("A", "NotEmpty", "a"),
            Failure::new("B", "Email", "b"),
        ];
        let error = ServiceError::validation(failures).unwrap();
        assert_eq!(
            (error.status(), error.code(), error.message()),
            (400, "NotEmpty", "a")
        );
        assert_eq!(error.to_response_status().errors.unwrap().len(), 2);
    }
}
