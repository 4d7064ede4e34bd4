use actix_web::HttpRequest;
use contract::Verb;
use formats::WriteOptions;
use service::{RequestId, UploadedFile};

use crate::access_gate::Visit;
use crate::binding::{Pairs, RequestBody, Source};
use crate::host::HostState;
use crate::negotiation::ResponseFormat;
use crate::routing::PathValues;

/// One request on its way through the pipe, with everything that its endpoint needs.
pub(crate) struct Exchange<'a> {
    pub(crate) host: &'a HostState,
    pub(crate) verb: Verb,
    pub(crate) is_predefined: bool,
    pub(crate) is_batch: bool,
    pub(crate) path: PathValues<'a>,
    pub(crate) query: &'a Pairs<'a>,
    pub(crate) body: RequestBody,
    pub(crate) files: Vec<UploadedFile>,
    pub(crate) request: &'a HttpRequest,
    pub(crate) is_secure: bool,
    /// Whether a page of another site sends it that is not listed.
    pub(crate) is_cross_site: bool,
    pub(crate) request_id: RequestId,
    pub(crate) writing: &'a Writing,
}

/// How the answer is to be written.
#[derive(Debug, Clone)]
pub(crate) struct Writing {
    pub(crate) response: ResponseFormat,
    /// `?jsconfig=`.
    pub(crate) options: WriteOptions,
    /// Told in errors, where the settings say so.
    pub(crate) request_id: Option<String>,
    /// The operation, for names of downloads and titles of pages.
    pub(crate) operation: &'static str,
    /// The name that pages show; only set for them.
    pub(crate) service_name: String,
    /// The path and query of the request, for links to the other formats; only set for pages.
    pub(crate) location: String,
}

impl Exchange<'_> {
    pub(crate) fn visit(&self) -> Visit<'_> {
        Visit {
            host: self.host,
            request: self.request,
            is_secure: self.is_secure,
        }
    }

    pub(crate) fn source(&self) -> Source<'_> {
        Source {
            verb: self.verb,
            is_predefined: self.is_predefined,
            path: &self.path,
            query: self.query,
            body: &self.body,
        }
    }
}
