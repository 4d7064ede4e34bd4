//! Tokens that no gateway has made: what an attacker would send, and what time would make of one.

#![expect(
    clippy::expect_used,
    reason = "a test whose tokens cannot be read has failed"
)]

use data_encoding::{BASE64, BASE64URL_NOPAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The key of the gateways that tests start, in base64.
pub const TOKEN_KEY: &str = "dGhlIGtleSBvZiBhbGwgdG9rZW5zIG9mIHRoZXNlIHRlc3Rz";

/// The text of a token's header (0) or payload (1).
///
/// # Panics
/// When it is no token.
pub fn token_part(token: &str, part: usize) -> String {
    let text = token.split('.').nth(part).expect("a token of three parts");
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes());
    String::from_utf8(bytes.expect("base64url")).expect("text")
}

/// A token with this header and payload, signed with HMAC-SHA256 by the key.
///
/// # Panics
/// Never: such a key may have any length.
pub fn forge_token(header: &str, payload: &str, key: &[u8]) -> String {
    let part = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let signed = format!("{}.{}", part(header), part(payload));
    let mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    let signature = mac.chain_update(&signed).finalize().into_bytes();
    format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature))
}

/// The bytes of [`TOKEN_KEY`].
///
/// # Panics
/// Never.
pub fn token_key() -> Vec<u8> {
    BASE64.decode(TOKEN_KEY.as_bytes()).expect("base64")
}

/// The same token as it would be had it expired a moment ago, after an hour's life.
///
/// # Panics
/// When it is no token of [`TOKEN_KEY`].
pub fn expired_token(token: &str) -> String {
    let payload = token_part(token, 1);
    let number = |name: &str| -> u64 {
        let (_, rest) = payload.split_once(name).expect("a claim");
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next();
        digits.and_then(|text| text.parse().ok()).expect("a number")
    };
    let (iat, exp) = (number("\"iat\":"), number("\"exp\":"));
    let earlier = payload
        .replace(
            &format!("\"iat\":{iat}"),
            &format!("\"iat\":{}", iat - 3600),
        )
        .replace(&format!("\"exp\":{exp}"), &format!("\"exp\":{iat}"));
    forge_token(&token_part(token, 0), &earlier, &token_key())
}
