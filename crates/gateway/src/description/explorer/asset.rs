use service::ServiceError;

use super::bundle::BUNDLE;
use crate::description::freshness::{KEPT, tagged};
use crate::reply::{Answer, takes_gzip};
use crate::request_head::RequestHead;

/// Answers with the file at `/ui/assets/{digest}/{file}`.
///
/// # Errors
/// 404 for a file that there is none of, or a digest of another version.
pub(super) fn answer(head: &RequestHead<'_>) -> Result<Answer, ServiceError> {
    let segments = &head.path.segments;
    let digest = segments.get(2).map(AsRef::as_ref);
    let name = segments.get(3..).unwrap_or_default().join("/");
    let asset = BUNDLE
        .asset(&name)
        .filter(|_| digest == Some(BUNDLE.digest.as_str()))
        .ok_or_else(|| ServiceError::not_found(format!("nothing answers {}", head.raw_path)))?;
    let is_compressed = takes_gzip(head.headers);
    let body = if is_compressed {
        asset.gzip.clone()
    } else {
        asset.plain.to_vec()
    };
    let mut answer = Answer::with_body(200, asset.content_type, body);
    answer.add_header("Cache-Control", KEPT.to_owned());
    answer.add_header("X-Content-Type-Options", "nosniff".to_owned());
    answer.add_header("Vary", "Accept-Encoding".to_owned());
    let mut version = BUNDLE.digest.clone();
    if is_compressed {
        answer.add_header("Content-Encoding", "gzip".to_owned());
        version.push_str("-gzip");
    }
    Ok(tagged(answer, version, head))
}
