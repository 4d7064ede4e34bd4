use actix_web::HttpRequest;
use actix_web::http::header::{HeaderName, ORIGIN};

use crate::base_url::base_url;
use crate::host::HostState;
use crate::request_head::RequestHead;

static SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether a browser says that a page of another site sends this, whose origin is neither the
/// host's own nor one that the CORS settings list. Other clients say neither.
pub(crate) fn is_cross_site(
    host: &HostState,
    request: &HttpRequest,
    head: &RequestHead<'_>,
) -> bool {
    if head.header(&SEC_FETCH_SITE) != Some("cross-site") {
        return false;
    }
    let Some(origin) = head.header(&ORIGIN) else {
        return false;
    };
    let is_listed = host.settings.cors.as_ref().is_some_and(|cors| {
        let mut listed = cors.allowed_origins.iter();
        listed.any(|listed| listed.eq_ignore_ascii_case(origin))
    });
    !is_listed && !has_origin(&base_url(host, request, head), origin)
}

/// Whether an address is on that origin (RFC 6454 section 7).
fn has_origin(address: &str, origin: &str) -> bool {
    let (Some(start), Some(rest)) = (address.get(..origin.len()), address.get(origin.len()..))
    else {
        return false;
    };
    start.eq_ignore_ascii_case(origin) && (rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::has_origin;

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let origin = "https://foundry.example";
        for own in [origin, "https://Foundry.example/api"] {
            assert!(has_origin(own, origin), "{own}");
        }
        for other in [
            "http://foundry.example",
            "https://foundry.example.net",
            "https://foundry.example:8443",
            "https://foundry",
            "",
        ] {
            assert!(!has_origin(other, origin), "{other}");
        }
        assert!(!has_origin(origin, "null"));
    }
}
