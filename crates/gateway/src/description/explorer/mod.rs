//! `/ui`, the API explorer: one page for all places in it, and the files that the page is made of.
//!
//! The page reads `/metadata/app.json` and calls operations as any client does; nothing here knows
//! of operations. All that it loads is embedded and comes from the host itself.

mod asset;
mod bundle;
mod page;

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
