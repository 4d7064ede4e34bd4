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
            false if text.contains(['e', 'E']) => {
                let read = rust_decimal::Decimal::from_scientific(&text);
                read.ok().or_else(|| with_negative_exponent(&text))
            }
            false => rust_decimal::Decimal::from_str(&text).ok(),
        };
        parsed.map(Self).ok_or(InvalidScalar::new("decimal number"))
    }
}

/// A number with more decimal places than 28, rounded to them as .NET does.
fn with_negative_exponent(text: &str) -> Option<rust_decimal::Decimal> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let places = exponent.strip_prefix('-')?.parse::<u32>().ok()?;
    let mut value = rust_decimal::Decimal::from_str(mantissa).ok()?;
    // What is left after twice 28 places is zero.
    let mut left = places.min(56);
    while left > 0 {
        let step = left.min(28);
        value = value.checked_div(rust_decimal::Decimal::from(10_i128.pow(step)))?;
        left -= step;
    }
    Some(value)
}

impl From<rust_decimal::Decimal> for Decimal {
    fn from(value: rust_decimal::Decimal) -> Self {
        Self(value)
    }
}

wire_scalar!(Decimal, scalar_name::DECIMAL, "Decimal", value_type = true);

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn places_beyond_those_of_dotnet_are_rounded() {
        let read = |text: &str| {
            text.parse::<Decimal>()
                .map(|read| read.0.normalize().to_string())
        };
        assert_eq!(read("1.5e2").unwrap(), "150");
        assert_eq!(read("-2.5e-3").unwrap(), "-0.0025");
        assert_eq!(read("4e-28").unwrap(), "0.0000000000000000000000000004");
        assert_eq!(read("1.8959404898105063e-112").unwrap(), "0");
        assert_eq!(
            read("12345678901234567890e-40").unwrap(),
            "0.0000000000000000000012345679"
        );
        assert!(read("1e40").is_err() && read("e-3").is_err() && read("1e-").is_err());
    }
}
