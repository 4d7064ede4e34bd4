use actix_web::HttpRequest;

use crate::forwarding::client_host;
use crate::host::HostState;
use crate::request_head::RequestHead;

/// The address that clients reach the host by, without a slash at its end: as set, else as the
/// request names it.
pub(crate) fn base_url(host: &HostState, request: &HttpRequest, head: &RequestHead<'_>) -> String {
    let stated = host.settings.description.base_url.clone();
    stated.unwrap_or_else(|| {
        let scheme = if head.is_secure(request) {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://{}", client_host(request, head.is_proxied))
    })
}
