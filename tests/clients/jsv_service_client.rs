//! The requests of ServiceStack's C# `JsvServiceClient`, byte for byte; that client itself needs .NET.
//! Its wire: PascalCase JSV, `[Route]` paths, predefined routes for batches and one-way calls.

use conformance::{GatewayProcess, RunningGateway, expired_token};
use data_encoding::BASE64;

use crate::raw::{Answer, Connection};
use crate::suite::conformance_host;
use crate::token_hosts::{gateway_with_tokens, tokens};

const ROUTE: &str = "PUT /users/2fa/generate-key";
const OPERATION: &str = "GenerateTwoFactorAuthenticationKeyRequest";
/// What the client sends with every request.
const COMMON: [&str; 3] = [
    "Accept: application/jsv",
    "User-Agent: ServiceStackClient/8.60",
    "Accept-Encoding: gzip, deflate",
];
const CONTENT_TYPE: &str = "Content-Type: application/jsv";

fn jsv(connection: &mut Connection, line: &str, more: &[&str], body: &str) -> Answer {
    let headers = [&COMMON[..], &[CONTENT_TYPE], more].concat();
    connection.send(line, &headers, body)
}

fn get(connection: &mut Connection, target: &str) -> Answer {
    connection.send(&format!("GET {target}"), &COMMON, "")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn basic(gateway: &RunningGateway) -> String {
    let login = format!("admin:{}", gateway.admin_password());
    format!("Authorization: Basic {}", BASE64.encode(login.as_bytes()))
}

fn assert_key(answer: &Answer) {
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.exactly("Content-Type"), ["application/jsv"]);
    let starts = answer.body.starts_with("{twoFactorUri:\"otpauth://totp/");
    assert!(starts && answer.body.ends_with("\"}"), "{}", answer.body);
}

#[test]
fn j1_j2_put_and_send_with_a_login_after_401() {
    let gateway = GatewayProcess::new().start();
    let mut connection = Connection::open(gateway.base());
    let body = "{OrganisationId:default}";
    // J3, J7: without credentials first; the client's parser of the challenge needs quotes.
    let refused = jsv(&mut connection, ROUTE, &[], body);
    assert_eq!(
        (refused.status, refused.reason.as_str()),
        (401, "Unauthorized")
    );
    assert_eq!(
        refused.body,
        "{responseStatus:{errorCode:Unauthorized,message:Not Authenticated,errors:[]}}"
    );
    assert_eq!(refused.exactly("Content-Type"), ["application/jsv"]);
    let challenge = refused.exactly("Www-Authenticate").join(",");
    let (_, realm) = challenge.split_once(" realm=").unwrap_or_default();
    assert!(
        realm.starts_with('"') && realm.ends_with('"'),
        "{challenge}"
    );

    let login = basic(&gateway);
    assert_key(&jsv(&mut connection, ROUTE, &[&login], body));
    assert_key(&jsv(&mut connection, ROUTE, &[&login], "{}"));
    assert_key(&jsv(
        &mut connection,
        ROUTE,
        &[&login],
        "{organisationId:default}",
    ));
}

#[test]
fn j4_j5_values_in_quotes_arrive_and_errors_name_their_field() {
    let gateway = GatewayProcess::new().start();
    let login = basic(&gateway);
    let mut connection = Connection::open(gateway.base());
    for value in ["a,b", "say \"hi\"", "not a valid id!"] {
        let body = format!("{{OrganisationId:{}}}", quoted(value));
        let answer = jsv(&mut connection, ROUTE, &[&login], &body);
        assert_eq!(answer.status, 400, "{}", answer.body);
        let body = &answer.body;
        assert!(body.starts_with("{responseStatus:{errorCode:"), "{body}");
        assert!(body.contains("errors:[{errorCode:"), "{body}");
        assert!(
            body.contains(",fieldName:OrganisationId,message:"),
            "{body}"
        );
    }
    let host = conformance_host();
    let mut connection = Connection::open(host.base());
    for value in ["a,b", "say \"hi\"", "{x:[y]}", " spaces "] {
        let body = format!("{{Name:{}}}", quoted(value));
        let answer = jsv(&mut connection, "POST /hello", &[], &body);
        let result = quoted(&format!("Hello, {value}!"));
        assert_eq!(answer.body, format!("{{result:{result}}}"));
    }
}

#[test]
fn j6_a_login_gives_cookies_in_the_spelling_that_clients_compare() {
    let gateway = GatewayProcess::new().start();
    let mut connection = Connection::open(gateway.base());
    let password = quoted(gateway.admin_password());
    let body = format!("{{provider:credentials,UserName:admin,Password:{password}}}");
    let answer = jsv(&mut connection, "POST /jsv/reply/Authenticate", &[], &body);
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(answer.body.contains("sessionId:"), "{}", answer.body);
    let cookies = answer.exactly("Set-Cookie");
    for name in ["ss-id=", "ss-pid=", "ss-opt="] {
        assert!(
            cookies.iter().any(|cookie| cookie.starts_with(name)),
            "{name}"
        );
    }
    let permanent = cookies.iter().find(|cookie| cookie.starts_with("ss-pid="));
    assert!(
        permanent.is_some_and(|cookie| cookie.contains("; expires=")),
        "{cookies:?}"
    );
    for name in ["Content-Type", "Content-Length", "Vary"] {
        assert_eq!(answer.exactly(name).len(), 1, "{name}");
    }

    let jar = format!("Cookie: {}", answer.cookies());
    assert_key(&jsv(&mut connection, ROUTE, &[&jar], "{}"));
}

/// The refresh is JSON whatever the client's format is, and has neither token nor cookie.
fn refresh(connection: &mut Connection, token: &str) -> Answer {
    connection.send(
        "POST /json/reply/GetAccessToken",
        &["Accept: application/json", "Content-Type: application/json"],
        &format!("{{\"RefreshToken\":\"{token}\"}}"),
    )
}

#[test]
fn j8_j9_a_bearer_token_and_the_refresh_once_it_has_expired() {
    let gateway = gateway_with_tokens(false);
    let (access, refresh_token) = tokens(&gateway);
    let mut connection = Connection::open(gateway.base());
    let bearer = |token: &str| format!("Authorization: Bearer {token}");
    assert_key(&jsv(&mut connection, ROUTE, &[&bearer(&access)], "{}"));

    let expired = bearer(&expired_token(&access));
    let refused = jsv(&mut connection, ROUTE, &[&expired], "{}");
    assert_eq!(refused.status, 401, "{}", refused.body);
    assert_eq!(
        refused.body,
        "{responseStatus:{errorCode:TokenException,message:Token has expired,errors:[]}}"
    );
    let answer = refresh(&mut connection, &refresh_token);
    assert_eq!(answer.status, 200, "{}", answer.body);
    let token = answer.body.strip_prefix("{\"accessToken\":\"");
    let token = token.and_then(|rest| rest.strip_suffix("\"}"));
    let token = token.unwrap_or_else(|| panic!("{}", answer.body));
    assert_key(&jsv(&mut connection, ROUTE, &[&bearer(token)], "{}"));
}

#[test]
fn j8_j9_an_unknown_bearer_token_and_the_refresh_that_follows() {
    for gateway in [GatewayProcess::new().start(), gateway_with_tokens(false)] {
        let mut connection = Connection::open(gateway.base());
        let bearer = ["Authorization: Bearer a.b.c"];
        let refused = jsv(&mut connection, ROUTE, &bearer, "{}");
        assert_eq!(refused.status, 401, "{}", refused.body);
        let answer = refresh(&mut connection, "d.e.f");
        assert!((400..500).contains(&answer.status), "{}", answer.body);
        assert!(
            answer
                .body
                .starts_with("{\"responseStatus\":{\"errorCode\":"),
            "{}",
            answer.body
        );
    }
}

#[test]
fn j10_j11_j12_batches_one_way_and_verbs_behind_post() {
    let gateway = GatewayProcess::new().start();
    let login = basic(&gateway);
    let put = "X-Http-Method-Override: PUT";
    let mut connection = Connection::open(gateway.base());
    let batch = "[{OrganisationId:default},{OrganisationId:default}]";
    let line = format!("POST /jsv/reply/{OPERATION}[]");
    let plain = jsv(&mut connection, &line, &[&login], batch);
    assert_eq!(plain.status, 405, "{}", plain.body);
    assert!(
        plain.body.contains("errorCode:NotImplementedException"),
        "{}",
        plain.body
    );
    let with_verb = jsv(&mut connection, &line, &[&login, put], batch);
    assert_eq!(with_verb.status, 200, "{}", with_verb.body);
    assert!(
        with_verb.body.starts_with("[{twoFactorUri:"),
        "{}",
        with_verb.body
    );

    let one_way = format!("PUT /jsv/oneway/{OPERATION}");
    let one_way = jsv(
        &mut connection,
        &one_way,
        &[&login],
        "{OrganisationId:default}",
    );
    assert!((200..300).contains(&one_way.status), "{}", one_way.body);

    let emulated = jsv(
        &mut connection,
        "POST /users/2fa/generate-key",
        &[&login, put],
        "{}",
    );
    assert_key(&emulated);
}

#[test]
fn j13_what_is_not_there_is_told_in_jsv() {
    let host = conformance_host();
    let mut connection = Connection::open(host.base());
    for (target, status, reason) in [
        ("/no/such/path", 404, "NotFound"),
        ("/throw/NullReference", 500, "NullReferenceException"),
        ("/jsv/reply/Unheard", 405, "NotImplementedException"),
    ] {
        let answer = get(&mut connection, target);
        assert_eq!((answer.status, answer.reason.as_str()), (status, reason));
        assert_eq!(
            answer.exactly("Content-Type"),
            ["application/jsv"],
            "{target}"
        );
        assert!(
            answer.body.starts_with("{responseStatus:{errorCode:"),
            "{}",
            answer.body
        );
    }
}

#[test]
fn j14_bodies_in_gzip_both_ways() {
    let host = conformance_host();
    let mut connection = Connection::open(host.base());
    let headers = [&COMMON[..], &[CONTENT_TYPE]].concat();
    let name = "n".repeat(10_000);
    let answer = connection.send_gzip("POST /hello", &headers, &format!("{{Name:{name}}}"));
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.exactly("Content-Encoding"), ["gzip"]);
    assert_eq!(answer.body, format!("{{result:\"Hello, {name}!\"}}"));

    let gateway = GatewayProcess::new().start();
    let mut connection = Connection::open(gateway.base());
    let authorization = basic(&gateway);
    let headers = [&headers[..], &[&authorization]].concat();
    let body = "{OrganisationId:default}";
    assert_key(&connection.send_gzip(ROUTE, &headers, body));
}

#[test]
fn j15_lists_objects_and_dates_in_a_query() {
    let host = conformance_host();
    let mut connection = Connection::open(host.base());
    let query =
        "intList=1,2,3&nested=%7BId%3A1,Name%3Ax%7D&dateTime=2024-01-02&stringMap=%7Ba:b%7D";
    let answer = get(&mut connection, &format!("/alltypes?{query}"));
    assert_eq!(answer.status, 200, "{}", answer.body);
    for part in [
        "intList:[1,2,3]",
        "nested:{id:1,name:x}",
        "stringMap:{a:b}",
        "2024-01-02",
    ] {
        assert!(answer.body.contains(part), "{part} in {}", answer.body);
    }
    let json = get(&mut connection, &format!("/alltypes?{query}&format=json"));
    assert_eq!(
        json.exactly("Content-Type"),
        ["application/json; charset=utf-8"]
    );
    assert!(json.body.contains("\"intList\":[1,2,3]"), "{}", json.body);
}

#[test]
fn the_legacy_content_type_both_cases_of_names_and_100_continue() {
    let host = conformance_host();
    let mut connection = Connection::open(host.base());
    let legacy = ["Accept: text/jsv", "Content-Type: text/jsv"];
    for name in ["Name", "name", "NAME"] {
        let answer = connection.send("POST /hello", &legacy, &format!("{{{name}:x}}"));
        assert_eq!(answer.exactly("Content-Type"), ["text/jsv"]);
        assert_eq!(answer.body, "{result:\"Hello, x!\"}");
    }
    let headers = [&COMMON[..], &[CONTENT_TYPE]].concat();
    let body = format!("{{Name:{}}}", "n".repeat(100_000));
    let answer = connection.send_expecting("POST /hello", &headers, &body);
    assert_eq!(answer.status, 200);
    assert!(answer.body.len() > 100_000);
}
