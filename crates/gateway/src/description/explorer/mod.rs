//! `/ui`, the API explorer: one page for all places in it, and the files that the page is made of.
//!
//! The page reads `/metadata/app.json` and calls operations as any client does; nothing here knows
//! of operations. All that it loads is embedded and comes from the host itself.

mod asset;
mod bundle;
mod page;

use contract::Verb;
use service::{ServiceError, Validators};

use super::{Tool, ToolRequest};
use crate::reply::{Answer, apply_validators};
use crate::request_head::RequestHead;

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

/// Tags an answer with its version; 304 if the client has that.
fn tagged(mut answer: Answer, version: String, head: &RequestHead<'_>) -> Answer {
    let validators = Validators {
        etag: Some(version),
        ..Validators::default()
    };
    let verb = head.method.unwrap_or(Verb::Get);
    apply_validators(&mut answer, &validators, verb, head.headers);
    answer
}
