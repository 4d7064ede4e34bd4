use contract::Verb;

use crate::authenticator::Credentials;
use crate::{Caller, RequestId, UploadedFile};

/// What a service may know of the request beside its DTO.
#[derive(Debug)]
pub struct RequestContext {
    /// The request's name in logs.
    pub request_id: RequestId,
    /// The verb it was made with, `X-Http-Method-Override` applied.
    pub verb: Verb,
    /// Who is calling; `None` if nobody has signed in.
    pub caller: Option<Caller>,
    /// What the caller sent to prove who it is.
    pub credentials: Credentials,
    /// Whether the caller's connection is encrypted.
    pub is_secure: bool,
    /// Whether a browser says that a page of another site sends it, of an origin that is neither
    /// the host's own nor listed for CORS.
    pub is_cross_site: bool,
    /// Whether it is one of several in one HTTP request.
    pub is_batch: bool,
    /// The files that came with a multipart request, in their order.
    pub files: Vec<UploadedFile>,
}

impl RequestContext {
    /// The caller.
    ///
    /// # Errors
    /// 401 `Unauthorized` if nobody has signed in.
    pub fn require_caller(&self) -> Result<&Caller, crate::ServiceError> {
        self.caller
            .as_ref()
            .ok_or_else(crate::ServiceError::unauthorized)
    }
}
