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

/// Every document that tells of operations.
fn documents() -> Vec<String> {
    let fixed = [
        "/types/metadata?format=json",
        "/metadata/app.json",
        "/metadata/app.json?view=explorer",
        "/metadata",
        "/json/metadata",
        "/openapi.json",
        "/postman",
        "/operations/metadata?format=json",
        "/api",
    ];
    let languages = metadata::native::LANGUAGES.iter();
    let types = languages.map(|language| format!("/types/{}", language.key));
    fixed.into_iter().map(str::to_owned).chain(types).collect()
}

/// What stands in the sources of the hidden operations, and nowhere else.
const HIDDEN: [(&str, &str); 5] = [
    ("Excluded", "Excluded"),
    ("Maintenance", "Maintenance"),
    ("Maintenance", "OnlyInside"),
    ("Audit", "Audit"),
    ("Audit", "OnlyAuditors"),
];

#[test]
fn nothing_that_is_generated_tells_of_the_others() {
    let host = RestrictedHost::start();
    let inside = || Reader::of(&host.base);
    let outside = || inside().with(OUTSIDE.0, OUTSIDE.1);
    for (who, reader, seen) in [
        ("a stranger", outside(), &[][..]),
        ("a user", outside().named("Editor"), &[]),
        ("an auditor", outside().named("Auditor"), &["Audit"]),
        ("a colleague", inside(), &["Maintenance"]),
        (
            "an auditor inside",
            inside().named("Auditor"),
            &["Audit", "Maintenance"],
        ),
    ] {
        // In both directions: what is kept for one caller is told to no other.
        for path in documents() {
            let told = reader.get(&path);
            assert_eq!(told.status, 200, "{path}");
            assert!(told.body.contains("Open"), "{path}");
            for (operation, name) in HIDDEN {
                let is_told = told.body.contains(name);
                assert!(
                    is_told <= seen.contains(&operation),
                    "{path} tells {who} of {name}"
                );
                let tells_types = name == operation || path.starts_with("/types/");
                let is_due = seen.contains(&operation) && tells_types;
                assert!(!is_due || is_told, "{path} does not tell {who} of {name}");
            }
        }
    }
}

#[test]
fn what_is_kept_is_told_again_only_to_those_who_see_the_same() {
    let host = RestrictedHost::start();
    let inside = || Reader::of(&host.base);
    let outside = || inside().with(OUTSIDE.0, OUTSIDE.1);
    let readers = [
        outside(),
        outside().named("Auditor"),
        inside(),
        inside().named("Auditor"),
    ];
    let path = "/types/typescript?WithoutOptions=1&IncludeTypes=*";
    let told = || readers.iter().map(|reader| reader.get(path).body);
    let first: Vec<_> = told().collect();
    let again: Vec<_> = told().collect();
    assert_eq!(first, again);
    for (at, one) in first.iter().enumerate() {
        assert!(
            !first[..at].contains(one),
            "each of the four sees something else"
        );
    }
    assert_eq!(first[0], outside().named("Editor").get(path).body);
}

#[test]
fn who_asks_for_a_hidden_operation_by_name_learns_nothing() {
    let host = RestrictedHost::start();
    let outside = || Reader::of(&host.base).with(OUTSIDE.0, OUTSIDE.1);
    for reader in [outside(), outside().named("Editor")] {
        for (operation, type_name) in HIDDEN {
            for pattern in [
                operation.to_owned(),
                format!("{operation}.*"),
                format!("*.{type_name}"),
                "{audit}".to_owned(),
                "Restricted/*".to_owned(),
                format!("{}*", &type_name[..4]),
            ] {
                for document in ["/types/typescript?WithoutOptions=1&", "/metadata/app.json?"] {
                    let path = format!("{document}IncludeTypes={pattern}");
                    let told = reader.get(&path).body;
                    assert!(!told.contains(operation), "{path}: {told}");
                    assert!(!told.contains(type_name), "{path}: {told}");
                }
            }
            for format in ["json", "jsv", "xml", "csv"] {
                let page = reader.get(&format!("/{format}/metadata?op={operation}&lang=csharp"));
                assert_eq!(page.status, 404, "{operation}");
                for fact in [
                    "OnlyInside",
                    "OnlyAuditors",
                    "/maintenance",
                    "audit",
                    "knows or calls",
                ] {
                    assert!(!page.body.contains(fact), "{operation}: {fact}");
                }
            }
            // Nor is it the name that was likely meant.
            let near = &operation[..operation.len() - 1];
            let page = reader.get(&format!("/json/metadata?op={near}"));
            assert!(!page.body.contains(&format!("op={operation}")), "{near}");
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
