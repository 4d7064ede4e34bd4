use askama::Template;
use service::ServiceError;

use super::site::Site;
use crate::description::tool_request::ToolRequest;
use crate::page;
use crate::reply::Answer;

/// Tells that there is no such operation, or none that the caller may see.
#[derive(Template)]
#[template(path = "metadata/missing.html")]
struct MissingPage<'a> {
    site: &'a Site<'a>,
    operation: &'a str,
    nearest: Option<&'a str>,
}

/// The 404 page for `name`.
pub(super) fn answer(
    request: &ToolRequest<'_>,
    site: &Site<'_>,
    name: &str,
) -> Result<Answer, ServiceError> {
    let known = request.api().operations.iter();
    let known = known.map(|operation| operation.request.name.as_str());
    page::answer(
        404,
        &MissingPage {
            site,
            operation: name,
            nearest: nearest(name, known),
        },
    )
}

/// The name that was likely meant: one that begins or ends like it, or has a letter in three wrong
/// at most.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lowered = name.to_lowercase();
    let distance = |other: &str| strsim::levenshtein(&lowered, &other.to_lowercase());
    let scored = known.map(|other| (distance(other), other));
    let likely = scored.filter(|(distance, other)| {
        let other = other.to_lowercase();
        let is_part = other.starts_with(&lowered) || other.ends_with(&lowered);
        *distance * 3 <= other.len() || (lowered.len() >= 3 && is_part)
    });
    likely.min().map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_what_is_near_is_proposed() {
        let known = || ["Hello", "Validated", "AllTypes"].into_iter();
        assert_eq!(nearest("helo", known()), Some("Hello"));
        assert_eq!(nearest("Types", known()), Some("AllTypes"));
        assert_eq!(nearest("Xyz", known()), None);
        assert_eq!(nearest("", known()), None);
    }
}
