use super::html::{Elements, read};
use super::running_host::{Page, RunningHost};

const AUDITOR: (&str, &str) = ("Authorization", "Basic QXVkaXRvcjp4");
const FROM_OUTSIDE: (&str, &str) = ("X-Forwarded-For", "8.8.8.8");

/// What no page may hold, whatever the texts of the API say.
fn assert_harmless(page: &Page) -> Elements {
    let elements = read(&page.body);
    for name in ["i", "u", "em", "img", "svg"] {
        assert_eq!(elements.count(name), 0, "<{name}> in {}", page.body);
    }
    assert_eq!((elements.count("script"), elements.count("style")), (1, 1));
    assert!(
        elements
            .attributes
            .iter()
            .all(|(name, _)| !name.starts_with("on"))
    );
    assert!(elements.values("style").is_empty(), "{}", page.body);
    let addresses = [elements.values("href"), elements.values("src")].concat();
    assert!(
        addresses.iter().all(|address| !address.contains(':')),
        "{addresses:?}"
    );
    elements
}

#[test]
fn hostile_texts_stay_texts_on_every_page() {
    let host = RunningHost::start();
    let mut seen = 0;
    for path in [
        "/metadata",
        "/json/metadata",
        "/json/metadata?op=Hostile",
        "/xml/metadata?op=hostile",
        "/jsv/metadata?op=Hostile",
        "/csv/metadata?op=Hostile",
        "/jsonl/metadata?op=Hostile",
        "/jsv/metadata?op=Hostile&lang=typescript",
        "/jsv/metadata?op=Hostile&lang=%22%3E%3Cscript%3E",
        "/json/metadata?op=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/hostile/x?format=html",
    ] {
        let page = host.get(path, &[]);
        let elements = assert_harmless(&page);
        assert!(
            page.header("content-type").starts_with("text/html"),
            "{path}"
        );
        seen += usize::from(elements.text.contains("alert(\"1\")"));
    }
    assert!(seen >= 8, "the descriptions are shown, as text: {seen}");
}

#[test]
fn a_page_may_load_and_run_nothing_but_what_it_brings() {
    let host = RunningHost::start();
    for path in [
        "/metadata",
        "/json/metadata?op=Hostile",
        "/json/metadata?op=None",
    ] {
        let page = host.get(path, &[]);
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        for inline in ["style", "script"] {
            let (open, close) = (format!("<{inline}>"), format!("</{inline}>"));
            let after = page.body.split_once(&open).unwrap().1;
            let digest = sha256_base64(after.split_once(&close).unwrap().0);
            assert!(
                policy.contains(&format!("{inline}-src 'sha256-{digest}'")),
                "{path}"
            );
        }
        assert_eq!(page.header("x-content-type-options"), "nosniff");
    }
}

fn sha256_base64(text: &str) -> String {
    use sha2::Digest;
    data_encoding::BASE64.encode(&sha2::Sha256::digest(text.as_bytes()))
}

#[test]
fn every_block_of_an_operation_is_there() {
    let host = RunningHost::start();
    let page = host.get("/xml/metadata?op=Hostile", &[]);
    let text = read(&page.body).text;
    let mut rest = text.as_str();
    for wanted in [
        "<b>Shop</b> & \"Co\"",
        "<back to all web services",
        "Hostile",
        "</ul><script>alert(3)</script>",
        "alert(\"1\")",
        "Requires Authentication",
        "Required roles:",
        "<i>Boss</i>, \"Chief\"",
        "POST",
        "/hostile/{Name}",
        "<u>sum</u>",
        "</table><b>notes</b>",
        "TypeScript",
        "--><svg onload=alert(4)>",
        "Kind Enum:",
        "</pre><b>",
        "<em>first</em>",
        "?format=xml",
        "HTTP + XML",
        "POST /hostile/{Name} HTTP/1.1",
        "<Kind>First</Kind>",
        "HTTP/1.1 200 OK",
        "</HostileResponse>",
    ] {
        let (_, after) = rest
            .split_once(wanted)
            .unwrap_or_else(|| panic!("{wanted} in {text}"));
        rest = after;
    }
}

#[test]
fn who_may_not_see_an_operation_finds_nothing_of_it() {
    let host = RunningHost::start();
    let shows = |path: &str, headers: &[(&str, &str)], name: &str| {
        let page = host.get(path, headers);
        (page.status, read(&page.body).text.contains(name))
    };
    assert_eq!(shows("/metadata", &[], "Audit"), (200, false));
    assert_eq!(shows("/metadata", &[AUDITOR], "Audit"), (200, true));
    let page = "/json/metadata?op=Audit";
    assert_eq!(shows(page, &[], "Only auditors"), (404, false));
    assert_eq!(shows(page, &[AUDITOR], "Only auditors"), (200, true));

    assert_eq!(shows("/metadata", &[], "Internal"), (200, true));
    assert_eq!(
        shows("/metadata", &[FROM_OUTSIDE], "Internal"),
        (200, false)
    );
    let page = "/json/metadata?op=Internal";
    assert_eq!(shows(page, &[], "/internal"), (200, true));
    assert_eq!(shows(page, &[FROM_OUTSIDE], "/internal"), (404, false));
}

#[test]
fn an_unknown_operation_is_a_page_that_helps() {
    let host = RunningHost::start();
    let page = host.get("/json/metadata?op=Hostil", &[]);
    assert_eq!(page.status, 404);
    let elements = read(&page.body);
    assert!(elements.text.contains("No operation is called “Hostil”"));
    assert!(
        elements.values("href").contains(&"?op=Hostile"),
        "{}",
        page.body
    );
    assert_eq!(host.get("/foo/metadata", &[]).status, 404);
    assert_eq!(host.get("/html/metadata", &[]).status, 404);
}

#[test]
fn a_slash_too_many_leads_back() {
    let host = RunningHost::start();
    let page = host.get("/metadata/", &[]);
    assert_eq!((page.status, page.header("location")), (302, "../metadata"));
    assert_eq!(host.get("/METADATA", &[]).status, 200);
    assert_eq!(host.get("/JSON/Metadata?op=hostile", &[]).status, 200);
}

#[test]
fn a_page_that_is_known_is_not_sent_again() {
    let host = RunningHost::start();
    let first = host.get("/json/metadata?op=Hostile", &[]);
    let tag = first.header("etag").to_owned();
    assert!(first.header("cache-control").contains("private"));
    let second = host.get("/json/metadata?op=Hostile", &[("If-None-Match", &tag)]);
    assert_eq!((second.status, second.body.as_str()), (304, ""));
    assert_eq!(second.header("etag"), tag);
    let other = host.get("/jsv/metadata?op=Hostile", &[("If-None-Match", &tag)]);
    assert_eq!(other.status, 200);
}
