use std::fmt;
use std::str::FromStr;

use super::{InvalidScalar, scalar_name, wire_scalar};

/// .NET's `decimal`: 96 bits and a scale that is kept (`4.40` stays `4.40`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Decimal(pub rust_decimal::Decimal);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Decimal {
    type Err = InvalidScalar;

    /// What .NET's `NumberStyles.Float` with thousands separators accepts.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let text = text.trim().replace(',', "");
        // The crate also reads `1_000`, which .NET does not.
        let parsed = match text.bytes().any(|byte| byte == b'_') {
            true => None,
            false if text.contains(['e', 'E']) => scientific(&text),
            false => rust_decimal::Decimal::from_str(&text).ok(),
        };
        parsed.map(Self).ok_or(InvalidScalar::new("decimal number"))
    }
}

/// A number with an exponent. What lies beyond the 28th place is rounded, as .NET does.
fn scientific(text: &str) -> Option<rust_decimal::Decimal> {
    const PLACES: u32 = rust_decimal::Decimal::MAX_SCALE;
    if let Ok(exact) = rust_decimal::Decimal::from_scientific(text) {
        return Some(exact);
    }
    let (digits, exponent) = text.split_once(['e', 'E'])?;
    let number = rust_decimal::Decimal::from_str(digits).ok()?;
    let places = exponent.strip_prefix('-')?.parse::<u32>().ok()?;
    // In two steps: the divisor is a decimal too, and has no more places.
    let (first, second) = (
        places.min(PLACES),
        places.saturating_sub(PLACES).min(PLACES),
    );
    let power =
        |places| rust_decimal::Decimal::try_from_i128_with_scale(10_i128.pow(places), 0).ok();
    let mut rounded = number
        .checked_div(power(first)?)?
        .checked_div(power(second)?)?;
    rounded.rescale(PLACES);
    Some(rounded)
}

impl From<rust_decimal::Decimal> for Decimal {
    fn from(value: rust_decimal::Decimal) -> Self {
        Self(value)
    }
}

wire_scalar!(Decimal, scalar_name::DECIMAL, "Decimal", value_type = true);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<String> {
        text.parse::<Decimal>()
            .ok()
            .map(|number| number.to_string())
    }

    #[test]
    fn the_scale_is_kept() {
        for text in [
            "0",
            "1",
            "1.0",
            "1.10",
            "-2.5",
            "0.10",
            "100",
            "10000000000",
            "0.0000001",
            "79228162514264337593543950335",
            "-79228162514264337593543950335",
            "1.0000000000000000000000000001",
            "0.0000000000000000000000000001",
        ] {
            assert_eq!(read(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn every_spelling_is_read() {
        for (text, expected) in [
            ("+1.5", "1.5"),
            (" 1.5 ", "1.5"),
            ("5.", "5"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("007", "7"),
            ("-0", "0"),
            ("-0.0", "0.0"),
            ("1e3", "1000"),
            ("1E3", "1000"),
            ("1E+3", "1000"),
            ("1e-3", "0.001"),
            ("1.5e2", "150"),
            ("1,000.5", "1000.5"),
            ("1e-400", "0.0000000000000000000000000000"),
            ("5E-324", "0.0000000000000000000000000000"),
            // Digits beyond the 28th place are rounded, as .NET does.
            (
                "0.12345678901234567890123456789",
                "0.1234567890123456789012345679",
            ),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_decimal_or_too_large_is_refused() {
        for text in [
            "",
            "x",
            "null",
            "NaN",
            "nan",
            "Infinity",
            "-Infinity",
            "INF",
            "∞",
            "$1",
            "1.5f",
            "(1)",
            "1-",
            "--1",
            "0x1",
            "1_000",
            "1e",
            "e1",
            "1e1.5",
            ".",
            "-",
            "+",
            "1.2.3",
            "123456789012345678901234567890",
            "79228162514264337593543950336",
            "1e29",
            "1e400",
            "-1e400",
            "1.7976931348623157E+308",
            "1e99999999999999999999",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn its_text_comes_back(mantissa in 0..1_i128 << 96, scale in 0..=28_u32, negative: bool) {
            let mantissa = if negative { -mantissa } else { mantissa };
            let number = Decimal(rust_decimal::Decimal::from_i128_with_scale(mantissa, scale));
            let again: Decimal = number.to_string().parse().unwrap();
            prop_assert_eq!(again, number);
            prop_assert_eq!(again.0.scale(), scale);
        }

        #[test]
        fn no_text_is_a_danger(text in "[-+]?[0-9.,]{0,40}([eE][-+]?[0-9]{0,25})?|.*") {
            let _ = text.parse::<Decimal>();
        }
    }
}
