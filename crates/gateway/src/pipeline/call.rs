use actix_web::HttpRequest;
use actix_web::web::Payload;
use contract::Verb;
use service::{RequestId, ServiceError};

use super::target::Operation;
use crate::access_gate::{Entry, Visit, admit};
use crate::body::{Files, Received, receive};
use crate::endpoint::{session_of, with_session};
use crate::exchange::{Exchange, Writing};
use crate::host::HostState;
use crate::reply::{Answer, failure};
use crate::request_head::RequestHead;

/// What comes after the head.
pub(super) enum Body {
    Waiting(Payload),
    Received(Result<Received, ServiceError>),
}

/// A request for an operation, whose body may still be to be read.
pub(super) struct Call<'a> {
    pub(super) host: &'a HostState,
    pub(super) request: &'a HttpRequest,
    pub(super) head: &'a RequestHead<'a>,
    pub(super) operation: Operation<'a>,
    pub(super) verb: Verb,
    pub(super) is_secure: bool,
    pub(super) is_cross_site: bool,
}

impl Call<'_> {
    pub(super) async fn answer(
        self,
        body: Body,
        request_id: RequestId,
        writing: &Writing,
    ) -> Answer {
        let entry = self.entry_of_upload().await;
        let received = match self.received(body, entry.as_ref()).await {
            Ok(received) => received,
            Err(error) => {
                let session = session_of(entry.as_ref());
                return with_session(failure(&error, writing), session, self.is_secure);
            }
        };
        let Operation {
            endpoint,
            values,
            predefined,
        } = self.operation;
        let exchange = Exchange {
            host: self.host,
            verb: self.verb,
            is_predefined: predefined.is_some(),
            is_batch: predefined.is_some_and(|found| found.is_batch),
            path: values,
            query: &self.head.query,
            body: received.body,
            files: received.files,
            request: self.request,
            is_secure: self.is_secure,
            is_cross_site: self.is_cross_site,
            request_id,
            writing,
        };
        endpoint.answer(&exchange, entry).await
    }

    /// Who is calling, asked ahead of a body whose files would be stored: storage is for those who
    /// may use it. A refusal still waits for the body, which may be malformed before that.
    async fn entry_of_upload(&self) -> Option<Entry> {
        let operation = self.operation.endpoint.operation();
        if !(operation.takes_files && self.head.is_multipart()) {
            return None;
        }
        let visit = Visit {
            host: self.host,
            request: self.request,
            is_secure: self.is_secure,
        };
        // Boxed: few requests are uploads, and all of them move this future.
        Some(Box::pin(admit(&visit, operation)).await)
    }

    async fn received(&self, body: Body, entry: Option<&Entry>) -> Result<Received, ServiceError> {
        let payload = match body {
            Body::Received(received) => return received,
            Body::Waiting(payload) => payload,
        };
        let path_format = self.operation.predefined.map(|found| found.format);
        let files = match entry {
            Some(Ok(_)) => Files::Kept,
            Some(Err(_)) | None => Files::Skipped,
        };
        receive(payload, self.head, path_format, files, &self.host.settings).await
    }
}
