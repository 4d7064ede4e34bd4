//! `/ui` over HTTP: what browsers may keep, and what the page may do. `tests/browser` uses it.

use conformance::GatewayProcess;
use ureq::http::Response;

/// Gets an address with one more header.
fn get(url: &str, header: (&str, &str)) -> Response<Vec<u8>> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();
    let response = agent.get(url).header(header.0, header.1).call().unwrap();
    let (parts, mut body) = response.into_parts();
    Response::from_parts(parts, body.read_to_vec().unwrap())
}

fn header<'a>(response: &'a Response<Vec<u8>>, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

/// The addresses below `/ui/` that the page at that path loads.
fn loaded(page: &str) -> Vec<&str> {
    let after = page.split(" href=\"").chain(page.split(" src=\"")).skip(1);
    let addresses = after.filter_map(|rest| rest.split('"').next());
    addresses
        .filter_map(|address| address.strip_prefix("../ui/"))
        .filter(|address| address.starts_with("assets/"))
        .collect()
}

#[test]
fn the_page_is_the_same_for_every_place_and_may_load_only_its_own() {
    let gateway = GatewayProcess::new().start();
    for place in ["/ui", "/ui/NoSuchOperation?tab=code&lang=python"] {
        let page = get(
            &format!("{}{place}", gateway.base()),
            ("Accept", "text/html"),
        );
        assert_eq!(page.status(), 200);
        assert_eq!(header(&page, "content-type"), "text/html; charset=utf-8");
        let policy = header(&page, "content-security-policy");
        for rule in [
            "default-src 'none'",
            "script-src 'self';",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(rule), "{policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(header(&page, "cache-control"), "private, no-cache");
        let again = get(
            &format!("{}{place}", gateway.base()),
            ("If-None-Match", header(&page, "etag")),
        );
        assert_eq!((again.status().as_u16(), again.body().len()), (304, 0));
    }
}

#[test]
fn its_files_are_small_and_kept_until_they_change() {
    let gateway = GatewayProcess::new().start();
    let ui = format!("{}/ui/", gateway.base());
    let page = get(&ui, ("Accept-Encoding", "identity"));
    let page = String::from_utf8(page.into_body()).unwrap();
    let addresses = loaded(&page);
    assert!(addresses.len() > 20, "{page}");
    let mut sum = 0;
    for address in &addresses {
        let url = format!("{ui}{address}");
        let plain = get(&url, ("Accept-Encoding", "gzip;q=0"));
        let small = get(&url, ("Accept-Encoding", "br, gzip"));
        assert_eq!(
            (plain.status().as_u16(), small.status().as_u16()),
            (200, 200)
        );
        assert_eq!(header(&small, "content-encoding"), "gzip");
        assert!(small.body().starts_with(&[0x1f, 0x8b]), "{address}");
        assert_eq!(header(&plain, "content-encoding"), "");
        assert!(header(&plain, "cache-control").contains("immutable"));
        assert_ne!(header(&plain, "etag"), header(&small, "etag"));
        let again = get(&url, ("If-None-Match", header(&plain, "etag")));
        assert_eq!(again.status(), 304);
        sum += small.body().len();
    }
    // `main.js` is named twice, to be loaded and to be run.
    assert!((10_000..=70_000).contains(&sum), "{sum} bytes");
    for absent in ["assets/0000000000000000/main.js", "assets/main.js"] {
        assert_eq!(
            get(&format!("{ui}{absent}"), ("Accept", "*/*")).status(),
            404
        );
    }
}

#[test]
fn a_setting_turns_it_off() {
    let gateway = GatewayProcess::new()
        .env("FOUNDRY__METADATA__UI", "false")
        .start();
    let page = get(&format!("{}/ui", gateway.base()), ("Accept", "text/html"));
    assert_eq!(page.status(), 404);
}
