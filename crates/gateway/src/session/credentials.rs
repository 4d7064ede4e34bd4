use actix_web::http::header::{HeaderMap, HeaderValue};
use contract::SecretText;
use data_encoding::BASE64;
use service::Credentials;

use super::cookie_header::Cookies;

/// What a request brings to prove who is calling.
#[derive(Debug, Default)]
pub(crate) struct StatedCredentials {
    pub(crate) credentials: Credentials,
    /// An `Authorization: Basic` header that cannot be read.
    pub(crate) is_basic_malformed: bool,
}

/// Session ids from headers (`X-ss-id`) or cookies, tokens from cookies, an API key, and what
/// `Authorization` says.
pub(crate) fn stated_credentials(headers: &HeaderMap, is_secure: bool) -> StatedCredentials {
    let mut stated = StatedCredentials::default();
    let proofs = Proofs::of(headers);
    let cookies = &proofs.cookies;
    let session = |header: Option<&HeaderValue>, cookie: &str| {
        let stated = text(header).map(ToOwned::to_owned);
        stated.or_else(|| cookies.value(cookie))
    };
    let credentials = &mut stated.credentials;
    credentials.session_id = session(proofs.session_id, "ss-id");
    credentials.permanent_session_id = session(proofs.permanent_session_id, "ss-pid");
    let options = session(proofs.session_options, "ss-opt").unwrap_or_default();
    credentials.is_permanent = options.split(',').any(|option| option.trim() == "perm");
    credentials.access_token = cookies.value("ss-tok").map(SecretText::from);
    credentials.refresh_token = cookies.value("ss-reftok").map(SecretText::from);
    credentials.api_key = text(proofs.api_key).map(|key| key.trim().into());
    credentials.is_secure = is_secure;
    if let Some(authorization) = text(proofs.authorization) {
        read_authorization(authorization, &mut stated);
    }
    stated
}

/// The headers that may prove something, found in one pass: most requests have few headers, and
/// none of these.
#[derive(Debug, Default)]
struct Proofs<'a> {
    authorization: Option<&'a HeaderValue>,
    api_key: Option<&'a HeaderValue>,
    session_id: Option<&'a HeaderValue>,
    permanent_session_id: Option<&'a HeaderValue>,
    session_options: Option<&'a HeaderValue>,
    cookies: Cookies<'a>,
}

impl<'a> Proofs<'a> {
    /// Of a header that comes more than once the first counts, whatever it says: a proxy that
    /// looks at it sees the same.
    fn of(headers: &'a HeaderMap) -> Self {
        let mut proofs = Self::default();
        for (name, value) in headers {
            let place = match name.as_str() {
                "authorization" => &mut proofs.authorization,
                "x-api-key" => &mut proofs.api_key,
                "x-ss-id" => &mut proofs.session_id,
                "x-ss-pid" => &mut proofs.permanent_session_id,
                "x-ss-opt" => &mut proofs.session_options,
                "cookie" => {
                    proofs.cookies.add(value);
                    continue;
                }
                _ => continue,
            };
            place.get_or_insert(value);
        }
        proofs
    }
}

/// A header as text; `None` if it is missing, empty or no text.
fn text(header: Option<&HeaderValue>) -> Option<&str> {
    let text = header?.to_str().ok();
    text.filter(|text| !text.is_empty())
}

fn read_authorization(authorization: &str, stated: &mut StatedCredentials) {
    let (scheme, value) = authorization.split_once(' ').unwrap_or((authorization, ""));
    if scheme.eq_ignore_ascii_case("bearer") {
        stated.credentials.bearer = Some(value.trim().into());
    } else if scheme.eq_ignore_ascii_case("basic") {
        stated.credentials.basic = basic(value.trim());
        stated.is_basic_malformed = stated.credentials.basic.is_none();
    }
}

/// User name and password (RFC 7617): UTF-8, split at the first colon.
fn basic(value: &str) -> Option<(String, SecretText)> {
    let text = String::from_utf8(BASE64.decode(value.as_bytes()).ok()?).ok()?;
    let (user, password) = text.split_once(':')?;
    Some((user.to_owned(), password.into()))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{COOKIE, HeaderMap, HeaderName, HeaderValue};

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
        let stated = stated_credentials(
            &headers(&[
                ("cookie", "ss-id=cookie; ss-pid=permanent; ss-opt=perm"),
                ("x-ss-id", "header"),
            ]),
            false,
        );
        assert_eq!(stated.credentials.session_id.as_deref(), Some("header"));
        assert_eq!(stated.credentials.active_session_id(), Some("permanent"));
    }

    #[test]
    fn bytes_that_are_no_ascii_spoil_only_their_own_cookie() {
        for other in [&b"caf\xe9"[..], "café".as_bytes(), b"\xff\xfe"] {
            let line = [b"theme=", other, b"; ss-id=abc; x", other, b"=1"].concat();
            let mut headers = HeaderMap::new();
            headers.insert(COOKIE, HeaderValue::from_bytes(&line).unwrap());
            let stated = stated_credentials(&headers, false);
            assert_eq!(stated.credentials.session_id.as_deref(), Some("abc"));
        }
    }

    #[test]
    fn basic_is_utf8_and_a_password_may_hold_colons() {
        // "ué:p:w"
        let stated =
            stated_credentials(&headers(&[("authorization", "basic dcOpOnA6dw==")]), false);
        assert_eq!(stated.credentials.basic, Some(("ué".into(), "p:w".into())));
        for bad in ["Basic %%%", "Basic", "Basic bm9jb2xvbg=="] {
            let stated = stated_credentials(&headers(&[("authorization", bad)]), false);
            assert!(stated.is_basic_malformed, "{bad}");
        }
    }

    #[test]
    fn tokens_come_by_header_or_cookie_and_do_not_print() {
        let stated = stated_credentials(
            &headers(&[
                ("cookie", "ss-tok=a.b.c; junk; ss-reftok=d.e.f"),
                ("authorization", "bearer g.h.i"),
                ("x-api-key", "ak-1"),
            ]),
            true,
        );
        let found = &stated.credentials;
        let told = [
            &found.access_token,
            &found.refresh_token,
            &found.bearer,
            &found.api_key,
        ];
        let told = told.map(|token| token.as_ref().map_or("", |token| token.expose()));
        assert_eq!(told, ["a.b.c", "d.e.f", "g.h.i", "ak-1"]);
        assert!(found.is_secure);
        let shown = format!("{stated:?}");
        assert!(told.iter().all(|token| !shown.contains(token)), "{shown}");
    }
}
