/// Writes a text: quoted if it is empty or holds a delimiter, quotes in it doubled.
pub(super) fn write_text(out: &mut Vec<u8>, text: &str) {
    if text.is_empty() {
        out.extend_from_slice(b"\"\"");
    } else if text.as_bytes().chunks(16).any(holds_delimiter) {
        write_quoted(out, text);
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// Writes a text in quotes.
pub(super) fn write_quoted(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(at) = memchr::memchr(b'"', rest) {
        out.extend_from_slice(&rest[..=at]);
        out.push(b'"');
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Without a branch per byte, so that the compiler compares a whole chunk at once.
fn holds_delimiter(chunk: &[u8]) -> bool {
    chunk
        .iter()
        .fold(false, |found, byte| found | is_delimiter(*byte))
}

/// The nine characters that make ServiceStack quote a text.
const fn is_delimiter(byte: u8) -> bool {
    (byte == b'"')
        | (byte == b':')
        | (byte == b',')
        | (byte == b'{')
        | (byte == b'}')
        | (byte == b'[')
        | (byte == b']')
        | (byte == b'\r')
        | (byte == b'\n')
}
