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

/// Prints the login, if this is a first start, and the line that says that connections are accepted.
pub fn print(
    out: &mut dyn Write,
    address: SocketAddr,
    login: Option<&FirstLogin>,
) -> io::Result<()> {
    if let Some(login) = login {
        print_login(out, address, login)?;
    }
    writeln!(out, "listening on http://{address}")?;
    out.flush()
}

fn print_login(out: &mut dyn Write, address: SocketAddr, login: &FirstLogin) -> io::Result<()> {
    let FirstLogin {
        user,
        organisation,
        password,
    } = login;
    let password = password.expose_secret();
    writeln!(
        out,
        "First start: made the organisation \"{organisation}\" and the user \"{user}\"."
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
    writeln!(out)
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

    fn printed(address: &str, login: Option<&FirstLogin>) -> String {
        let mut out = Vec::new();
        print(&mut out, address.parse().unwrap(), login).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_first_start_prints_lines_to_paste_before_it_listens() {
        let login = FirstLogin {
            user: "admin",
            organisation: "default",
            password: "pass-word".into(),
        };
        let text = printed("0.0.0.0:8080", Some(&login));
        assert!(text.contains(
            "\ncurl -u 'admin:pass-word' -X PUT http://127.0.0.1:8080/users/2fa/generate-key \
             -H 'Content-Type: text/jsv' -H 'Accept: text/jsv' -d '{}'\n"
        ));
        assert!(
            text.ends_with("\nlistening on http://0.0.0.0:8080\n"),
            "{text}"
        );
    }

    #[test]
    fn a_later_start_prints_only_where_it_listens() {
        assert_eq!(printed("[::1]:9", None), "listening on http://[::1]:9\n");
    }
}
