use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::http::header::{HeaderMap, HttpDate, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use contract::Verb;
use service::Validators;

use super::Answer;

/// How long an answer with validators is fresh unless the service says: ServiceStack's ten
/// minutes.
const FRESH: &str = "max-age=600";
/// The same for a caller who has signed in, whose answer is nobody else's.
const FRESH_FOR_ONE: &str = "private, max-age=600";

/// Adds what a service states of the resource's state, and turns the answer into 304 for a client
/// that has that state already (RFC 9110 section 13).
pub(crate) fn apply_validators(
    answer: &mut Answer,
    validators: &Validators,
    verb: Verb,
    request: &HeaderMap,
    has_caller: bool,
) {
    if validators.is_empty() || !matches!(verb, Verb::Get | Verb::Head) || answer.status != 200 {
        return;
    }
    if let Some(etag) = &validators.etag {
        answer.add_header("ETag", format!("\"{etag}\""));
    }
    let changed = validators.last_modified.map(whole_seconds);
    if let Some(changed) = changed {
        answer.add_header("Last-Modified", HttpDate::from(changed).to_string());
    }
    if !answer.has_header("Cache-Control") {
        let fresh = if has_caller { FRESH_FOR_ONE } else { FRESH };
        answer.add_header("Cache-Control", fresh.to_owned());
    }
    if is_current(validators.etag.as_deref(), changed, request) {
        answer.status = 304;
        answer.content_type = None;
        answer.body.clear();
        answer
            .headers
            .retain(|(name, _)| !name.eq_ignore_ascii_case("Content-Disposition"));
    }
}

/// `If-None-Match` counts alone where it is sent.
fn is_current(etag: Option<&str>, changed: Option<SystemTime>, request: &HeaderMap) -> bool {
    let mut listed = request.get_all(IF_NONE_MATCH).peekable();
    if listed.peek().is_some() {
        return etag.is_some_and(|etag| {
            listed
                .filter_map(|line| line.to_str().ok())
                .any(|line| names(line, etag))
        });
    }
    let since = request
        .get(IF_MODIFIED_SINCE)
        .and_then(|value| value.to_str().ok());
    let since = since.and_then(|text| text.parse::<HttpDate>().ok());
    match (changed, since) {
        (Some(changed), Some(since)) => changed <= SystemTime::from(since),
        _ => false,
    }
}

/// Whether an `If-None-Match` line names the tag, by the weak comparison (section 8.8.3.2).
fn names(line: &str, etag: &str) -> bool {
    if line.trim() == "*" {
        return true;
    }
    let mut rest = line;
    while let Some((_, opened)) = rest.split_once('"') {
        let Some((tag, after)) = opened.split_once('"') else {
            return false;
        };
        if tag == etag {
            return true;
        }
        rest = after;
    }
    false
}

/// Dates of HTTP have no fraction; a time before 1970 counts as 1970.
fn whole_seconds(since_epoch: Duration) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(since_epoch.as_secs())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
    use contract::Verb;
    use service::Validators;

    use super::apply_validators;
    use crate::reply::Answer;

    fn status(verb: Verb, name: &'static str, value: &'static str) -> u16 {
        let mut request = HeaderMap::new();
        request.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        let validators = Validators {
            etag: Some("v1".to_owned()),
            last_modified: Some(Duration::from_millis(1_577_934_245_900)),
        };
        let mut answer = Answer::with_body(200, "text/plain", b"x".to_vec());
        apply_validators(&mut answer, &validators, verb, &request, false);
        assert_eq!(answer.body.is_empty(), answer.status == 304);
        answer.status
    }

    #[test]
    fn a_client_that_has_the_state_gets_no_body() {
        for current in ["\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "*"] {
            assert_eq!(
                status(Verb::Get, "if-none-match", current),
                304,
                "{current}"
            );
        }
        for other in ["\"v2\"", "v1", "\"v1", ""] {
            assert_eq!(status(Verb::Head, "if-none-match", other), 200, "{other}");
        }
        let at = "Thu, 02 Jan 2020 03:04:05 GMT";
        assert_eq!(status(Verb::Get, "if-modified-since", at), 304);
        let before = "Thu, 02 Jan 2020 03:04:04 GMT";
        assert_eq!(status(Verb::Get, "if-modified-since", before), 200);
        assert_eq!(status(Verb::Post, "if-none-match", "\"v1\""), 200);
    }
}
