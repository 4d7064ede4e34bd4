use std::io::{self, Read};

use actix_web::web;
use bytes::Bytes;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use service::ServiceError;

use super::reading::too_long;

/// Bodies up to this many bytes, as sent, are inflated where they are; longer ones on a thread of
/// their own, so that other requests need not wait.
const INLINE: usize = 16 * 1024;
const BUFFER: usize = 8 * 1024;

/// A content coding of a request body (RFC 9110 section 8.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Gzip,
    Deflate,
    Brotli,
}

/// Reads `Content-Encoding`.
///
/// # Errors
/// 415, with the codings that are known, for any other and for several at once.
pub(super) fn parse(header: &str) -> Result<Option<Coding>, ServiceError> {
    let name = header.trim().to_ascii_lowercase();
    match name.as_str() {
        "" | "identity" => Ok(None),
        "gzip" | "x-gzip" => Ok(Some(Coding::Gzip)),
        "deflate" => Ok(Some(Coding::Deflate)),
        "br" => Ok(Some(Coding::Brotli)),
        _ => {
            let message = format!("a body with the coding '{header}' cannot be read");
            Err(ServiceError::new("UnsupportedMediaType", message)
                .with_header("Accept-Encoding", "gzip, deflate, br"))
        }
    }
}

/// The bytes that were compressed.
///
/// # Errors
/// 400 if they are malformed, 413 if they inflate past `limit`.
pub(super) async fn inflate(
    coding: Coding,
    bytes: Bytes,
    limit: usize,
) -> Result<Bytes, ServiceError> {
    let read = if bytes.len() <= INLINE {
        inflated(coding, &bytes, limit)
    } else {
        web::block(move || inflated(coding, &bytes, limit))
            .await
            .map_err(|fault| ServiceError::internal(fault.to_string()))?
    };
    let inflated = read.map_err(|fault| {
        let message = format!("the body could not be inflated: {fault}");
        ServiceError::new("SerializationException", message)
    })?;
    inflated.map(Bytes::from).ok_or_else(|| too_long(limit))
}

/// `None` if there are more than `limit`; never holds more than that.
fn inflated(coding: Coding, bytes: &[u8], limit: usize) -> io::Result<Option<Vec<u8>>> {
    match coding {
        Coding::Gzip => up_to(MultiGzDecoder::new(bytes), limit),
        Coding::Brotli => up_to(brotli::Decompressor::new(bytes, BUFFER), limit),
        // The standard's deflate has a zlib frame; .NET's and some browsers' has none.
        Coding::Deflate if has_zlib_frame(bytes) => up_to(ZlibDecoder::new(bytes), limit),
        Coding::Deflate => up_to(DeflateDecoder::new(bytes), limit),
    }
}

fn up_to(reader: impl Read, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let mut inflated = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(most).read_to_end(&mut inflated)?;
    Ok((inflated.len() <= limit).then_some(inflated))
}

/// RFC 1950 section 2.2: method 8, and both bytes together a multiple of 31.
fn has_zlib_frame(bytes: &[u8]) -> bool {
    match bytes {
        [first, second, ..] => {
            first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    use super::{Coding, inflated, parse};

    const TEXT: &[u8] = b"{name:World}";

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn every_coding_is_undone_and_deflate_with_or_without_its_frame() {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
        zlib.write_all(TEXT).unwrap();
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::fast());
        raw.write_all(TEXT).unwrap();
        let mut brotli = Vec::new();
        brotli::CompressorWriter::new(&mut brotli, 4096, 5, 22)
            .write_all(TEXT)
            .unwrap();
        for (coding, bytes) in [
            (Coding::Gzip, gzip(TEXT)),
            (Coding::Deflate, zlib.finish().unwrap()),
            (Coding::Deflate, raw.finish().unwrap()),
            (Coding::Brotli, brotli),
        ] {
            let text = inflated(coding, &bytes, 100).unwrap().unwrap();
            assert_eq!(text, TEXT, "{coding:?}");
        }
    }

    #[test]
    fn what_inflates_past_the_limit_is_not_held() {
        let bomb = gzip(&vec![0; 1_000_000]);
        assert!(bomb.len() < 2_000);
        assert_eq!(inflated(Coding::Gzip, &bomb, 999_999).unwrap(), None);
        assert!(inflated(Coding::Gzip, &bomb, 1_000_000).unwrap().is_some());
    }

    #[test]
    fn what_is_malformed_or_unknown_is_refused() {
        assert!(inflated(Coding::Gzip, TEXT, 100).is_err());
        assert!(inflated(Coding::Gzip, &gzip(TEXT)[..12], 100).is_err());
        assert_eq!(parse(" GZIP ").unwrap(), Some(Coding::Gzip));
        assert_eq!(parse("identity").unwrap(), None);
        assert_eq!(parse("zstd").unwrap_err().status(), 415);
        assert_eq!(parse("gzip, br").unwrap_err().status(), 415);
    }
}
