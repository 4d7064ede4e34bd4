use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::Zeroize;

use crate::Secret;
use crate::label::sanitized;

/// What RFC 3986 section 2.3 leaves as it is.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// An `otpauth://totp/…` URI (Key URI format): what a QR code for an authenticator holds.
///
/// The issuer stands both before the account and as a parameter; algorithm, digits and period
/// have the values that every app takes for granted, and are left out. It holds the secret, so it
/// does not print by accident and is wiped when dropped.
pub struct ProvisioningUri(String);

impl ProvisioningUri {
    /// The URI of `secret`. `issuer` and `account` are cleaned of what an app cannot show, and cut
    /// at 64 characters; an issuer of which nothing is left is `Account`, an account `user`.
    pub fn new(secret: &Secret, issuer: &str, account: &str) -> Self {
        let issuer = encoded(&sanitized(issuer, "Account"));
        let account = encoded(&sanitized(account, "user"));
        let secret = secret.to_base32();
        let parts = [
            "otpauth://totp/",
            &issuer,
            ":",
            &account,
            "?secret=",
            &secret,
            "&issuer=",
            &issuer,
        ];
        // Joined at once: a text that grew would leave copies of the secret behind.
        Self(parts.concat())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

impl fmt::Debug for ProvisioningUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProvisioningUri(redacted)")
    }
}

impl Drop for ProvisioningUri {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use percent_encoding::percent_decode_str;
    use proptest::prelude::*;

    use super::{ProvisioningUri, Secret};

    fn uri(issuer: &str, account: &str) -> ProvisioningUri {
        ProvisioningUri::new(
            &Secret::from_bytes(*b"12345678901234567890"),
            issuer,
            account,
        )
    }

    #[test]
    fn names_are_percent_encoded_with_their_utf8_bytes() {
        assert_eq!(
            uri("Acme & Söns+Co", "jo+tag@exämple.com").as_str(),
            "otpauth://totp/Acme%20%26%20S%C3%B6ns%2BCo:jo%2Btag%40ex%C3%A4mple.com\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme%20%26%20S%C3%B6ns%2BCo"
        );
    }

    #[test]
    fn it_does_not_print() {
        assert_eq!(format!("{:?}", uri("a", "b")), "ProvisioningUri(redacted)");
    }

    proptest! {
        #[test]
        fn any_names_give_a_uri_that_reads_back(issuer in ".*", account in ".*") {
            let uri = uri(&issuer, &account);
            let rest = uri.as_str().strip_prefix("otpauth://totp/").unwrap();
            let (label, query) = rest.split_once('?').unwrap();
            let (prefix, account) = label.split_once(':').unwrap();
            prop_assert!(!account.contains(':') && !account.is_empty());
            prop_assert!(uri.as_str().is_ascii());
            let stated = query.rsplit_once("&issuer=").unwrap().1;
            prop_assert_eq!(prefix, stated);
            prop_assert!(percent_decode_str(stated).decode_utf8().is_ok());
        }
    }
}
