use crate::{scan, short};

/// Writes a text: quoted if it is empty or holds a delimiter, quotes in it doubled.
#[inline]
pub(super) fn write_text(out: &mut Vec<u8>, text: &str) {
    if text.is_empty() {
        out.extend_from_slice(b"\"\"");
        return;
    }
    if out.is_empty() && text.starts_with('\u{feff}') {
        // At the beginning of a text, readers take it for a byte order mark.
        return write_quoted(out, text);
    }
    match scan::quotable(text.as_bytes()) {
        None => short::append(out, text.as_bytes()),
        Some(at) => write_quoted_from(out, text.as_bytes(), at),
    }
}

/// Writes a text in quotes.
pub(super) fn write_quoted(out: &mut Vec<u8>, text: &str) {
    write_quoted_from(out, text.as_bytes(), 0);
}

/// Writes a text in quotes that holds none before `from`.
fn write_quoted_from(out: &mut Vec<u8>, text: &[u8], from: usize) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let (mut copied, mut at) = (0, from);
    while let Some(length) = memchr::memchr(b'"', &text[at..]) {
        at += length + 1;
        out.extend_from_slice(&text[copied..at]);
        out.push(b'"');
        copied = at;
    }
    short::append(out, &text[copied..]);
    out.push(b'"');
}
