//! Files in multipart bodies.

use conformance::{GatewayProcess, binary};

use crate::{gateway, host, send};

const HEAD: &str = "POST /upload\nContent-Type: multipart/form-data; boundary=\"the boundary\"";

/// The user `test` of the conformance host.
const BASIC: &str = "Authorization: Basic dGVzdDpwQDU1d09yZA==";

fn field(name: &str, value: &str) -> Vec<u8> {
    format!("--the boundary\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        .into_bytes()
}

fn file(name: &str, file_name: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "--the boundary\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
         Content-Type: image/png\r\n\r\n"
    );
    [head.as_bytes(), content, b"\r\n"].concat()
}

fn body(parts: &[Vec<u8>]) -> Vec<u8> {
    [&parts.concat(), b"--the boundary--\r\n".as_slice()].concat()
}

#[test]
fn fields_are_bound_and_files_are_streams() {
    let small = b"a\r\nb\x00\xff".to_vec();
    // Longer than what is held in memory, and than a read.
    let large: Vec<u8> = (0..1_000_000_u32)
        .map(|number| (number % 251) as u8)
        .collect();
    let parts = [
        field("NOTE", "a note & more"),
        file("photo", "C:\\pictures\\me.png", &small),
        field("tags", "x"),
        file("scan", "big.png", &large),
        field("tags", "y"),
        file("empty", "", b""),
    ];
    let reply = send(&host(), HEAD, body(&parts)).json();
    assert_eq!(reply["note"], "a note & more");
    assert_eq!(reply["tags"].to_string(), r#"["x","y"]"#);
    let files = reply["files"].as_array().unwrap();
    assert_eq!(files.len(), 2, "an input without a file is none: {reply}");
    for (found, field, name, content) in [
        (&files[0], "photo", "me.png", &small),
        (&files[1], "scan", "big.png", &large),
    ] {
        let sum: u64 = content.iter().map(|byte| u64::from(*byte)).sum();
        assert_eq!(
            (found["field"].as_str(), found["name"].as_str()),
            (Some(field), Some(name))
        );
        assert_eq!(found["contentType"], "image/png");
        assert_eq!(found["length"], content.len());
        assert_eq!(found["sums"].to_string(), format!("[{sum},{sum}]"));
    }
}

#[test]
fn nothing_of_an_upload_is_left_when_it_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let host = GatewayProcess::of(binary("conformance", "conformance-host"))
        .arg("--extras")
        .env("TMPDIR", folder.path())
        .start();
    let large = file("f", "big", &vec![7; 500_000]);
    assert_eq!(
        send(&host, HEAD, body(std::slice::from_ref(&large))).status,
        200
    );
    let cut_off = body(&[large]);
    assert_eq!(send(&host, HEAD, &cut_off[..400_000]).status, 400);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn only_files_that_somebody_may_send_and_somebody_takes_are_stored() {
    // A host that cannot store anything: whatever is stored fails.
    let folder = tempfile::tempdir().unwrap();
    let host = GatewayProcess::of(binary("conformance", "conformance-host"))
        .arg("--extras")
        .env("TMPDIR", folder.path().join("missing"))
        .start();
    let parts = [field("name", "you"), file("f", "big", &vec![7; 500_000])];
    let upload = |head: &str| send(&host, head, body(&parts));
    assert_eq!(upload(HEAD).error(), (500, "InternalServerError".into()));
    let to = |path: &str| HEAD.replace("/upload", path);
    assert_eq!(upload(&to("/hello")).result(), "Hello, you!");
    assert_eq!(upload(&to("/api/Hello")).result(), "Hello, you!");
    assert_eq!(upload(&to("/nowhere")).error(), (404, "NotFound".into()));
    let private = to("/upload-privately");
    assert_eq!(upload(&private).error(), (401, "Unauthorized".into()));
    let wrong = format!("{private}\nAuthorization: Basic dGVzdDp3cm9uZw==");
    assert_eq!(upload(&wrong).error(), (401, "Unauthorized".into()));
    let signed_in = format!("{private}\n{BASIC}");
    assert_eq!(upload(&signed_in).status, 500);
}

#[test]
fn a_private_upload_is_refused_in_the_order_of_any_other_request() {
    let host = host();
    let head = HEAD.replace("/upload", "/upload-privately");
    let signed_in = format!("{head}\n{BASIC}");
    let good = body(&[field("note", "n"), file("f", "a", b"abc")]);
    let bad = body(&[field("count", "x"), file("f", "a", b"abc")]);
    let reply = send(&host, &signed_in, &good);
    assert_eq!(reply.json()["files"][0]["length"], 3);
    assert!(reply.header("set-cookie").starts_with("ss-id="));
    let refused = |head: &str, body: &[u8]| send(&host, head, body).error().0;
    assert_eq!(refused(&head, &good), 401);
    assert_eq!(refused(&head, &bad), 400, "before the login is missed");
    assert_eq!(refused(&head, &good[..50]), 400);
    // What is signed in stays told of, whatever becomes of the body.
    for broken in [bad.as_slice(), &good[..50]] {
        let reply = send(&host, &signed_in, broken);
        assert_eq!(reply.status, 400);
        assert!(reply.header("set-cookie").starts_with("ss-id="));
    }
}

#[test]
fn parts_that_say_nothing_count_too() {
    let host = host();
    let nameless = b"--the boundary\r\nContent-Disposition: form-data\r\n\r\nx\r\n".to_vec();
    for part in [nameless, file("f", "", b"")] {
        let parts = |count: usize| body(&vec![part.clone(); count]);
        assert_eq!(send(&host, HEAD, parts(1_020)).status, 200);
        let too_many = (413, "RequestEntityTooLarge".to_owned());
        assert_eq!(send(&host, HEAD, parts(1_021)).error(), too_many);
    }
}

#[test]
fn a_predefined_route_takes_files_too() {
    let head = HEAD.replace("/upload", "/json/reply/Upload?note=query");
    let reply = send(&host(), &head, body(&[file("f", "a.txt", b"abc")])).json();
    assert_eq!(
        (reply["note"].as_str(), reply["files"][0]["length"].as_u64()),
        (Some("query"), Some(3))
    );
}

#[test]
fn a_body_that_is_malformed_or_cut_off_is_refused() {
    let host = host();
    let whole = body(&[field("note", "x")]);
    for broken in [
        b"nonsense".as_slice(),
        &whole[..whole.len() - 20],
        &whole[..30],
    ] {
        assert_eq!(
            send(&host, HEAD, broken).error(),
            (400, "SerializationException".into())
        );
    }
    let no_boundary = send(
        &host,
        "POST /upload\nContent-Type: multipart/form-data",
        whole,
    );
    assert_eq!(no_boundary.error(), (400, "SerializationException".into()));
}

#[test]
fn uploads_have_their_limits() {
    let gateway = gateway(&[
        ("SERVER__UPLOAD_LIMIT_BYTES", "200000"),
        ("SERVER__BODY_LIMIT_BYTES", "2000"),
        ("SERVER__MAX_FILES", "2"),
    ]);
    let head = HEAD.replace("/upload", "/auth/credentials");
    let refused = |parts: &[Vec<u8>]| send(&gateway, &head, body(parts)).error();
    let too_large = (413, "RequestEntityTooLarge".to_owned());
    assert_eq!(refused(&[file("f", "big", &[7; 300_000])]), too_large);
    assert_eq!(refused(&[field("f", &"x".repeat(3_000))]), too_large);
    let three = ["a", "b", "c"].map(|name| file("f", name, b"x"));
    assert_eq!(refused(&three), too_large);
    // The first two are taken; what is then refused is the empty sign-in.
    assert_eq!(refused(&three[..2]), (400, "NotEmpty".into()));
}
