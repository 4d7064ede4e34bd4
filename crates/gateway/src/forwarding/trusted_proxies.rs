use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;

/// The networks whose members are believed when they tell for whom they ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

/// What is neither an address nor a network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("has \"{0}\"; expected addresses or networks such as 10.0.0.0/8, ::1")]
pub struct TrustedProxiesError(String);

impl TrustedProxies {
    /// Nobody is believed.
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// Whether a peer at `address` is one of them.
    pub fn include(&self, address: IpAddr) -> bool {
        // Sockets for both families tell IPv4 peers as `::ffff:a.b.c.d`.
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

impl Default for TrustedProxies {
    /// A proxy on the same machine, as in ASP.NET Core.
    fn default() -> Self {
        let loopback = ["127.0.0.0/8", "::1/128"];
        Self(loopback.iter().filter_map(|net| net.parse().ok()).collect())
    }
}

impl FromStr for TrustedProxies {
    type Err = TrustedProxiesError;

    /// Addresses and networks in CIDR notation with commas between; an empty text is nobody.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let items = text.split(',').map(str::trim);
        let networks = items.filter(|_| !text.trim().is_empty()).map(|item| {
            let network = item
                .parse::<IpNet>()
                .or_else(|_| item.parse::<IpAddr>().map(IpNet::from));
            let network = network.ok().filter(is_plain);
            network.ok_or_else(|| TrustedProxiesError(item.to_owned()))
        });
        networks.collect::<Result<_, _>>().map(Self)
    }
}

/// Whether a network has no bits beyond its mask, which would trust more than they say, and is no
/// IPv4 network in IPv6's clothes, which no peer is compared as.
fn is_plain(network: &IpNet) -> bool {
    let address = network.network();
    network.addr() == address && address.to_canonical() == address
}

#[cfg(test)]
mod tests {
    use super::TrustedProxies;

    fn includes(networks: &str, address: &str) -> bool {
        let proxies: TrustedProxies = networks.parse().unwrap();
        proxies.include(address.parse().unwrap())
    }

    #[test]
    fn what_would_trust_more_or_nobody_is_refused() {
        for network in ["10.0.0.5/8", "::ffff:10.0.0.0/104", "nginx", "10.0.0.0/33"] {
            assert!(network.parse::<TrustedProxies>().is_err(), "{network}");
        }
    }

    #[test]
    fn addresses_and_networks_can_be_listed() {
        let list = "10.0.0.0/8, 192.0.2.7,2001:db8::/32";
        for proxy in ["10.255.0.1", "192.0.2.7", "::ffff:10.0.0.1", "2001:db8::9"] {
            assert!(includes(list, proxy), "{proxy}");
        }
        for other in ["11.0.0.1", "192.0.2.8", "127.0.0.1", "2001:db9::1"] {
            assert!(!includes(list, other), "{other}");
        }
    }

    #[test]
    fn an_empty_list_is_nobody_and_the_default_is_this_machine() {
        assert_eq!(" ".parse(), Ok(TrustedProxies::none()));
        assert!(!TrustedProxies::none().include("127.0.0.1".parse().unwrap()));
        assert_eq!("127.0.0.0/8, ::1".parse(), Ok(TrustedProxies::default()));
    }

    #[test]
    fn what_is_no_network_is_named() {
        for (list, item) in [
            ("10.0.0.0/8, proxy.local", "proxy.local"),
            ("10.0.0.0/33", "10.0.0.0/33"),
            ("::1,", ""),
        ] {
            let fault = list.parse::<TrustedProxies>().unwrap_err().to_string();
            assert!(fault.starts_with(&format!("has \"{item}\"")), "{fault}");
        }
    }
}
