use gateway::{HostSettings, TrustedProxies};

use super::running_host::RunningHost;

const HEADERS: [(&str, &str); 2] = [
    ("X-Forwarded-Proto", "https"),
    ("X-Forwarded-Host", "api.example.org"),
];

/// The lines of the answers that say where the host is.
fn addresses(host: &RunningHost, headers: &[(&str, &str)]) -> String {
    let paths = [
        "/types/typescript",
        "/types.json",
        "/types/metadata.json",
        "/metadata/app.json",
        "/openapi.json",
        "/postman",
        "/json/metadata?op=Hostile",
    ];
    let pages = paths.map(|path| host.get(path, headers).body);
    pages.concat()
}

#[test]
fn a_trusted_proxy_tells_the_address_that_clients_use() {
    let host = RunningHost::start();
    let told = addresses(&host, &HEADERS);
    assert_eq!(
        told.matches("BaseUrl: https://api.example.org\n").count(),
        1
    );
    assert!(
        told.matches("https://api.example.org").count() > 20,
        "{told}"
    );
    assert!(!told.contains(host.base()), "{told}");
}

#[test]
fn nobody_else_is_believed() {
    let host = RunningHost::with(HostSettings {
        trusted_proxies: TrustedProxies::none(),
        ..HostSettings::default()
    });
    let headers = [
        &HEADERS[..],
        &[("Forwarded", "proto=https;host=api.example.org")],
    ]
    .concat();
    let told = addresses(&host, &headers);
    assert!(!told.contains("api.example.org"), "{told}");
    assert!(told.contains(&format!("BaseUrl: {}\n", host.base())));
}

#[test]
fn addresses_of_pages_hold_below_any_path() {
    let host = RunningHost::start();
    let page = host.get("/metadata/", &[]);
    assert_eq!(page.header("location"), "../metadata");
    for (path, root) in [
        ("/swagger-ui", ""),
        ("/swagger-ui/", "../"),
        ("/swagger-ui/index.html", "../"),
    ] {
        let page = host.get(path, &[]).body;
        assert!(
            page.contains(&format!("spec-url=\"{root}openapi.json\"")),
            "{page}"
        );
        assert!(
            page.contains(&format!("src=\"{root}swagger-ui/rapidoc")),
            "{page}"
        );
    }
    let page = host.get("/json/metadata/?op=Hostile", &[]).body;
    assert!(page.contains("href=\"../../metadata\""), "{page}");
}
