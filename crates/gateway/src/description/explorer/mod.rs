//! `/ui`, the API explorer: one page for all places in it, and the files that the page is made of.
//!
//! The page reads `/metadata/app.json` and calls operations as any client does; nothing here knows
//! of operations. All that it loads is embedded and comes from the host itself.

mod asset;
mod bundle;
mod page;

use actix_web::http::header::{HeaderMap, IF_NONE_MATCH};
use service::ServiceError;

use super::{Tool, ToolRequest};
use crate::reply::Answer;

/// `/ui`, `/ui/{Operation}` and `/ui/assets/{digest}/{file}`.
pub(super) const EXPLORER: Tool = Tool {
    name: "Explorer",
    is_on: |settings| settings.ui,
    answer,
};

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    match request.segment(1) {
        Some("assets") => asset::answer(request.head),
        _ => page::answer(request.head),
    }
}

/// An answer that the client may keep: empty with 304 if it has it already (RFC 9110 section
/// 13.1.2).
fn revalidated(mut answer: Answer, headers: &HeaderMap, digest: &str) -> Answer {
    // Weak: the same for every content coding.
    let tag = format!("W/\"{digest}\"");
    let known = headers.get_all(IF_NONE_MATCH);
    let is_known = known
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|value| value.trim().trim_start_matches("W/") == &tag[2..]);
    if is_known {
        answer.status = 304;
        answer.content_type = None;
        answer.body.clear();
    }
    answer.headers.push(("ETag".to_owned(), tag));
    answer
}
