use std::net::IpAddr;

use actix_web::HttpRequest;
use actix_web::http::header::{FORWARDED, HeaderMap, HeaderName, X_FORWARDED_FOR};

/// Headers in which proxies tell for whom they ask.
static FORWARDING: [HeaderName; 3] = [
    X_FORWARDED_FOR,
    HeaderName::from_static("x-real-ip"),
    FORWARDED,
];

/// Whether a request comes from the network that the host stands in: from a private address,
/// and not passed on for anybody outside.
///
/// A forwarding header can only take that away, so nobody gets in by inventing one.
pub(crate) fn is_internal(request: &HttpRequest) -> bool {
    let peer = request.peer_addr().map(|peer| peer.ip());
    peer.is_some_and(is_private) && is_forwarded_internally(request.headers())
}

fn is_forwarded_internally(headers: &HeaderMap) -> bool {
    FORWARDING.iter().all(|name| {
        headers.get_all(name).all(|value| {
            let named = value.to_str().unwrap_or_default().split(',');
            named.map(forwarded_address).all(|address| {
                // Somebody who is not named may be anybody.
                address.is_some_and(is_private)
            })
        })
    })
}

/// An address as `X-Forwarded-For` or `Forwarded` (RFC 7239) writes it, with or without a port.
fn forwarded_address(item: &str) -> Option<IpAddr> {
    let mut pairs = item.split(';').map(str::trim);
    let stated = pairs
        .find_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            name.eq_ignore_ascii_case("for").then_some(value)
        })
        .unwrap_or(item);
    let stated = stated.trim().trim_matches('"');
    let bracketed = stated
        .strip_prefix('[')
        .and_then(|rest| rest.split(']').next());
    let plain = bracketed.unwrap_or(stated);
    plain.parse().ok().or_else(|| {
        let (address, _port) = plain.rsplit_once(':')?;
        address.parse().ok()
    })
}

fn is_private(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            address.is_loopback() || address.is_private() || address.is_link_local()
        }
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::is_internal;

    fn from(peer: &str, headers: &[(&'static str, &'static str)]) -> bool {
        let request = TestRequest::default().peer_addr(format!("{peer}:4000").parse().unwrap());
        let request = headers
            .iter()
            .fold(request, |request, header| request.append_header(*header));
        is_internal(&request.to_http_request())
    }

    #[test]
    fn only_private_addresses_are_inside() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.9",
            "169.254.0.1",
            "[::1]",
            "[fd00::1]",
        ] {
            assert!(from(inside, &[]), "{inside}");
        }
        for outside in ["8.8.8.8", "172.32.0.1", "[2001:db8::1]", "[::ffff:8.8.8.8]"] {
            assert!(!from(outside, &[]), "{outside}");
        }
    }

    #[test]
    fn a_forwarding_header_can_only_take_away() {
        assert!(from(
            "10.0.0.1",
            &[("x-forwarded-for", "10.0.0.7, 192.168.1.1:80")]
        ));
        assert!(from(
            "10.0.0.1",
            &[("forwarded", "for=\"[fd00::2]:47\";proto=https")]
        ));
        assert!(!from(
            "10.0.0.1",
            &[("x-forwarded-for", "10.0.0.7, 8.8.8.8")]
        ));
        assert!(!from("10.0.0.1", &[("forwarded", "for=unknown")]));
        assert!(!from("10.0.0.1", &[("x-real-ip", "8.8.8.8")]));
        assert!(!from("8.8.8.8", &[("x-forwarded-for", "127.0.0.1")]));
    }
}
