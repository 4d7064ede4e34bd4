//! The operating system's random source: the one place that asks it.

use data_encoding::BASE32_NOPAD;
use secrecy::SecretString;
use zeroize::Zeroizing;

/// The random source of the operating system does not answer.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gives no random bytes: {0}")]
pub struct NoRandomness(getrandom::Error);

/// `N` bytes that nobody can guess; wiped when dropped.
///
/// # Errors
/// [`NoRandomness`]
pub fn random_bytes<const N: usize>() -> Result<Zeroizing<[u8; N]>, NoRandomness> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice()).map_err(NoRandomness)?;
    Ok(bytes)
}

/// A password of 24 letters and digits (120 bits) that needs no quoting in a shell.
pub fn password_from(bytes: &[u8; 15]) -> SecretString {
    BASE32_NOPAD.encode(bytes).to_ascii_lowercase().into()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn a_password_keeps_all_its_bits_and_needs_no_quotes() {
        let password = password_from(&[0xFF; 15]);
        assert_eq!(password.expose_secret(), "7".repeat(24));
        let other = password_from(&[0x5A; 15]);
        assert!(
            other
                .expose_secret()
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric())
        );
        assert_ne!(
            *random_bytes::<32>().unwrap(),
            *random_bytes::<32>().unwrap()
        );
    }
}
