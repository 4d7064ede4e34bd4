use actix_web::HttpRequest;
use actix_web::http::header::{
    FORWARDED, HOST, HeaderMap, HeaderName, X_FORWARDED_FOR, X_FORWARDED_HOST, X_FORWARDED_PROTO,
};

static COMMON: [HeaderName; 3] = [X_FORWARDED_PROTO, X_FORWARDED_HOST, X_FORWARDED_FOR];

/// Whether anybody tells for whom they ask.
pub(crate) fn is_forwarded(headers: &HeaderMap) -> bool {
    let mut names = headers.keys();
    names.any(|name| *name == FORWARDED || COMMON.contains(name))
}

/// Whether the client speaks TLS: with the proxy that asks for it, else with this host.
pub(crate) fn is_client_secure(request: &HttpRequest, is_proxied: bool) -> bool {
    let stated = is_proxied
        .then(|| stated(request, &X_FORWARDED_PROTO, "proto"))
        .flatten();
    stated.map_or_else(
        || request.app_config().secure(),
        |scheme| scheme.eq_ignore_ascii_case("https"),
    )
}

/// The host, with its port where it has one, that the client asked: the proxy that asks for it
/// may know better than `Host`. What cannot be a host is passed over.
pub(crate) fn client_host(request: &HttpRequest, is_proxied: bool) -> &str {
    let stated = is_proxied
        .then(|| stated(request, &X_FORWARDED_HOST, "host"))
        .flatten();
    // HTTP/2 has no `Host`.
    let authority = request
        .uri()
        .authority()
        .map(|authority| authority.as_str());
    let own = || {
        let header = request.headers().get(HOST);
        header.and_then(|host| host.to_str().ok()).or(authority)
    };
    stated
        .filter(|host| is_host(host))
        .or_else(|| own().filter(|host| is_host(host)))
        .unwrap_or_else(|| request.app_config().host())
}

/// What the nearest proxy states, as most proxies do or as RFC 7239 has it: proxies that extend
/// a list do it at its end. A proxy that writes any of the first kind is not one that writes
/// `Forwarded`, and passes on what the client says there.
fn stated<'a>(request: &'a HttpRequest, header: &HeaderName, parameter: &str) -> Option<&'a str> {
    if COMMON
        .iter()
        .any(|name| request.headers().contains_key(name))
    {
        return last_item(request, header);
    }
    let mut pairs = last_item(request, &FORWARDED)?.split(';');
    pairs.find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let is_asked_for = name.trim().eq_ignore_ascii_case(parameter);
        is_asked_for.then(|| value.trim().trim_matches('"'))
    })
}

fn last_item<'a>(request: &'a HttpRequest, header: &HeaderName) -> Option<&'a str> {
    let line = request.headers().get_all(header).last()?.to_str().ok()?;
    line.rsplit(',').next().map(str::trim)
}

/// A name or an address with a port (RFC 3986 section 3.2, without what no host on the web has).
fn is_host(text: &str) -> bool {
    let is_written = |c: u8| c.is_ascii_alphanumeric() || b".-_:[]".contains(&c);
    !text.is_empty() && text.bytes().all(is_written)
}

#[cfg(test)]
mod tests {
    use actix_web::HttpRequest;
    use actix_web::test::TestRequest;

    use super::{client_host, is_client_secure};

    type Headers<'a> = &'a [(&'static str, &'static str)];

    fn request(headers: Headers<'_>) -> HttpRequest {
        let request = TestRequest::default().insert_header(("host", "inner:8080"));
        let request = headers
            .iter()
            .fold(request, |request, header| request.append_header(*header));
        request.to_http_request()
    }

    fn told(headers: Headers<'_>) -> (bool, String) {
        let request = request(headers);
        let host = client_host(&request, true).to_owned();
        (is_client_secure(&request, true), host)
    }

    fn secure(host: &str) -> (bool, String) {
        (true, host.to_owned())
    }

    #[test]
    fn a_proxy_tells_what_the_client_asked() {
        let own: Headers<'_> = &[
            ("x-forwarded-proto", "https"),
            ("x-forwarded-host", "api.example.org"),
        ];
        assert_eq!(told(own), secure("api.example.org"));
        let standard: Headers<'_> = &[(
            "forwarded",
            "for=192.0.2.1;Proto=https;host=\"a.example:8443\"",
        )];
        assert_eq!(told(standard), secure("a.example:8443"));
        assert_eq!(told(&[]), (false, "inner:8080".to_owned()));
    }

    #[test]
    fn the_nearest_proxy_counts() {
        let lists: Headers<'_> = &[
            ("x-forwarded-proto", "http, https"),
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-host", "evil.example, api.example.org"),
            ("forwarded", "proto=http;host=evil.example"),
        ];
        assert_eq!(told(lists), secure("api.example.org"));
    }

    #[test]
    fn a_client_adds_nothing_to_what_a_proxy_tells() {
        let mixed: Headers<'_> = &[
            ("x-forwarded-proto", "https"),
            ("forwarded", "proto=http;host=evil.example"),
        ];
        assert_eq!(told(mixed), secure("inner:8080"));
        let address: Headers<'_> = &[
            ("x-forwarded-for", "192.0.2.1"),
            ("forwarded", "proto=https"),
        ];
        assert_eq!(told(address), (false, "inner:8080".to_owned()));
    }

    #[test]
    fn nobody_else_tells_anything() {
        let request = request(&[
            ("x-forwarded-proto", "https"),
            ("x-forwarded-host", "evil.example"),
            ("forwarded", "proto=https;host=evil.example"),
        ]);
        assert!(!is_client_secure(&request, false));
        assert_eq!(client_host(&request, false), "inner:8080");
    }

    #[test]
    fn what_is_no_host_is_passed_over() {
        for host in ["", "a b", "a/b", "*/evil", "a\"b", "user@host"] {
            let header = ("x-forwarded-host", host);
            let request = TestRequest::default()
                .insert_header(("host", "inner"))
                .insert_header(header)
                .to_http_request();
            assert_eq!(client_host(&request, true), "inner", "{host}");
        }
        let request = TestRequest::default()
            .insert_header(("host", "*/ evil"))
            .to_http_request();
        assert_eq!(client_host(&request, false), "localhost:8080");
    }
}
