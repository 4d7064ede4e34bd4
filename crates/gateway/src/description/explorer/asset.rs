use actix_web::http::header::{ACCEPT_ENCODING, HeaderMap};
use service::ServiceError;

use super::bundle::BUNDLE;
use super::revalidated;
use crate::reply::Answer;
use crate::request_head::RequestHead;

/// A year: the digest in the address changes with the content.
const KEPT: &str = "public, max-age=31536000, immutable";

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
    let is_compressed = takes_gzip(head.headers);
    let body = if is_compressed {
        asset.gzip.clone()
    } else {
        asset.plain.to_vec()
    };
    let mut answer = Answer::with_body(200, asset.content_type, body);
    let mut add = |name: &str, value: &str| {
        answer.headers.push((name.to_owned(), value.to_owned()));
    };
    add("Cache-Control", KEPT);
    add("X-Content-Type-Options", "nosniff");
    add("Vary", "Accept-Encoding");
    if is_compressed {
        add("Content-Encoding", "gzip");
    }
    Ok(revalidated(answer, head.headers, &BUNDLE.digest))
}

/// Whether the client takes gzip (RFC 9110 section 12.5.3).
fn takes_gzip(headers: &HeaderMap) -> bool {
    let stated = headers.get_all(ACCEPT_ENCODING);
    stated
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let is_gzip = parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
            let refused = |weight: &str| weight.trim_matches(['0', '.']).is_empty();
            is_gzip
                && !parts
                    .filter_map(|part| part.strip_prefix("q="))
                    .any(refused)
        })
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{ACCEPT_ENCODING, HeaderMap, HeaderValue};

    use super::takes_gzip;

    #[test]
    fn gzip_goes_only_to_who_takes_it() {
        let takes = |value| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(value));
            takes_gzip(&headers)
        };
        for value in ["gzip", "br, GZIP;q=0.5", "deflate, gzip;q=1.0"] {
            assert!(takes(value), "{value}");
        }
        for value in ["", "identity", "br", "gzip;q=0", "gzip; q=0.000"] {
            assert!(!takes(value), "{value}");
        }
    }
}
