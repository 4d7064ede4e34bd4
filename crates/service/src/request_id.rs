use std::fmt;
use std::sync::Arc;

/// The name of one request, in logs and in the answer's `X-Request-Id`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RequestId(Arc<str>);

impl RequestId {
    /// Longest id that is taken from a caller.
    pub const MAX_LENGTH: usize = 128;

    /// An id that a caller sent, if it is sane: 1 to 128 letters, digits, `-`, `_`, `.`.
    pub fn parse(text: &str) -> Option<Self> {
        let sane = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        let fits = (1..=Self::MAX_LENGTH).contains(&text.len());
        (fits && text.bytes().all(sane)).then(|| Self(text.into()))
    }

    /// A new id from 128 random bits.
    pub fn from_random(bits: u128) -> Self {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [b'0'; 32];
        for (pair, byte) in text.chunks_exact_mut(2).zip(bits.to_be_bytes()) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 0xf)];
        }
        Self(std::str::from_utf8(&text).unwrap_or_default().into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::RequestId;

    #[test]
    fn only_sane_ids_are_taken() {
        assert!(RequestId::parse("req-1_2.3").is_some());
        for bad in ["", "a b", "a\r\nX: y", &"a".repeat(129)] {
            assert_eq!(RequestId::parse(bad), None, "{bad:?}");
        }
        let random = RequestId::from_random(0x1fa);
        assert_eq!(random.as_str(), format!("{:032x}", 0x1fa));
    }
}
