use askama::Template;
use service::ServiceError;

use super::bundle::BUNDLE;
use crate::description::relative::root_from;
use crate::page::add_policy;
use crate::reply::Answer;
use crate::request_head::RequestHead;

/// What the page may do: run and load what the host itself serves, and nothing else. No text may
/// become markup (`trusted-types`), no other page may frame it.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The page, which is the same for all places: its scripts read the address.
#[derive(Template)]
#[template(path = "explorer.html")]
struct Page<'a> {
    /// From the page's address to `/ui/`, so that a proxy may serve the host under a path.
    ui: String,
    digest: &'a str,
    modules: Vec<&'a str>,
}

/// Answers with the page.
///
/// # Errors
/// 500 if the template fails.
pub(super) fn answer(head: &RequestHead<'_>) -> Result<Answer, ServiceError> {
    let page = Page {
        ui: format!("{}ui/", root_from(head.raw_path)),
        digest: &BUNDLE.digest,
        modules: BUNDLE.modules().collect(),
    };
    let body = page.render().map_err(ServiceError::internal)?;
    let mut answer = Answer::with_body(200, "text/html; charset=utf-8", body.into_bytes());
    add_policy(&mut answer, CONTENT_SECURITY_POLICY);
    Ok(answer)
}
