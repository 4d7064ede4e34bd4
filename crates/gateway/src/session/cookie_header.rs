use std::borrow::Cow;

use actix_web::http::header::HeaderValue;
use percent_encoding::percent_decode_str;

/// The `Cookie` headers of a request.
#[derive(Debug, Default)]
pub(super) struct Cookies<'a> {
    lines: Vec<Cow<'a, str>>,
}

impl<'a> Cookies<'a> {
    pub(super) fn add(&mut self, line: &'a HeaderValue) {
        // Another application's cookie that is no ASCII text must not hide ours.
        self.lines.push(String::from_utf8_lossy(line.as_bytes()));
    }

    /// The value of a cookie; `None` for an empty one.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let mut lines = self.lines.iter().rev();
        lines
            .find_map(|line| cookie(line, name))
            .map(Cow::into_owned)
    }
}

/// The value of a cookie in a `Cookie` header.
///
/// Clients send pairs that no cookie specification allows (one splits `Set-Cookie` at the comma
/// of its date and returns the rest as a cookie): whatever is no pair is passed over, and never
/// spoils the others.
fn cookie<'a>(header: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let mut pairs = header.split(';').filter_map(|pair| pair.split_once('='));
    // The last wins, as the client's latest.
    let value = pairs.rfind(|(key, _)| key.trim() == name)?.1.trim();
    let value = value
        .strip_prefix('"')
        .and_then(|v| v.strip_suffix('"'))
        .unwrap_or(value);
    percent_decode_str(value)
        .decode_utf8()
        .ok()
        .filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::cookie;

    #[test]
    fn junk_beside_a_cookie_does_no_harm() {
        let header =
            "ss-id=abc; ss-pid=d%3De; 18 Nov 2046 20:12:04 GMT=null; ;=; junk; ss-opt=temp";
        assert_eq!(cookie(header, "ss-id").as_deref(), Some("abc"));
        assert_eq!(cookie(header, "ss-pid").as_deref(), Some("d=e"));
        assert_eq!(cookie(header, "ss-opt").as_deref(), Some("temp"));
        assert_eq!(cookie(header, "ss-tok"), None);
    }

    #[test]
    fn an_emptied_cookie_counts_as_none() {
        assert_eq!(cookie("ss-id=; ss-pid=\"\"", "ss-id"), None);
        assert_eq!(cookie("ss-id=; ss-pid=\"\"", "ss-pid"), None);
    }
}
