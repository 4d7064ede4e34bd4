use std::io::{self, Write};

use actix_web::http::header::{ACCEPT_ENCODING, HeaderMap};
use actix_web::web;
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

use super::Answer;

/// Brotli's quality for answers made on the fly: beyond it, time grows faster than what is saved.
const BROTLI_QUALITY: u32 = 4;
const BROTLI_WINDOW: u32 = 20;
const BUFFER: usize = 4096;
/// Answers up to this many bytes are compressed where they are; longer ones on a thread of their
/// own, so that other requests need not wait.
const INLINE: usize = 64 * 1024;

/// A content coding of an answer, the better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Brotli,
    Gzip,
    Deflate,
}

impl Coding {
    const ALL: [Self; 3] = [Self::Brotli, Self::Gzip, Self::Deflate];

    const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Deflate => "deflate",
        }
    }
}

/// Compresses an answer of at least `from` bytes of text in the coding that the client likes best,
/// if it takes any.
pub(crate) async fn compress(answer: &mut Answer, request: &HeaderMap, from: usize) {
    // A stream would be held back until there is enough of it to compress.
    if answer.stream.is_some()
        || answer.body.len() < from
        || !is_text(answer)
        || answer.has_header("Content-Encoding")
    {
        return;
    }
    // Said even where nothing is compressed: another client's answer may be.
    answer.add_header("Vary", "Accept-Encoding".to_owned());
    let accepted = request
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let Some(coding) = accepted.and_then(preferred) else {
        return;
    };
    let plain = std::mem::take(&mut answer.body);
    let (plain, compressed) = if plain.len() <= INLINE {
        let compressed = compressed(coding, &plain);
        (plain, compressed)
    } else {
        let done = web::block(move || {
            let compressed = compressed(coding, &plain);
            (plain, compressed)
        });
        match done.await {
            Ok(both) => both,
            Err(fault) => return lost(answer, &fault),
        }
    };
    match compressed {
        Ok(body) if body.len() < plain.len() => {
            answer.body = body;
            answer.add_header("Content-Encoding", coding.name().to_owned());
            weaken_etag(answer);
        }
        Ok(_) => answer.body = plain,
        Err(fault) => {
            tracing::error!(%fault, "an answer could not be compressed");
            answer.body = plain;
        }
    }
}

/// The thread that had the body is gone, and the body with it.
fn lost(answer: &mut Answer, fault: &dyn std::fmt::Display) {
    tracing::error!(%fault, "an answer was lost while it was compressed");
    *answer = Answer::empty(500);
}

fn is_text(answer: &Answer) -> bool {
    let content_type = answer.content_type.as_deref().unwrap_or_default();
    let media_type = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim_end();
    media_type.starts_with("text/")
        || ["json", "xml", "jsv", "javascript", "x-msgpack"]
            .iter()
            .any(|kind| media_type.ends_with(kind))
}

/// The coding with the highest weight (RFC 9110 section 12.5.3); of equal ones the better.
fn preferred(header: &str) -> Option<Coding> {
    let mut best: Option<(u16, Coding)> = None;
    for coding in Coding::ALL {
        let weight = weight_of(header, coding.name());
        if weight > best.map_or(0, |(known, _)| known) {
            best = Some((weight, coding));
        }
    }
    best.map(|(_, coding)| coding)
}

/// Whether the client takes what is stored compressed with gzip.
pub(crate) fn takes_gzip(request: &HeaderMap) -> bool {
    let mut accepted = request
        .get_all(ACCEPT_ENCODING)
        .filter_map(|value| value.to_str().ok());
    accepted.any(|header| weight_of(header, Coding::Gzip.name()) > 0)
}

/// In thousandths; what is not named counts as `*` does.
fn weight_of(header: &str, name: &str) -> u16 {
    let mut of_any = 0;
    for item in header.split(',') {
        let mut parts = item.split(';').map(str::trim);
        let stated = parts.next().unwrap_or_default();
        let weight = crate::negotiation::weight(parts);
        if stated.eq_ignore_ascii_case(name) {
            return weight;
        }
        if stated == "*" {
            of_any = weight;
        }
    }
    of_any
}

fn compressed(coding: Coding, body: &[u8]) -> io::Result<Vec<u8>> {
    let out = Vec::with_capacity(body.len() / 3);
    match coding {
        Coding::Brotli => {
            let mut encoder =
                brotli::CompressorWriter::new(out, BUFFER, BROTLI_QUALITY, BROTLI_WINDOW);
            encoder.write_all(body)?;
            encoder.flush()?;
            Ok(encoder.into_inner())
        }
        Coding::Gzip => {
            let mut encoder = GzEncoder::new(out, Compression::fast());
            encoder.write_all(body)?;
            encoder.finish()
        }
        Coding::Deflate => {
            let mut encoder = ZlibEncoder::new(out, Compression::fast());
            encoder.write_all(body)?;
            encoder.finish()
        }
    }
}

/// A strong tag names exact bytes, which these are no longer.
fn weaken_etag(answer: &mut Answer) {
    for (name, value) in &mut answer.headers {
        if name.eq_ignore_ascii_case("ETag") && !value.starts_with("W/") {
            value.insert_str(0, "W/");
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderMap, HeaderValue};

    use super::{ACCEPT_ENCODING, Coding, compress, preferred};
    use crate::reply::Answer;

    #[test]
    fn the_heaviest_coding_wins_and_none_is_none() {
        assert_eq!(preferred("gzip, deflate, br"), Some(Coding::Brotli));
        assert_eq!(preferred("gzip;q=1, br;q=0.5"), Some(Coding::Gzip));
        assert_eq!(preferred("br;q=0, *;q=0.1"), Some(Coding::Gzip));
        assert_eq!(preferred("deflate"), Some(Coding::Deflate));
        for nothing in ["", "identity", "gzip;q=0", "*;q=0", "zstd"] {
            assert_eq!(preferred(nothing), None, "{nothing:?}");
        }
    }

    #[actix_web::test]
    async fn only_long_text_is_compressed() {
        let answer = async |content_type, length| {
            let mut request = HeaderMap::new();
            request.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
            let mut answer = Answer::with_body(200, content_type, vec![b'a'; length]);
            compress(&mut answer, &request, 1_000).await;
            answer
        };
        for length in [1_000, 1_000_000] {
            let long = answer("application/json; charset=utf-8", length).await;
            assert!(long.has_header("Content-Encoding") && long.body.len() < length / 10);
        }
        let short = answer("application/json", 999).await;
        assert!(short.headers.is_empty() && short.body.len() == 999);
        assert_eq!(answer("image/png", 5_000).await.body.len(), 5_000);
    }
}
