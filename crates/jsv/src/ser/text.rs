use crate::scan;

/// Writes a text: quoted if it is empty or holds a delimiter, quotes in it doubled.
#[inline]
pub(super) fn write_text(out: &mut Vec<u8>, text: &str) {
    if text.is_empty() {
        out.extend_from_slice(b"\"\"");
    } else if scan::quotable(text.as_bytes()) < text.len() {
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
