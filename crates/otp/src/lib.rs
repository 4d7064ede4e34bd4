//! TOTP (RFC 6238): secrets, codes and provisioning URIs, as functions of their input and a time.
//!
//! Nothing here reads a clock, draws a random number or keeps anything.
//!
//! ```
//! use std::time::Duration;
//! use otp::{ProvisioningUri, Secret, Totp};
//!
//! let secret = Secret::from_bytes(*b"12345678901234567890");
//! let totp = Totp::new(&secret);
//! assert_eq!(totp.code_at(Duration::from_secs(59)), "287082");
//! assert_eq!(totp.check("287 082", Duration::from_secs(80)), Some(1));
//!
//! let uri = ProvisioningUri::new(&secret, "Acme & Co", "jo@example.com");
//! assert!(uri.as_str().starts_with("otpauth://totp/Acme%20%26%20Co:jo%40example.com?secret="));
//! ```

mod label;
mod provisioning_uri;
mod secret;
mod totp;

pub use provisioning_uri::ProvisioningUri;
pub use secret::{SECRET_LENGTH, Secret};
pub use totp::{DIGITS, PERIOD, SKEW, Totp};
