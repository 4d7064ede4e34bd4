//! Signing in and out: cookies, and what the server remembers of them.

use std::collections::BTreeMap;

use conformance::{GatewayProcess, RunningGateway};

use crate::client::{Answer, Client};

const JSON: &str = "application/json";

fn log_in(client: &Client, gateway: &RunningGateway, further: &str) -> Answer {
    let password = gateway.admin_password();
    let body = format!("{{\"userName\":\"admin\",\"password\":\"{password}\"{further}}}");
    let answer = client.send("POST", "/auth/credentials", JSON, &body);
    assert_eq!(answer.status(), 200, "{}", answer.text());
    answer
}

/// The cookies that an answer sets, with their attributes.
fn cookies(answer: &Answer) -> BTreeMap<&str, (&str, &str)> {
    let lines = answer.headers("set-cookie").into_iter();
    lines
        .map(|line| {
            let (pair, attributes) = line.split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            (name, (value, attributes))
        })
        .collect()
}

fn status_with(gateway: &RunningGateway, cookies: &str) -> u16 {
    Client::with_cookies(gateway, cookies)
        .generate_key("{}")
        .status()
}

#[test]
fn a_sign_in_sets_cookies_and_a_sign_out_ends_the_session_on_the_server() {
    let gateway = GatewayProcess::new().start();
    let answer = log_in(&Client::nobody(&gateway), &gateway, "");
    assert_eq!(answer.headers("cache-control"), ["no-store"]);
    let set = cookies(&answer);
    assert_eq!(
        Vec::from_iter(set.keys().copied()),
        ["ss-id", "ss-opt", "ss-pid"]
    );
    for (name, (_, attributes)) in &set {
        for attribute in ["path=/", "httponly", "samesite=lax"] {
            assert!(attributes.contains(attribute), "{name}{attributes}");
        }
        assert!(!attributes.contains("secure"), "plain HTTP: {attributes}");
    }
    let (id, attributes) = set["ss-id"];
    assert!(
        !attributes.contains("expires"),
        "it ends with the browser: {attributes}"
    );
    assert_eq!(answer.json()["sessionId"], id);
    assert_eq!(set["ss-opt"].0, "temp");

    let session = format!("ss-id={id}");
    assert_eq!(status_with(&gateway, &session), 200);
    let client = Client::with_cookies(&gateway, &session);
    let told = client.send("GET", "/auth", JSON, "").json();
    assert_eq!(
        (&told["userName"], &told["authProvider"]),
        (&"admin".into(), &"credentials".into())
    );

    let out = client.send("POST", "/auth/logout", JSON, "");
    assert_eq!((out.status(), out.text()), (200, "{}"));
    for (name, (value, attributes)) in cookies(&out) {
        assert!(
            value.is_empty() && attributes.contains("expires=Thu, 01 Jan 1970"),
            "{name}"
        );
    }
    assert_eq!(
        status_with(&gateway, &session),
        401,
        "the id is good no more"
    );
}

#[test]
fn no_secret_is_taken_from_the_url_of_a_request_that_has_a_body() {
    let gateway = GatewayProcess::new().start();
    let password = gateway.admin_password();
    let nobody = Client::nobody(&gateway);
    let body = "{\"userName\":\"admin\"}";
    for path in [
        format!("/auth?userName=admin&password={password}"),
        format!("/auth/credentials?PASSWORD={password}"),
        format!("/api/Authenticate?provider=credentials&Password={password}"),
        format!("/json/reply/Authenticate?Password={password}"),
    ] {
        let answer = nobody.send("POST", &path, JSON, body);
        let (status, code, message) = answer.refusal();
        assert_eq!(
            (status, code.as_str()),
            (400, "ArgumentException"),
            "{path}"
        );
        assert!(message.contains("must not be in the URL"), "{message}");
        assert!(!answer.text().contains(password));
        let field = &answer.json()["responseStatus"]["errors"][0]["fieldName"];
        assert_eq!(field.as_str().unwrap().to_lowercase(), "password");
    }
    let link = format!("/auth/credentials?userName=admin&password={password}");
    assert_eq!(nobody.send("GET", &link, JSON, "").status(), 405);
    assert!(!gateway.log().contains(password));
    let form = format!("userName=admin&password={password}");
    let form_type = "application/x-www-form-urlencoded";
    let path = "/auth/credentials?rememberMe=true";
    let answer = nobody.send_accepting("POST", path, form_type, JSON, &form);
    assert_eq!(answer.status(), 200, "a form is a body: {}", answer.text());
}

#[test]
fn remember_me_makes_the_permanent_cookie_the_active_one() {
    let gateway = GatewayProcess::new().start();
    let answer = log_in(&Client::nobody(&gateway), &gateway, ",\"rememberMe\":true");
    let set = cookies(&answer);
    assert_eq!(set["ss-opt"].0, "perm");
    assert!(set["ss-pid"].1.contains("expires="));
    let permanent = format!("ss-pid={}; ss-opt=perm", set["ss-pid"].0);
    assert_eq!(status_with(&gateway, &permanent), 200);
    assert_eq!(
        status_with(&gateway, &format!("ss-id={}", set["ss-id"].0)),
        401
    );
}

#[test]
fn an_id_that_was_planted_is_never_taken_over() {
    let gateway = GatewayProcess::new().start();
    let planted = "ss-id=planted; ss-pid=planted; ss-opt=perm";
    let victim = Client::with_cookies(&gateway, planted);
    let first = log_in(&victim, &gateway, "");
    assert_eq!(status_with(&gateway, planted), 401);
    // Signing in anew ends the session that the client had.
    let earlier = format!("ss-id={}", cookies(&first)["ss-id"].0);
    let second = log_in(&Client::with_cookies(&gateway, &earlier), &gateway, "");
    assert_eq!(status_with(&gateway, &earlier), 401);
    let later = format!("ss-id={}", cookies(&second)["ss-id"].0);
    assert_eq!(status_with(&gateway, &later), 200);
}

#[test]
fn garbage_among_the_cookies_does_no_harm() {
    let gateway = GatewayProcess::new().start();
    let answer = log_in(&Client::nobody(&gateway), &gateway, "");
    let id = cookies(&answer)["ss-id"].0;
    for garbage in [
        "",
        "=; ;;",
        "18 Nov 2046 20:12:04 GMT=null; ",
        "ss-pid=%FF%FE; ss-opt=,,, ; ",
        "ss-id; ss-tok=\"; ",
    ] {
        let mixed = format!("{garbage}ss-id={id}");
        assert_eq!(status_with(&gateway, &mixed), 200, "{garbage}");
        assert_eq!(
            status_with(&gateway, &format!("{garbage}ss-id=")),
            401,
            "{garbage}"
        );
    }
}

#[test]
fn http_basic_signs_in_too() {
    let gateway = GatewayProcess::new().start();
    let first = Client::admin(&gateway).generate_key("{}");
    let uri = first.uri();
    assert_eq!(first.headers("cache-control"), ["no-store"]);
    let id = cookies(&first)["ss-id"].0;
    let by_cookie = Client::with_cookies(&gateway, &format!("ss-id={id}")).generate_key("{}");
    assert_eq!(
        by_cookie.uri(),
        uri,
        "with the cookie it is the same session"
    );
    assert!(cookies(&by_cookie).is_empty());
    let again = Client::admin(&gateway).generate_key("{}");
    assert_eq!(again.uri(), uri, "and without it too");

    let answer = Client::admin(&gateway).send("POST", "/auth/basic", JSON, "");
    assert_eq!(answer.status(), 200, "{}", answer.text());
    assert_ne!(cookies(&answer)["ss-id"].0, id);
    let nothing = Client::nobody(&gateway).send("POST", "/auth/basic", JSON, "");
    assert_eq!(nothing.status(), 401);
    assert_eq!(
        nothing.json()["responseStatus"]["message"],
        "Invalid BasicAuth Credentials"
    );
}

#[test]
fn a_password_is_never_taken_from_an_address() {
    let gateway = GatewayProcess::new().start();
    let password = gateway.admin_password();
    for path in ["/auth/credentials", "/auth/basic", "/auth"] {
        let path = format!("{path}?userName=admin&password={password}");
        let answer = Client::nobody(&gateway).send("GET", &path, JSON, "");
        assert_eq!(answer.status(), 405, "{path}: {}", answer.text());
        assert!(cookies(&answer).is_empty());
    }
    assert!(!gateway.log().contains(password));
}

#[test]
fn a_key_is_kept_by_no_cache_in_a_batch_either() {
    let gateway = GatewayProcess::new().start();
    let answer = log_in(&Client::nobody(&gateway), &gateway, "");
    let id = cookies(&answer)["ss-id"].0;
    let client = Client::with_cookies(&gateway, &format!("ss-id={id}"));
    let single = client.generate_key("{}");
    assert_eq!(single.headers("cache-control"), ["no-store"]);
    let path = "/json/reply/GenerateTwoFactorAuthenticationKeyRequest[]";
    let batch = client.send("PUT", path, "application/json", "[{},{}]");
    assert_eq!(batch.json().as_array().map(Vec::len), Some(2));
    assert_eq!(batch.headers("cache-control"), ["no-store"]);
}

#[test]
fn a_refusal_after_signing_in_tells_of_the_session_too() {
    let gateway = GatewayProcess::new().start();
    let refused = Client::admin(&gateway).generate_key("{\"organisationId\":\"no such one!\"}");
    assert_eq!(refused.status(), 400);
    let id = cookies(&refused)["ss-id"].0;
    assert_eq!(status_with(&gateway, &format!("ss-id={id}")), 200);
}
