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
                rust_decimal::Decimal::from_scientific(&text).ok()
            }
            false => rust_decimal::Decimal::from_str(&text).ok(),
        };
        parsed.map(Self).ok_or(InvalidScalar::new("decimal number"))
    }
}

impl From<rust_decimal::Decimal> for Decimal {
    fn from(value: rust_decimal::Decimal) -> Self {
        Self(value)
    }
}

wire_scalar!(Decimal, scalar_name::DECIMAL, "Decimal", value_type = true);
