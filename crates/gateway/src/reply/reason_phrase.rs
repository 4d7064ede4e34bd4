use std::collections::HashSet;
use std::sync::{Mutex, OnceLock, PoisonError};

/// Longest reason phrase, in bytes: that of the longest .NET exception names, and then some.
const MAX_LENGTH: usize = 128;
/// Most phrases that are made at run time.
const MAX_PHRASES: usize = 1_024;

/// The code of an error as the reason phrase of its answer (RFC 9112 section 4); `None` for the
/// status's own.
///
/// actix-web takes phrases that live for ever. Those that are known when compiling do; each other
/// one is kept once, up to a bound that an application's own codes stay far below.
pub(crate) fn reason_phrase(code: &str) -> Option<&'static str> {
    static KEPT: OnceLock<Mutex<HashSet<&'static str>>> = OnceLock::new();
    let phrase = sanitized(code);
    if phrase.is_empty() {
        return None;
    }
    let kept = KEPT.get_or_init(Mutex::default);
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(phrase.as_str()) {
        return Some(known);
    }
    if kept.len() >= MAX_PHRASES {
        return None;
    }
    let phrase: &'static str = Box::leak(phrase.into_boxed_str());
    kept.insert(phrase);
    Some(phrase)
}

/// Printable ASCII only, so that no code can end the line; whatever else is a blank.
fn sanitized(code: &str) -> String {
    let printable = |c: char| if matches!(c, ' '..='~') { c } else { ' ' };
    let phrase: String = code.chars().take(MAX_LENGTH).map(printable).collect();
    phrase.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{MAX_PHRASES, reason_phrase};

    #[test]
    fn a_code_is_a_phrase_on_one_line_and_not_without_end() {
        let made = format!("Quota{}", "Exceeded");
        assert_eq!(reason_phrase(&made), Some("QuotaExceeded"));
        let first = reason_phrase(&made).map(str::as_ptr);
        assert_eq!(first, reason_phrase(&made).map(str::as_ptr), "kept once");
        assert_eq!(reason_phrase("A\r\nB: c\u{0}é"), Some("A  B: c"));
        for nothing in ["", "\r\n", "é"] {
            assert_eq!(reason_phrase(nothing), None, "{nothing:?}");
        }
        assert_eq!(reason_phrase(&"x".repeat(1_000)).map(str::len), Some(128));
        let kept = (0..2 * MAX_PHRASES).filter_map(|n| reason_phrase(&format!("Code{n}")));
        assert!(kept.count() < MAX_PHRASES);
        assert_eq!(reason_phrase(&made), Some("QuotaExceeded"), "still known");
    }
}
