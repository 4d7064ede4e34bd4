//! A dump for people to read.

use memchr::memchr;
use serde::Serialize;

use crate::error::Result;
use crate::options::WriteOptions;
use crate::scan;

/// Writes a value over lines, as ServiceStack's `Dump` does: for people, not for readers. Blanks
/// are data in JSV, so that texts read back from it begin with one.
///
/// ```
/// let value = jsv::jsv!({ name: "Ada", tags: ["a,b"] });
/// assert_eq!(jsv::to_string_pretty(&value)?, "{\n\tname: Ada,\n\ttags: \n\t[\n\t\t\"a,b\"\n\t]\n}");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`](crate::to_string).
pub fn to_string_pretty<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    WriteOptions::new().to_string_pretty(value)
}

pub(crate) fn laid_out(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len() * 2);
    let mut holders = Vec::new();
    let (mut at, mut is_key) = (0, false);
    while at < bytes.len() {
        let found = if is_key {
            scan::key_end(bytes, at)
        } else {
            scan::structural(bytes, at)
        };
        out.push_str(&text[at..found]);
        at = found + 1;
        match bytes.get(found) {
            Some(b':') => {
                out.push_str(": ");
                is_key = false;
                if matches!(bytes.get(at), Some(b'{' | b'[')) {
                    break_line(&mut out, holders.len());
                }
            }
            Some(open @ (b'{' | b'[')) => {
                out.push(char::from(*open));
                holders.push(*open);
                is_key = *open == b'{';
                break_line(&mut out, holders.len());
            }
            Some(close @ (b'}' | b']')) => {
                holders.pop();
                break_line(&mut out, holders.len());
                out.push(char::from(*close));
            }
            Some(b',') => {
                out.push(',');
                is_key = holders.last() == Some(&b'{');
                break_line(&mut out, holders.len());
            }
            Some(b'"') => {
                let end = memchr(b'"', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1);
                out.push_str(&text[found..end]);
                at = end;
            }
            _ => {}
        }
    }
    out
}

fn break_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n('\t', depth));
}
