use actix_web::http::header::{AUTHORIZATION, COOKIE, HeaderMap};
use data_encoding::BASE64;
use service::{Credentials, Password};

use super::cookie_header::cookie;

/// What a request brings to prove who is calling.
#[derive(Debug, Default)]
pub(crate) struct StatedCredentials {
    pub(crate) credentials: Credentials,
    /// An `Authorization: Basic` header that cannot be read.
    pub(crate) is_basic_malformed: bool,
}

/// Session ids from headers (`X-ss-id`) or cookies, and what `Authorization` says.
pub(crate) fn stated_credentials(headers: &HeaderMap) -> StatedCredentials {
    let mut stated = StatedCredentials::default();
    let session = |header: &str, name: &str| session_value(headers, header, name);
    let credentials = &mut stated.credentials;
    credentials.session_id = session("x-ss-id", "ss-id");
    credentials.permanent_session_id = session("x-ss-pid", "ss-pid");
    let options = session("x-ss-opt", "ss-opt").unwrap_or_default();
    credentials.is_permanent = options.split(',').any(|option| option.trim() == "perm");
    if let Some(authorization) = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
    {
        read_authorization(authorization, &mut stated);
    }
    stated
}

fn session_value(headers: &HeaderMap, header: &str, name: &str) -> Option<String> {
    let stated = headers.get(header).and_then(|value| value.to_str().ok());
    if let Some(value) = stated.filter(|value| !value.is_empty()) {
        return Some(value.to_owned());
    }
    let lines = headers
        .get_all(COOKIE)
        .filter_map(|value| value.to_str().ok());
    lines
        .filter_map(|line| cookie(line, name))
        .last()
        .map(std::borrow::Cow::into_owned)
}

fn read_authorization(authorization: &str, stated: &mut StatedCredentials) {
    let (scheme, value) = authorization.split_once(' ').unwrap_or((authorization, ""));
    if scheme.eq_ignore_ascii_case("bearer") {
        stated.credentials.bearer = Some(value.trim().to_owned());
    } else if scheme.eq_ignore_ascii_case("basic") {
        stated.credentials.basic = basic(value.trim());
        stated.is_basic_malformed = stated.credentials.basic.is_none();
    }
}

/// User name and password (RFC 7617): UTF-8, split at the first colon.
fn basic(value: &str) -> Option<(String, Password)> {
    let text = String::from_utf8(BASE64.decode(value.as_bytes()).ok()?).ok()?;
    let (user, password) = text.split_once(':')?;
    Some((user.to_owned(), password.into()))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};

    use super::stated_credentials;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pairs = pairs.iter().map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        });
        pairs.collect()
    }

    #[test]
    fn a_header_wins_over_a_cookie() {
        let stated = stated_credentials(&headers(&[
            ("cookie", "ss-id=cookie; ss-pid=permanent; ss-opt=perm"),
            ("x-ss-id", "header"),
        ]));
        assert_eq!(stated.credentials.session_id.as_deref(), Some("header"));
        assert_eq!(stated.credentials.active_session_id(), Some("permanent"));
    }

    #[test]
    fn basic_is_utf8_and_a_password_may_hold_colons() {
        // "ué:p:w"
        let stated = stated_credentials(&headers(&[("authorization", "basic dcOpOnA6dw==")]));
        assert_eq!(stated.credentials.basic, Some(("ué".into(), "p:w".into())));
        for bad in ["Basic %%%", "Basic", "Basic bm9jb2xvbg=="] {
            let stated = stated_credentials(&headers(&[("authorization", bad)]));
            assert!(stated.is_basic_malformed, "{bad}");
        }
    }
}
