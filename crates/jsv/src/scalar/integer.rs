use std::str::FromStr;

/// Why a text is no integer of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntegerError {
    /// Not an integer at all.
    Invalid,
    /// An integer that the type cannot hold.
    OutOfRange,
}

/// The integers that [`parse_integer`] reads.
pub trait Integer: FromStr + TryFrom<u64> + TryFrom<i64> {}

macro_rules! integers {
    ($($type:ty)*) => {$(impl Integer for $type {})*};
}

integers! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }

/// An integer: digits with an optional minus, blanks around, leading zeros allowed unless a
/// minus stands before them. A plus, a point, an exponent or a separator makes it invalid.
///
/// # Errors
/// [`IntegerError`] tells a text that is no integer from one that does not fit.
#[inline]
pub fn parse_integer<T: Integer>(text: &str) -> Result<T, IntegerError> {
    if let Some(number) = plain(text.as_bytes()) {
        return T::try_from(number).map_err(|_| IntegerError::OutOfRange);
    }
    parse_any(text)
}

/// Digits alone, few enough for a `u64`: nearly every integer.
#[inline]
fn plain(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() || digits.len() > 19 {
        return None;
    }
    digits.iter().try_fold(0_u64, |number, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| number * 10 + u64::from(digit))
    })
}

/// Any spelling of an integer.
fn parse_any<T: Integer>(text: &str) -> Result<T, IntegerError> {
    let text = text.trim_matches(|c: char| {
        c.is_ascii_whitespace() || matches!(c, '\u{b}' | '\u{85}' | '\u{a0}' | '\u{200b}')
    });
    let (digits, is_negative) = match text.strip_prefix('-') {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let is_padded = is_negative && digits.len() > 1 && digits.starts_with('0');
    if digits.is_empty() || is_padded || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(IntegerError::Invalid);
    }
    if let (Some(number), true) = (
        plain(digits.as_bytes()).and_then(|number| i64::try_from(number).ok()),
        is_negative,
    ) {
        return T::try_from(-number).map_err(|_| IntegerError::OutOfRange);
    }
    // Digits alone can only fail by range; `-0` of an unsigned type is still zero.
    let text = if digits.bytes().all(|byte| byte == b'0') {
        "0"
    } else {
        text
    };
    text.parse().map_err(|_| IntegerError::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::{IntegerError, parse_integer};

    #[test]
    fn range_and_form_are_told_apart() {
        assert_eq!(parse_integer::<i8>("-128"), Ok(-128));
        assert_eq!(parse_integer::<u8>(" 007\t"), Ok(7));
        assert_eq!(parse_integer::<u8>("-0"), Ok(0));
        assert_eq!(parse_integer::<i8>("128"), Err(IntegerError::OutOfRange));
        assert_eq!(parse_integer::<u8>("-1"), Err(IntegerError::OutOfRange));
        for text in [
            "", "-", "-01", "+1", "1.0", "1e3", "1,000", "0x1", "1_0", "١",
        ] {
            assert_eq!(
                parse_integer::<i32>(text),
                Err(IntegerError::Invalid),
                "{text:?}"
            );
        }
    }
}
