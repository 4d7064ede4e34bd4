//! Pages for people: one stylesheet, one small script, and the headers that keep a page from
//! loading or running anything else.

mod breakable;
mod highlight;
mod policy;
mod prose;

use askama::Template;
use service::ServiceError;

use crate::reply::Answer;

pub(crate) use breakable::breakable;
pub(crate) use highlight::{Part, highlight_message, highlight_source};
pub(crate) use policy::{add_page_headers, add_policy};
pub(crate) use prose::{Prose, prose};

/// The stylesheet, as it stands in every page.
pub(crate) const STYLE: &str = include_str!("../../templates/page.css");
/// The script, as it stands in every page. Everything works without it, only with less comfort.
pub(crate) const SCRIPT: &str = include_str!("../../templates/page.js");

/// An answer that is a page.
///
/// # Errors
/// 500 if the template cannot be written.
pub(crate) fn answer(status: u16, page: &impl Template) -> Result<Answer, ServiceError> {
    let body = page.render().map_err(ServiceError::internal)?;
    let mut answer = Answer::with_body(status, "text/html; charset=utf-8", body.into_bytes());
    add_page_headers(&mut answer);
    Ok(answer)
}
