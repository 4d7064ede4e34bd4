use service::ServiceError;

use super::freshness::{KEPT, tagged};
use crate::reply::{Answer, takes_gzip};
use crate::request_head::RequestHead;

/// A file that is built into the host, under an address that no other content will ever have.
pub(super) struct EmbeddedFile<'a> {
    pub(super) content_type: &'static str,
    pub(super) gzip: &'a [u8],
    /// What tells its versions apart, a part of its address.
    pub(super) version: &'a str,
}

impl EmbeddedFile<'_> {
    /// Answers with the file as it is stored for whoever takes that, which is every browser; for
    /// others `plain` is asked.
    ///
    /// # Errors
    /// What `plain` fails with.
    pub(super) fn answer(
        &self,
        head: &RequestHead<'_>,
        plain: impl FnOnce() -> Result<Vec<u8>, ServiceError>,
    ) -> Result<Answer, ServiceError> {
        let is_compressed = takes_gzip(head.headers);
        let body = if is_compressed {
            self.gzip.to_vec()
        } else {
            plain()?
        };
        let mut answer = Answer::with_body(200, self.content_type, body);
        answer.add_header("Cache-Control", KEPT.to_owned());
        answer.add_header("X-Content-Type-Options", "nosniff".to_owned());
        answer.add_header("Vary", "Accept-Encoding".to_owned());
        let mut version = self.version.to_owned();
        if is_compressed {
            answer.add_header("Content-Encoding", "gzip".to_owned());
            version.push_str("-gzip");
        }
        Ok(tagged(answer, version, head))
    }
}
