use crate::reader::{Reader, each};
use crate::restricted_host::RestrictedHost;

/// Any address that is nobody's private one.
const OUTSIDE: (&str, &str) = ("X-Forwarded-For", "203.0.113.7");

fn operations(reader: &Reader) -> Vec<String> {
    let operations = reader.json("/operations/metadata?format=json");
    each(&operations, "name")
        .into_iter()
        .map(str::to_owned)
        .collect()
}

#[test]
fn each_caller_is_told_of_what_concerns_it() {
    let host = RestrictedHost::start();
    let inside = || Reader::of(&host.base);
    let outside = || inside().with(OUTSIDE.0, OUTSIDE.1);
    assert_eq!(operations(&outside()), ["Open"]);
    assert_eq!(operations(&inside()), ["Maintenance", "Open"]);
    assert_eq!(operations(&outside().named("Auditor")), ["Audit", "Open"]);
    assert_eq!(operations(&outside().named("Editor")), ["Open"]);
    assert_eq!(
        operations(&inside().named("Auditor")),
        ["Audit", "Maintenance", "Open"]
    );
}

#[test]
fn nothing_that_is_generated_tells_of_the_others() {
    let host = RestrictedHost::start();
    let outside = Reader::of(&host.base).with(OUTSIDE.0, OUTSIDE.1);
    for path in [
        "/types/metadata?format=json",
        "/metadata/app.json",
        "/metadata",
        "/openapi.json",
        "/postman",
        "/operations/metadata?format=json",
        "/api",
    ] {
        let told = outside.get(path);
        assert_eq!(told.status, 200, "{path}");
        assert!(told.body.contains("Open"), "{path}");
        for hidden in ["Excluded", "Maintenance", "Audit", "OnlyInside"] {
            assert!(!told.body.contains(hidden), "{path} tells of {hidden}");
        }
    }
}

#[test]
fn an_internal_operation_is_not_to_be_called_from_outside() {
    let host = RestrictedHost::start();
    let inside = Reader::of(&host.base).with("Accept", "application/json");
    for path in ["/maintenance", "/api/Maintenance"] {
        assert_eq!(inside.get(path).status, 200, "{path}");
    }
    let outside = inside.with(OUTSIDE.0, OUTSIDE.1);
    for path in ["/maintenance", "/api/Maintenance"] {
        let refused = outside.get(path);
        assert_eq!(refused.status, 403, "{path}");
        assert!(
            refused.body.contains("UnauthorizedAccessException"),
            "{}",
            refused.body
        );
    }
    // What is only not told of can be called.
    assert_eq!(outside.get("/api/Audit").status, 200);
    assert_eq!(outside.get("/api/Excluded").status, 200);
}
