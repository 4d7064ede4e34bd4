//! What `serve` prints for people: a first start's login with lines to paste, and where it listens.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use secrecy::{ExposeSecret, SecretString};

/// The login that a first start makes.
#[derive(Debug)]
pub struct FirstLogin {
    /// The user's name.
    pub user: &'static str,
    /// The organisation that the user is in.
    pub organisation: &'static str,
    /// Shown once, here.
    pub password: SecretString,
}

/// Prints the line that says that connections are accepted.
///
/// # Errors
/// Nobody is there to read it.
pub fn print_listening(out: &mut dyn Write, address: SocketAddr) -> io::Result<()> {
    writeln!(out, "listening on http://{address}")?;
    out.flush()
}

/// Prints the login of a first start, before it is made: what cannot be told is not made.
///
/// # Errors
/// Nobody is there to read it.
pub fn print_login(out: &mut dyn Write, address: SocketAddr, login: &FirstLogin) -> io::Result<()> {
    let FirstLogin {
        user,
        organisation,
        password,
    } = login;
    let password = password.expose_secret();
    writeln!(
        out,
        "First start: making the organisation \"{organisation}\" and the user \"{user}\"."
    )?;
    writeln!(out, "The password is shown this once: {password}")?;
    writeln!(out, "\nTry it from another terminal, in JSON and in JSV:\n")?;
    for content_type in ["application/json", "text/jsv"] {
        writeln!(
            out,
            "curl -u '{user}:{password}' -X PUT http://{}/users/2fa/generate-key \
             -H 'Content-Type: {content_type}' -H 'Accept: {content_type}' -d '{{}}'",
            reachable(address),
        )?;
    }
    writeln!(out)?;
    out.flush()
}

/// The address to call from the same machine: an address that means "all" is the loopback one.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_start_prints_lines_to_paste() {
        let login = FirstLogin {
            user: "admin",
            organisation: "default",
            password: "pass-word".into(),
        };
        let mut out = Vec::new();
        print_login(&mut out, "0.0.0.0:8080".parse().unwrap(), &login).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains(
            "\ncurl -u 'admin:pass-word' -X PUT http://127.0.0.1:8080/users/2fa/generate-key \
             -H 'Content-Type: text/jsv' -H 'Accept: text/jsv' -d '{}'\n"
        ));
    }
}
