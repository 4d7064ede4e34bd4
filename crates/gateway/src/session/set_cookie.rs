use service::SessionChange;

/// Twenty years, as ServiceStack keeps a permanent session's cookies.
const PERMANENT: &str = "; max-age=630720000; expires=Fri, 31 Dec 2049 23:59:59 GMT";
const FORGOTTEN: &str = "; max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT";

/// The `Set-Cookie` values that tell a client of a session change.
///
/// Attributes are in lower case: one client looks for `expires` exactly.
pub(crate) fn set_cookies(change: &SessionChange, is_secure: bool) -> Vec<String> {
    let secure = if is_secure { "; secure" } else { "" };
    let cookie = |name: &str, value: &str, lifetime: &str| {
        format!("{name}={value}{lifetime}; path=/{secure}; samesite=lax; httponly")
    };
    match change {
        SessionChange::Started { session_id, permanent_session_id, is_permanent } => vec![
            cookie("ss-id", session_id, ""),
            cookie("ss-pid", permanent_session_id, PERMANENT),
            cookie("ss-opt", if *is_permanent { "perm" } else { "temp" }, PERMANENT),
        ],
        SessionChange::Ended => {
            ["ss-id", "ss-pid", "ss-opt"].map(|name| cookie(name, "", FORGOTTEN)).into()
        }
    }
}
