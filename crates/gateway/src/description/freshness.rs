//! What clients may keep of a tool's answer, and for how long.

use contract::Verb;
use data_encoding::BASE64URL_NOPAD;
use service::Validators;
use sha2::{Digest, Sha256};

use crate::reply::{Answer, apply_validators};
use crate::request_head::RequestHead;

/// A year: for files whose address changes with their content.
pub(super) const KEPT: &str = "public, max-age=31536000, immutable";

/// Lets a client keep an answer and ask whether it still holds, unless the tool said otherwise.
/// What is told depends on who asks and from where, so no shared cache may keep it.
pub(super) fn revalidated(mut answer: Answer, head: &RequestHead<'_>) -> Answer {
    if answer.status != 200 || answer.has_header("Cache-Control") {
        return answer;
    }
    answer.add_header("Cache-Control", "private, no-cache".to_owned());
    let digest = Sha256::digest(&answer.body);
    // 12 bytes tell the versions of one document apart.
    tagged(answer, BASE64URL_NOPAD.encode(&digest[..12]), head)
}

/// Tags an answer with its version; 304 if the client has that.
pub(super) fn tagged(mut answer: Answer, version: String, head: &RequestHead<'_>) -> Answer {
    let validators = Validators {
        etag: Some(version),
        ..Validators::default()
    };
    let verb = head.method.unwrap_or(Verb::Get);
    // What these may be kept for, they say themselves.
    apply_validators(&mut answer, &validators, verb, head.headers, false);
    answer
}
