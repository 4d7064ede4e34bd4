use actix_web::http::header::{ETAG, IF_NONE_MATCH};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

use crate::description::tool_request::ToolRequest;
use crate::reply::Answer;

/// Lets a browser keep a page and ask whether it still holds: 304 without a body if so. A page
/// depends on who reads it, so no shared cache may keep it.
pub(super) fn revalidated(mut answer: Answer, request: &ToolRequest<'_>) -> Answer {
    let digest = Sha256::digest(&answer.body);
    // 12 bytes tell the versions of one page apart.
    let tag = format!("\"{}\"", BASE64URL_NOPAD.encode(&digest[..12]));
    let known = request.head.header(IF_NONE_MATCH).unwrap_or_default();
    let is_known = known
        .split(',')
        .map(|one| one.trim().trim_start_matches("W/"))
        .any(|one| one == tag || one == "*");
    if is_known {
        answer.status = 304;
        answer.content_type = None;
        answer.body.clear();
    }
    let headers = [
        ("Cache-Control", "private, no-cache".to_owned()),
        (ETAG.as_str(), tag),
    ];
    let headers = headers.map(|(name, value)| (name.to_owned(), value));
    answer.headers.extend(headers);
    answer
}
