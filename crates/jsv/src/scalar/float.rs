use super::digits::leading_digits;

/// A number as .NET's `NumberStyles.Float` with thousands separators reads it; `NaN` and the
/// infinities by name, in any case. What is too large is an infinity.
pub fn parse_f64(text: &str) -> Option<f64> {
    parse(text, f64::NAN, f64::INFINITY)
}

/// The number that digits at the beginning of a text make, and how long it is: a plain decimal
/// without exponent, such as writers write between very small and very large. `None` for any
/// other spelling, which is not to say that it is no number.
#[inline]
pub(crate) fn leading_decimal(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let signs = usize::from(bytes.first() == Some(&b'-'));
    let (whole, digits) = leading_digits(&bytes[signs..])?;
    let (mut mantissa, mut length, mut decimals) = (whole, signs + digits, 0);
    if bytes.get(length) == Some(&b'.') {
        let (fraction, count) = leading_digits(&bytes[length + 1..])?;
        if digits + count > 19 {
            return None;
        }
        mantissa = whole * WHOLE_POWERS[count] + fraction;
        (decimals, length) = (count, length + 1 + count);
    }
    if mantissa > EXACT_WHOLE {
        return text
            .get(..length)?
            .parse()
            .ok()
            .map(|number| (number, length));
    }
    // Both are exact, so that the quotient is rounded once, as reading should.
    #[expect(clippy::cast_precision_loss, reason = "exact")]
    let number = mantissa as f64 / POWERS[decimals];
    Some((if signs == 1 { -number } else { number }, length))
}

/// Every whole number up to this is a float of its own.
const EXACT_WHOLE: u64 = 1 << 53;

/// Powers of ten as whole numbers.
const WHOLE_POWERS: [u64; 20] = {
    let mut powers = [1; 20];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

/// Powers of ten, each of which is exact.
const POWERS: [f64; 20] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19,
];

/// As [`parse_f64`], rounded once to single precision.
pub fn parse_f32(text: &str) -> Option<f32> {
    parse(text, f32::NAN, f32::INFINITY)
}

fn parse<T>(text: &str, nan: T, infinity: T) -> Option<T>
where
    T: std::str::FromStr + std::ops::Neg<Output = T>,
{
    // What begins and ends with a digit is mostly a number as Rust reads it, and then the same.
    if let [b'0'..=b'9', .., b'0'..=b'9'] | [b'-', b'0'..=b'9', .., b'0'..=b'9'] = text.as_bytes()
        && let Ok(number) = text.parse()
    {
        return Some(number);
    }
    let text = text.trim();
    let is_number = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E' | b','));
    if is_number {
        if !text.contains(',') {
            return text.parse().ok();
        }
        // Separators belong to the whole part only.
        let (whole, rest) = text.split_at(text.find(['.', 'e', 'E']).unwrap_or(text.len()));
        let starts_right = whole
            .trim_start_matches(['+', '-'])
            .starts_with(|c: char| c.is_ascii_digit());
        let valid = starts_right && !rest.contains(',');
        return valid
            .then(|| format!("{}{rest}", whole.replace(',', "")).parse().ok())
            .flatten();
    }
    let (is_negative, name) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if name.eq_ignore_ascii_case("infinity") {
        return Some(if is_negative { -infinity } else { infinity });
    }
    text.eq_ignore_ascii_case("nan").then_some(nan)
}

#[cfg(test)]
mod tests {
    use super::{leading_decimal, parse_f32, parse_f64};

    #[test]
    fn every_spelling_of_dotnet_is_read() {
        for (text, value) in [
            (".5", 0.5),
            ("5.", 5.0),
            ("+1.5", 1.5),
            ("1e3", 1000.0),
            (" 1,000.5 ", 1000.5),
            ("-infinity", f64::NEG_INFINITY),
            ("1e400", f64::INFINITY),
        ] {
            assert_eq!(parse_f64(text), Some(value), "{text:?}");
        }
        assert!(parse_f32("nan").is_some_and(f32::is_nan));
        for text in ["", "INF", "∞", "0x1", "(1)", "1f", "1.5,0", ",1", "1 2"] {
            assert_eq!(parse_f64(text), None, "{text:?}");
        }
    }

    #[test]
    fn leading_decimals_are_those_of_the_standard_library() {
        let mut bits = 1_u64;
        for step in 0..100_000_u64 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let digits = (bits >> (step % 60)).to_string();
            let point = usize::try_from(bits % 20).unwrap_or(0).min(digits.len());
            let (whole, fraction) = digits.split_at(point);
            for text in [
                format!("{whole}.{fraction}"),
                format!("-{whole}.{fraction}"),
                digits.clone(),
            ] {
                if let Some((number, length)) = leading_decimal(&format!("{text},1")) {
                    assert_eq!(length, text.len());
                    assert_eq!(Ok(number), text.parse::<f64>(), "{text}");
                }
            }
        }
        for text in ["", "-", ".5", "5.", "x", "-.5", "12345678901234567890"] {
            assert_eq!(leading_decimal(text), None, "{text}");
        }
        assert!(leading_decimal("-0").is_some_and(|(zero, _)| zero.is_sign_negative()));
    }
}
