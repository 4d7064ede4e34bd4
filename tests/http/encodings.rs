//! Content codings of requests and of answers.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::{DeflateDecoder, GzDecoder, ZlibDecoder};
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

use crate::{gateway, host, send};

const HELLO: &str = "POST /hello\nContent-Type: application/json";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_compressed_body_is_read_whatever_its_coding() {
    let host = host();
    let text = br#"{"name":"zipped"}"#;
    let mut raw = DeflateEncoder::new(Vec::new(), Compression::fast());
    raw.write_all(text).unwrap();
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(text).unwrap();
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 4096, 4, 20)
        .write_all(text)
        .unwrap();
    for (coding, body) in [
        ("gzip", gzip(text)),
        ("GZip", gzip(text)),
        ("deflate", raw.finish().unwrap()),
        ("deflate", zlib.finish().unwrap()),
        ("br", brotli),
        ("identity", text.to_vec()),
    ] {
        let reply = send(&host, &format!("{HELLO}\nContent-Encoding: {coding}"), body);
        assert_eq!(reply.result(), "Hello, zipped!", "{coding}");
    }
}

#[test]
fn a_coding_that_is_unknown_or_broken_is_refused() {
    let host = host();
    let unknown = send(&host, &format!("{HELLO}\nContent-Encoding: zstd"), "x");
    assert_eq!(unknown.error(), (415, "UnsupportedMediaType".into()));
    assert_eq!(unknown.header("accept-encoding"), "gzip, deflate, br");
    let broken = send(
        &host,
        &format!("{HELLO}\nContent-Encoding: gzip"),
        "{\"name\":\"x\"}",
    );
    assert_eq!(broken.error(), (400, "SerializationException".into()));
}

#[test]
fn a_body_that_inflates_past_the_limit_is_refused() {
    let gateway = gateway(&[("SERVER__BODY_LIMIT_BYTES", "100000")]);
    let bomb = gzip(&vec![b' '; 10_000_000]);
    assert!(bomb.len() < 20_000);
    let head = "POST /auth/credentials\nContent-Type: application/json\nContent-Encoding: gzip";
    assert_eq!(
        send(&gateway, head, bomb).error(),
        (413, "RequestEntityTooLarge".into())
    );
}

#[test]
fn a_long_answer_is_compressed_as_the_client_likes_it() {
    let host = host();
    let plain = send(&host, "GET /repeat/500", "");
    assert_eq!(plain.header("content-encoding"), "");
    assert!(
        plain.all("vary").contains(&"Accept-Encoding"),
        "{:?}",
        plain.all("vary")
    );
    for (accepted, coding) in [
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("deflate, identity", "deflate"),
        ("*", "br"),
    ] {
        let reply = send(
            &host,
            &format!("GET /repeat/500\nAccept-Encoding: {accepted}"),
            "",
        );
        assert_eq!(reply.header("content-encoding"), coding, "{accepted}");
        let mut text = Vec::new();
        match coding {
            "br" => brotli::Decompressor::new(reply.bytes.as_slice(), 4096).read_to_end(&mut text),
            "gzip" => GzDecoder::new(reply.bytes.as_slice()).read_to_end(&mut text),
            _ => ZlibDecoder::new(reply.bytes.as_slice()).read_to_end(&mut text),
        }
        .unwrap();
        assert_eq!(text, plain.bytes, "{accepted}");
    }
    let raw = DeflateDecoder::new(plain.bytes.as_slice()).read_to_end(&mut Vec::new());
    assert!(
        raw.is_err(),
        "an answer that nobody asked to compress is plain"
    );
}

#[test]
fn a_short_answer_stays_as_it_is() {
    let reply = send(&host(), "GET /hello/x\nAccept-Encoding: gzip", "");
    assert_eq!(
        (reply.header("content-encoding"), reply.all("vary")),
        ("", vec!["Accept"])
    );
}
