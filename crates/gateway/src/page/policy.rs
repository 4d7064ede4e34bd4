use std::sync::LazyLock;

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use super::{SCRIPT, STYLE};
use crate::reply::Answer;

/// Our own stylesheet and script by their digests, and nothing from anywhere.
static CONTENT_SECURITY_POLICY: LazyLock<String> = LazyLock::new(|| {
    let digest = |text: &str| BASE64.encode(&Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'",
        digest(STYLE),
        digest(SCRIPT)
    )
});

/// Adds what keeps one of our pages from loading, running or being framed by anything else.
pub(crate) fn add_page_headers(answer: &mut Answer) {
    add_policy(answer, &CONTENT_SECURITY_POLICY);
}

/// The same for a page with a policy of its own.
pub(crate) fn add_policy(answer: &mut Answer, policy: &str) {
    let headers = [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned()));
    answer.headers.extend(headers);
}

#[cfg(test)]
mod tests {
    use super::{CONTENT_SECURITY_POLICY, SCRIPT, STYLE};

    #[test]
    fn nothing_inline_but_ours_and_nothing_from_elsewhere() {
        let policy = CONTENT_SECURITY_POLICY.as_str();
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
        for loose in ["unsafe", "*", "http", "data:", "'self'"] {
            assert!(!policy.contains(loose), "{policy}");
        }
        // They stand in the page as they are, between their tags.
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</"));
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }
}
