use std::time::{Duration, UNIX_EPOCH};

use actix_web::http::header::HttpDate;
use service::{SessionChange, TimedToken};

/// Twenty years, as ServiceStack keeps a permanent session's cookies.
const PERMANENT: &str = "; max-age=630720000; expires=Fri, 31 Dec 2049 23:59:59 GMT";
const FORGOTTEN: &str = "; max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT";
const SESSION: [&str; 3] = ["ss-id", "ss-pid", "ss-opt"];
const ACCESS: &str = "ss-tok";
const REFRESH: &str = "ss-reftok";
const TOKENS: [&str; 2] = [ACCESS, REFRESH];

/// The `Set-Cookie` values that tell a client of a session change.
///
/// Attributes are in lower case: one client looks for `expires` exactly.
pub(crate) fn set_cookies(change: &SessionChange, is_secure: bool) -> Vec<String> {
    let secure = if is_secure { "; secure" } else { "" };
    let cookie = |name: &str, value: &str, lifetime: &str| {
        format!("{name}={value}{lifetime}; path=/{secure}; samesite=lax; httponly")
    };
    let forgotten = |name: &&str| cookie(name, "", FORGOTTEN);
    match change {
        SessionChange::Started {
            session_id,
            permanent_session_id,
            is_permanent,
            forgets_tokens,
        } => {
            let option = if *is_permanent { "perm" } else { "temp" };
            let forgotten_tokens = if *forgets_tokens { &TOKENS[..] } else { &[] };
            let mut cookies = vec![
                cookie("ss-id", session_id, ""),
                cookie("ss-pid", permanent_session_id, PERMANENT),
                cookie("ss-opt", option, PERMANENT),
            ];
            cookies.extend(forgotten_tokens.iter().map(forgotten));
            cookies
        }
        SessionChange::Tokens {
            access,
            refresh,
            is_permanent,
            ends_session,
        } => {
            let timed = |name, timed: &TimedToken| {
                let lifetime = is_permanent.then(|| lifetime(timed)).unwrap_or_default();
                cookie(name, timed.token.expose(), &lifetime)
            };
            let ended: &[&str] = if *ends_session { &SESSION } else { &[] };
            let mut cookies: Vec<_> = ended.iter().map(forgotten).collect();
            cookies.push(timed(ACCESS, access));
            cookies.extend(refresh.as_ref().map(|refresh| timed(REFRESH, refresh)));
            cookies
        }
        SessionChange::TokenRefused => vec![forgotten(&ACCESS)],
        SessionChange::Ended { tokens } => {
            let tokens: &[&str] = if *tokens { &TOKENS } else { &[] };
            SESSION.iter().chain(tokens).map(forgotten).collect()
        }
    }
}

/// What `X-Cookies` says: scripts, which cannot see the cookies, learn of tokens by it.
pub(crate) fn token_cookies_named(change: &SessionChange) -> Option<&'static str> {
    match change {
        SessionChange::Tokens { refresh, .. } => Some(match refresh {
            Some(_) => "ss-tok,ss-reftok",
            None => ACCESS,
        }),
        SessionChange::Started { .. }
        | SessionChange::TokenRefused
        | SessionChange::Ended { .. } => None,
    }
}

fn lifetime(timed: &TimedToken) -> String {
    let seconds = timed.lifetime.as_secs();
    let expires = UNIX_EPOCH + Duration::from_secs(timed.expires.as_secs());
    format!("; max-age={seconds}; expires={}", HttpDate::from(expires))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timed(token: &str) -> TimedToken {
        TimedToken {
            token: token.into(),
            lifetime: Duration::from_secs(60),
            expires: Duration::from_secs(784_111_777),
        }
    }

    #[test]
    fn tokens_live_as_cookies_until_they_expire_or_the_browser_closes() {
        let tokens = |is_permanent| SessionChange::Tokens {
            access: timed("a.b.c"),
            refresh: Some(timed("d.e.f")),
            is_permanent,
            ends_session: false,
        };
        let change = tokens(true);
        let rest = "; max-age=60; expires=Sun, 06 Nov 1994 08:49:37 GMT; path=/";
        assert_eq!(
            set_cookies(&change, true),
            [
                format!("ss-tok=a.b.c{rest}; secure; samesite=lax; httponly"),
                format!("ss-reftok=d.e.f{rest}; secure; samesite=lax; httponly"),
            ]
        );
        assert_eq!(token_cookies_named(&change), Some("ss-tok,ss-reftok"));
        assert_eq!(
            set_cookies(&tokens(false), false),
            [
                "ss-tok=a.b.c; path=/; samesite=lax; httponly",
                "ss-reftok=d.e.f; path=/; samesite=lax; httponly",
            ]
        );
    }

    #[test]
    fn a_sign_out_forgets_all_that_there_may_be() {
        let names = |change: &SessionChange| -> Vec<String> {
            let cookies = set_cookies(change, false);
            let names = cookies.iter().map(|cookie| cookie.split_once('=').unwrap());
            names
                .map(|(name, rest)| {
                    assert!(rest.starts_with("; max-age=0; "), "{rest}");
                    name.to_owned()
                })
                .collect()
        };
        let without = names(&SessionChange::Ended { tokens: false });
        assert_eq!(without, SESSION);
        let with = names(&SessionChange::Ended { tokens: true });
        assert_eq!(with, [&SESSION[..], &[ACCESS, REFRESH]].concat());
    }
}
