//! The keys that sign tokens, from the text that the settings give.

use data_encoding::BASE64;
use identity::{TokenAlgorithm, TokenKeys};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// The key that signs, and earlier ones separated by commas.
///
/// # Errors
/// What is wrong with a key; the message does not hold it.
pub(crate) fn decode_token_keys(
    algorithm: TokenAlgorithm,
    key: &SecretString,
    previous: Option<&SecretString>,
) -> Result<TokenKeys, String> {
    let current = decode(key.expose_secret())?;
    let listed = previous.map(|keys| keys.expose_secret().split(',').map(decode));
    let previous: Result<Vec<_>, _> = listed.into_iter().flatten().collect();
    TokenKeys::new(algorithm, current, previous?).map_err(|error| {
        format!(
            "is too short: {error}; make one with: {}",
            command(algorithm)
        )
    })
}

/// Base64; blanks and ends of lines in it are none of it.
fn decode(text: &str) -> Result<Vec<u8>, String> {
    let mut compact = Zeroizing::new(String::with_capacity(text.len()));
    compact.extend(text.chars().filter(|c| !c.is_ascii_whitespace()));
    let bytes = BASE64.decode(compact.as_bytes());
    bytes.map_err(|_| "must be base64".to_owned())
}

fn command(algorithm: TokenAlgorithm) -> String {
    format!("openssl rand -base64 {}", algorithm.shortest_key())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(key: &str, previous: Option<&str>) -> Result<TokenKeys, String> {
        let previous = previous.map(SecretString::from);
        decode_token_keys(TokenAlgorithm::Hs256, &key.into(), previous.as_ref())
    }

    #[test]
    fn keys_are_base64_that_may_span_lines() {
        let (key, other) = (BASE64.encode(&[7; 64]), BASE64.encode(&[8; 32]));
        let (head, tail) = key.split_at(64);
        assert!(decoded(&format!("{head}\n{tail}\n"), None).is_ok());
        assert!(decoded(&key, Some(&format!("{other}, {key}"))).is_ok());
        for bad in ["not base64!", "a,b", ""] {
            assert!(decoded(&key, Some(bad)).is_err(), "{bad}");
            assert!(decoded(bad, None).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_short_key_is_refused_with_a_way_to_a_longer_one() {
        let key = BASE64.encode(&[7; 31]);
        let fault = decoded(&key, None).unwrap_err();
        assert!(fault.contains("at least 32 bytes"), "{fault}");
        assert!(fault.contains("openssl rand -base64 32"), "{fault}");
        assert!(!fault.contains(&key), "{fault}");
    }
}
