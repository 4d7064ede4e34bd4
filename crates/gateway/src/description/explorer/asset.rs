use service::ServiceError;

use super::bundle::BUNDLE;
use crate::description::embedded_file::EmbeddedFile;
use crate::reply::Answer;
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
    let file = EmbeddedFile {
        content_type: asset.content_type,
        gzip: &asset.gzip,
        version: &BUNDLE.digest,
    };
    file.answer(head, || Ok(asset.plain.to_vec()))
}
