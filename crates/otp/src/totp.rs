use std::time::Duration;

use totp_rs::{Algorithm, Builder};

use crate::Secret;

/// Digits of a code.
pub const DIGITS: u8 = 6;
/// How long a code is shown.
pub const PERIOD: Duration = Duration::from_secs(30);
/// How many steps before and after the present one are accepted, for clocks that differ.
pub const SKEW: u16 = 1;

/// The codes of one secret: SHA-1, six digits, 30 seconds, which is what every app supports.
pub struct Totp(totp_rs::Totp);

impl Totp {
    /// The codes of `secret`.
    pub fn new(secret: &Secret) -> Self {
        let builder = Builder::new()
            .with_secret(secret.as_bytes().to_vec())
            .with_algorithm(Algorithm::SHA1)
            .with_digits(DIGITS)
            .with_skew(SKEW)
            .with_step_duration(PERIOD.as_secs());
        // All parameters are constants within the standard, and the secret has its length.
        Self(builder.build_noncompliant())
    }

    /// The code at a time since 1970.
    pub fn code_at(&self, now: Duration) -> String {
        self.0.generate(now.as_secs()).to_string()
    }

    /// The time step that `code` belongs to, if it is valid at that time; blanks do not count.
    pub fn check(&self, code: &str, now: Duration) -> Option<u64> {
        // Nobody types more; a longer text is not worth looking at.
        if code.len() > 64 {
            return None;
        }
        let digits: String = code.chars().filter(|character| *character != ' ').collect();
        self.0.check(&digits, now.as_secs())
    }
}

impl std::fmt::Debug for Totp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Totp(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use totp_rs::{Algorithm, Builder};

    use super::{Secret, Totp};

    const KEY: [u8; 20] = *b"12345678901234567890";

    #[test]
    fn the_vectors_of_rfc_4226_hold() {
        let expected = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489",
        ];
        let totp = Totp::new(&Secret::from_bytes(KEY));
        for (counter, code) in (0..).zip(expected) {
            assert_eq!(totp.code_at(Duration::from_secs(counter * 30)), code);
        }
    }

    #[test]
    fn the_vectors_of_rfc_6238_hold() {
        let times = [
            59,
            1_111_111_109,
            1_111_111_111,
            1_234_567_890,
            2_000_000_000,
            20_000_000_000,
        ];
        let sets = [
            (
                Algorithm::SHA1,
                20,
                [
                    "94287082", "07081804", "14050471", "89005924", "69279037", "65353130",
                ],
            ),
            (
                Algorithm::SHA256,
                32,
                [
                    "46119246", "68084774", "67062674", "91819424", "90698825", "77737706",
                ],
            ),
            (
                Algorithm::SHA512,
                64,
                [
                    "90693936", "25091201", "99943326", "93441116", "38618901", "47863826",
                ],
            ),
        ];
        for (algorithm, length, expected) in sets {
            let key: Vec<u8> = b"1234567890".iter().copied().cycle().take(length).collect();
            let totp = Builder::new()
                .with_secret(key)
                .with_algorithm(algorithm)
                .with_digits(8)
                .build()
                .unwrap();
            for (time, code) in times.into_iter().zip(expected) {
                assert_eq!(totp.generate(time).to_string(), code);
                if length == 20 {
                    let own =
                        Totp::new(&Secret::from_bytes(KEY)).code_at(Duration::from_secs(time));
                    assert_eq!(own, code[2..]);
                }
            }
        }
    }

    #[test]
    fn one_step_before_and_after_is_accepted_and_no_more() {
        let totp = Totp::new(&Secret::from_bytes(KEY));
        let code = totp.code_at(Duration::from_secs(1000 * 30));
        let check = |step: u64| totp.check(&code, Duration::from_secs(step * 30 + 7));
        assert_eq!(
            [
                check(998),
                check(999),
                check(1000),
                check(1001),
                check(1002)
            ],
            [None, Some(1000), Some(1000), Some(1000), None]
        );
    }

    #[test]
    fn only_six_digits_are_a_code() {
        let totp = Totp::new(&Secret::from_bytes(KEY));
        let check = |code: &str| totp.check(code, Duration::from_secs(59));
        assert_eq!(check(" 287 082 "), Some(1));
        for bad in [
            "",
            "28708",
            "2870822",
            "+87082",
            "٢٨٧٠٨٢",
            &"2".repeat(100_000),
        ] {
            assert_eq!(check(bad), None);
        }
    }
}
