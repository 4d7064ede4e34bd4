//! Tokens: in the answer of a sign-in, in cookies, renewed, and in the place of a session.

use conformance::{GatewayProcess, RunningGateway, TOKEN_KEY, expired_token, token_part};

use crate::client::{Answer, Client};
use crate::command_line::{done, refused};

const JSON: &str = "application/json";

/// A gateway with tokens that may travel by plain HTTP.
pub(crate) fn gateway_with_tokens(in_cookies: bool) -> RunningGateway {
    GatewayProcess::new()
        .env("FOUNDRY__JWT__KEY", TOKEN_KEY)
        .env("FOUNDRY__JWT__USE_TOKEN_COOKIE", in_cookies.to_string())
        .env("FOUNDRY__JWT__REQUIRE_SECURE_CONNECTION", "false")
        .env("FOUNDRY__API_KEYS__REQUIRE_SECURE_CONNECTION", "false")
        .env("FOUNDRY__LOG__LEVEL", "trace")
        .start()
}

pub(crate) fn sign_in(gateway: &RunningGateway, further: &str) -> Answer {
    let password = gateway.admin_password();
    let body = format!("{{\"userName\":\"admin\",\"password\":\"{password}\"{further}}}");
    let answer = Client::nobody(gateway).send("POST", "/auth/credentials", JSON, &body);
    assert_eq!(answer.status(), 200, "{}", answer.text());
    answer
}

/// The access token and the refresh token of a new sign-in.
pub(crate) fn tokens(gateway: &RunningGateway) -> (String, String) {
    let told = sign_in(gateway, "").json();
    let text = |name: &str| told[name].as_str().unwrap().to_owned();
    (text("bearerToken"), text("refreshToken"))
}

pub(crate) fn refresh(client: &Client, token: &str) -> Answer {
    let body = format!("{{\"refreshToken\":\"{token}\"}}");
    client.send("POST", "/access-token", JSON, &body)
}

/// Name, value and attributes of the cookies that an answer sets.
pub(crate) fn cookies(answer: &Answer) -> Vec<(&str, &str, &str)> {
    let lines = answer.headers("set-cookie").into_iter();
    let parts = lines.map(|line| {
        let (pair, attributes) = line.split_once(';').unwrap();
        let (name, value) = pair.split_once('=').unwrap();
        (name, value, attributes)
    });
    parts.collect()
}

/// Every cookie that there is.
pub(crate) const ALL: [&str; 5] = ["ss-id", "ss-pid", "ss-opt", "ss-tok", "ss-reftok"];

/// The value that an answer gives a cookie.
pub(crate) fn value<'a>(answer: &'a Answer, name: &str) -> &'a str {
    let found = cookies(answer).into_iter().find(|(own, _, _)| *own == name);
    found.unwrap_or_else(|| panic!("no cookie {name}")).1
}

pub(crate) fn names<'a>(answer: &'a Answer) -> Vec<&'a str> {
    let all = cookies(answer).into_iter();
    all.map(|(name, _, _)| name).collect::<Vec<&'a str>>()
}

#[test]
fn a_sign_in_answers_tokens_that_count_as_its_session_does() {
    let gateway = gateway_with_tokens(false);
    let answer = sign_in(&gateway, "");
    assert_eq!(answer.headers("cache-control"), ["no-store"]);
    assert_eq!(names(&answer), ALL, "and forgets tokens in cookies");
    assert_eq!(value(&answer, "ss-tok"), "");
    let told = answer.json();
    assert!(
        told["refreshTokenExpiry"]
            .as_str()
            .unwrap()
            .starts_with("/Date(")
    );
    let token = told["bearerToken"].as_str().unwrap();
    assert!(token_part(token, 1).starts_with("{\"iss\":\"ssjwt\",\"sub\":1,\"iat\":"));

    let client = Client::bearer(&gateway, token);
    let first = client.generate_key("{}").uri();
    assert_eq!(client.generate_key("{}").uri(), first, "one session");
    let who = client.send("GET", "/auth", JSON, "");
    assert_eq!(who.headers("cache-control"), ["no-store"]);
    let who = who.json();
    assert_eq!(
        (&who["userName"], &who["authProvider"], &who["roles"][0]),
        (&"admin".into(), &"jwt".into(), &"Admin".into())
    );
    assert!(who.get("sessionId").is_none() && who.get("bearerToken").is_none());
    let directly = client.send("POST", "/auth/jwt", JSON, "{}");
    assert_eq!(directly.status(), 405, "{}", directly.text());
    let in_jsv = client.send("PUT", crate::client::ROUTE, "text/jsv", "{}");
    assert_eq!(in_jsv.status(), 200, "{}", in_jsv.text());
}

#[test]
fn a_refresh_token_gets_a_new_token_whatever_else_is_sent_along() {
    let gateway = gateway_with_tokens(false);
    let (access, refresh_token) = tokens(&gateway);
    let expired = Client::bearer(&gateway, &expired_token(&access));
    let refused = expired.generate_key("{}");
    let (status, code, message) = refused.refusal();
    assert_eq!((status, code.as_str()), (401, "TokenException"));
    assert_eq!(message, "Token has expired");
    let answer = refresh(&expired, &refresh_token);
    assert_eq!(answer.status(), 200, "{}", answer.text());
    assert_eq!(answer.headers("cache-control"), ["no-store"]);
    assert!(cookies(&answer).is_empty());
    let new = answer.json()["accessToken"].as_str().unwrap().to_owned();
    assert_ne!(new, access);
    let first = Client::bearer(&gateway, &access).generate_key("{}").uri();
    let second = Client::bearer(&gateway, &new).generate_key("{}").uri();
    assert_eq!(first, second, "the same sign-in, hence one session");
    for path in ["/api/GetAccessToken", "/json/reply/GetAccessToken"] {
        let body = format!("{{\"RefreshToken\":\"{refresh_token}\",\"useTokenCookie\":null}}");
        let answer = expired.send("POST", path, JSON, &body);
        assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    }
    let in_url = expired.send("GET", "/access-token?refreshToken=x", JSON, "");
    assert_eq!(in_url.status(), 405, "no link holds a token");
}

#[test]
fn tokens_live_in_cookies_that_scripts_cannot_read_but_learn_of() {
    let gateway = gateway_with_tokens(true);
    let answer = sign_in(&gateway, ",\"rememberMe\":true");
    assert_eq!(names(&answer), ALL, "and forgets a session");
    assert_eq!(value(&answer, "ss-id"), "");
    for (name, value, attributes) in cookies(&answer).split_off(3) {
        assert_eq!(value.split('.').count(), 3, "{name}");
        for attribute in [
            "; max-age=",
            "; expires=",
            "; path=/",
            "; samesite=lax",
            "; httponly",
        ] {
            let attributes = format!(";{attributes}");
            assert!(attributes.contains(attribute), "{name}{attributes}");
        }
        assert!(!attributes.contains("secure"), "plain HTTP: {attributes}");
    }
    assert_eq!(answer.headers("x-cookies"), ["ss-tok,ss-reftok"]);
    assert_eq!(answer.headers("cache-control"), ["no-store"]);
    let told = answer.json();
    for absent in ["bearerToken", "refreshToken", "sessionId"] {
        assert!(told.get(absent).is_none(), "{absent}");
    }
    let (access, refresh) = (value(&answer, "ss-tok"), value(&answer, "ss-reftok"));

    let client = Client::with_cookies(&gateway, &format!("ss-tok={access}; GMT=null"));
    assert_eq!(client.generate_key("{}").status(), 200);
    assert_eq!(
        client.send("GET", "/auth", JSON, "").json()["userName"],
        "admin"
    );
    let ended = format!("ss-tok={}; ss-reftok={refresh}", expired_token(access));
    let renewed = Client::with_cookies(&gateway, &ended).generate_key("{}");
    assert_eq!(renewed.status(), 200, "{}", renewed.text());
    assert_eq!(names(&renewed), ["ss-tok"]);
    assert!(cookies(&renewed)[0].2.contains("max-age="), "remembered");
    assert_eq!(renewed.headers("x-cookies"), ["ss-tok"]);
    assert_eq!(renewed.headers("cache-control"), ["no-store"]);

    let only_refresh = Client::with_cookies(&gateway, &format!("ss-reftok={refresh}"));
    assert_eq!(only_refresh.generate_key("{}").status(), 401);
    let answer = only_refresh.send("POST", "/access-token", JSON, "{}");
    assert_eq!((answer.status(), answer.text()), (200, "{}"));
    assert_eq!(names(&answer), ["ss-tok"]);
    let out = client.send("POST", "/auth/logout", JSON, "");
    assert_eq!(names(&out), ALL);
}

#[test]
fn without_remember_me_tokens_go_with_the_browser() {
    let gateway = gateway_with_tokens(true);
    let answer = sign_in(&gateway, "");
    for (name, _, attributes) in cookies(&answer).split_off(3) {
        assert!(!attributes.contains("max-age"), "{name};{attributes}");
        assert!(!attributes.contains("expires"), "{name};{attributes}");
    }
    let ended = expired_token(value(&answer, "ss-tok"));
    let cookie = format!("ss-tok={ended}; ss-reftok={}", value(&answer, "ss-reftok"));
    let renewed = Client::with_cookies(&gateway, &cookie).generate_key("{}");
    assert_eq!((renewed.status(), names(&renewed)), (200, vec!["ss-tok"]));
    assert!(!cookies(&renewed)[0].2.contains("max-age"));
}

#[test]
fn a_client_may_ask_for_a_session_and_turn_it_into_a_token_later() {
    let gateway = gateway_with_tokens(true);
    let answer = sign_in(&gateway, ",\"meta\":{\"ignore\":\"jwt\"}");
    assert_eq!(names(&answer), ALL);
    let session = format!("ss-id={}", value(&answer, "ss-id"));
    let client = Client::with_cookies(&gateway, &session);
    let kept = client.send(
        "POST",
        "/session-to-token",
        JSON,
        "{\"preserveSession\":true}",
    );
    assert_eq!((kept.status(), kept.text()), (200, "{}"));
    assert_eq!(names(&kept), ["ss-tok"]);
    assert_eq!(client.generate_key("{}").status(), 200, "it is kept");
    let answer = client.send("POST", "/session-to-token", JSON, "{}");
    assert_eq!(names(&answer), ["ss-id", "ss-pid", "ss-opt", "ss-tok"]);
    assert_eq!(client.generate_key("{}").status(), 401, "it has ended");
    let token = value(&answer, "ss-tok");
    let holder = Client::with_cookies(&gateway, &format!("ss-tok={token}"));
    assert_eq!(holder.generate_key("{}").status(), 200);
    let again = holder.send("POST", "/session-to-token", JSON, "{}");
    assert_eq!(again.status(), 403, "a token does not prolong itself");
    let nobody = Client::nobody(&gateway).send("POST", "/session-to-token", JSON, "{}");
    assert_eq!(nobody.status(), 401);
}

#[test]
fn by_plain_http_there_are_no_tokens_unless_the_settings_say_so() {
    let gateway = GatewayProcess::new()
        .env("FOUNDRY__JWT__KEY", TOKEN_KEY)
        .start();
    assert_eq!(names(&sign_in(&gateway, "")), ALL);
    let https = Client::with(&gateway, "X-Forwarded-Proto", "https");
    let password = gateway.admin_password();
    let body = format!("{{\"userName\":\"admin\",\"password\":\"{password}\"}}");
    let answer = https.send("POST", "/auth/credentials", JSON, &body);
    assert_eq!(names(&answer), ALL);
    for (name, _, attributes) in cookies(&answer) {
        assert!(attributes.contains("; secure;"), "{name}{attributes}");
    }
    let (access, refresh_token) = (value(&answer, "ss-tok"), value(&answer, "ss-reftok"));
    for refused in [
        Client::bearer(&gateway, access).generate_key("{}"),
        Client::with_cookies(&gateway, &format!("ss-tok={access}")).generate_key("{}"),
        refresh(&Client::nobody(&gateway), refresh_token),
    ] {
        let (status, code, message) = refused.refusal();
        assert_eq!((status, code.as_str()), (403, "Forbidden"), "{message}");
        assert!(message.contains("RequireSecureConnection"), "{message}");
    }
    assert_eq!(refresh(&https, refresh_token).status(), 200);
}

/// Kubernetes and Docker mount secrets as files; one made by hand is often for everybody.
#[cfg(unix)]
#[test]
fn a_key_file_that_others_can_read_is_told_of() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let (own, shared) = (
        folder.path().join("own.key"),
        folder.path().join("shared.key"),
    );
    for (path, mode) in [(&own, 0o600), (&shared, 0o644)] {
        std::fs::write(path, TOKEN_KEY).unwrap();
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    for (key, previous) in [(&own, &shared), (&shared, &own)] {
        let gateway = GatewayProcess::new()
            .env("FOUNDRY__JWT__KEY_FILE", key)
            .env("FOUNDRY__JWT__PREVIOUS_KEYS_FILE", previous)
            .start();
        let log = gateway.log();
        assert!(log.contains("can be read by others"), "{log}");
        assert!(
            log.contains("shared.key") && !log.contains("own.key"),
            "{log}"
        );
        assert!(!log.contains(TOKEN_KEY));
        let openapi = Client::nobody(&gateway)
            .send("GET", "/openapi.json", JSON, "")
            .json();
        let schemes = &openapi["components"]["securitySchemes"];
        assert_eq!(schemes["bearer"]["scheme"], "bearer");
        assert_eq!(schemes["apiKey"]["name"], "X-Api-Key");
    }
}

#[test]
fn without_a_key_there_are_no_tokens_and_a_bad_key_is_no_start() {
    let gateway = GatewayProcess::new().start();
    let answer = sign_in(&gateway, "");
    assert_eq!(names(&answer), ["ss-id", "ss-pid", "ss-opt"]);
    assert!(answer.json().get("bearerToken").is_none());
    assert_eq!(refresh(&Client::nobody(&gateway), "d.e.f").status(), 404);
    let here = gateway.folder().path();
    std::fs::write(here.join("own.toml"), "[jwt]\nkey = \"c2hvcnQ=\"\n").unwrap();
    for arguments in [
        &["check", "--config", "own.toml"][..],
        &["--config", "own.toml"],
    ] {
        let fault = refused(here, arguments, "", 3);
        assert!(
            fault.contains("own.toml:2: jwt.key is too short"),
            "{fault}"
        );
        assert!(!fault.contains("c2hvcnQ"), "{fault}");
    }
    std::fs::write(
        here.join("own.toml"),
        format!("[jwt]\nkey = \"{TOKEN_KEY}\"\n"),
    )
    .unwrap();
    done(here, &["check", "--config", "own.toml"], "");
}
