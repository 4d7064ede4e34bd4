use std::fmt::{self, Write};

use super::few_decimals::write_few_decimals;
use crate::short;

/// Writes the shortest text that reads back as `value`, laid out as .NET does: positional from
/// 1e-4 up to 1e17, else with an exponent of a sign and at least two digits.
#[inline]
pub fn write_f64(out: &mut Vec<u8>, value: f64) {
    if write_few_decimals(out, value) {
        return;
    }
    let size = value.abs();
    // Shortest digits come as .NET lays them out, but for whole numbers, which get a decimal.
    if (1e-3..1e11).contains(&size) || size < 1e15 && size > 1.0 && size.fract() != 0.0 {
        short::append_number(out, zmij::Buffer::new().format_finite(value).as_bytes());
    } else {
        write_unusual_f64(out, value);
    }
}

/// What needs re-laying, or has a name.
fn write_unusual_f64(out: &mut Vec<u8>, value: f64) {
    if value.abs() == f64::MAX {
        // The two extremes go through another formatter of .NET's, with a small `e`.
        out.extend_from_slice(if value < 0.0 {
            b"-1.7976931348623157e+308"
        } else {
            b"1.7976931348623157e+308"
        });
        return;
    }
    if !write_special(
        out,
        value.is_nan(),
        value.is_infinite(),
        value.is_sign_negative(),
    ) {
        let mut buffer = zmij::Buffer::new();
        let text = buffer.format_finite(value);
        if value.abs() >= FIRST_EVEN_F64 && is_tie_f64(text, value) {
            write_digits(out, Digits::of(format_args!("{value:.16e}")).text(), 17);
        } else {
            write_digits(out, text, 17);
        }
    }
}

/// Below these, every whole number is a value of its own.
const FIRST_EVEN_F64: f64 = 9_007_199_254_740_992.0;
const FIRST_EVEN_F32: f32 = 16_777_216.0;

/// Whether the shortest digits stand half way between a value and its neighbor. They read back
/// rightly, as a tie goes to the even one, but .NET does not count on that and writes a digit more.
fn is_tie_f64(text: &str, value: f64) -> bool {
    // 2^127 is beyond 1.7e38; ties need a mantissa that five divides as often as ten the number,
    // and end long before that.
    if value.abs() >= 1.7e38 {
        return false;
    }
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = Digits::of(format_args!("{}{fraction}", whole.trim_start_matches('-')));
    let digits = digits.text().parse::<u128>();
    let zeros = exponent
        .parse::<u32>()
        .unwrap_or(0)
        .checked_sub(u32::try_from(fraction.len()).unwrap_or(0));
    let (Ok(digits), Some(zeros)) = (digits, zeros) else {
        return false;
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number below 2^127"
    )]
    let exact = value.abs() as u128;
    let spacing = 1_u128 << ((value.to_bits() >> 52 & 0x7FF) - 1075);
    digits
        .checked_mul(10_u128.pow(zeros))
        .is_some_and(|shortest| shortest.abs_diff(exact) * 2 == spacing)
}

/// As [`is_tie_f64`]: what is half way between two singles is a double.
fn is_tie_f32(text: &str, value: f32) -> bool {
    let spacing = f64::from(f32::from_bits(value.abs().to_bits() + 1)) - f64::from(value.abs());
    let digits = text.parse::<f64>().unwrap_or(f64::NAN);
    (digits - f64::from(value)).abs() * 2.0 == spacing
}

/// As [`write_f64`] for single precision: positional up to 1e9.
pub fn write_f32(out: &mut Vec<u8>, value: f32) {
    if value.abs() == f32::MAX {
        out.extend_from_slice(if value < 0.0 {
            b"-3.4028235e+38"
        } else {
            b"3.4028235e+38"
        });
        return;
    }
    if !write_special(
        out,
        value.is_nan(),
        value.is_infinite(),
        value.is_sign_negative(),
    ) {
        let mut buffer = zmij::Buffer::new();
        let text = buffer.format_finite(value);
        if value.abs() >= FIRST_EVEN_F32 && is_tie_f32(text, value) {
            write_digits(out, Digits::of(format_args!("{value:.7e}")).text(), 9);
        } else {
            write_digits(out, text, 9);
        }
    }
}

fn write_special(out: &mut Vec<u8>, is_nan: bool, is_infinite: bool, is_negative: bool) -> bool {
    let name: &[u8] = match (is_nan, is_infinite, is_negative) {
        (true, ..) => b"NaN",
        (_, true, true) => b"-Infinity",
        (_, true, false) => b"Infinity",
        _ => return false,
    };
    out.extend_from_slice(name);
    true
}

/// Re-lays shortest digits, which come as `12.5`, `1e300` or `1.5e-7`.
fn write_digits(out: &mut Vec<u8>, text: &str, positional_below: i32) {
    let text = text.strip_prefix('-').map_or(text, |rest| {
        out.push(b'-');
        rest
    });
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if exponent == 0
        && whole != "0"
        && i32::try_from(whole.len()).is_ok_and(|len| len <= positional_below)
    {
        // The common case needs no re-laying.
        out.extend_from_slice(whole.as_bytes());
        if !fraction.is_empty() {
            out.push(b'.');
            out.extend_from_slice(fraction.as_bytes());
        }
        return;
    }
    let digits = Digits::of(format_args!("{whole}{fraction}"));
    let significant = digits.text().trim_start_matches('0');
    let leading = digits.text().len() - significant.len();
    // Where the point stands, counted from the first digit that is not zero.
    let point =
        exponent + i32::try_from(whole.len()).unwrap_or(0) - i32::try_from(leading).unwrap_or(0);
    let significant = significant.trim_end_matches('0').as_bytes();
    lay_out(out, significant, point, positional_below);
}

/// A number's text on its way, which is never longer.
#[derive(Default)]
struct Digits {
    bytes: [u8; 32],
    length: usize,
}

impl Digits {
    fn of(text: fmt::Arguments<'_>) -> Self {
        let mut digits = Self::default();
        // What is too long would be left out; no double is.
        let _ = digits.write_fmt(text);
        digits
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl fmt::Write for Digits {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let place = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

fn lay_out(out: &mut Vec<u8>, digits: &[u8], point: i32, positional_below: i32) {
    let Some((first, rest)) = digits.split_first() else {
        out.push(b'0');
        return;
    };
    let before = usize::try_from(point).unwrap_or(0);
    if point > positional_below || point < -3 {
        out.push(*first);
        if !rest.is_empty() {
            out.push(b'.');
            out.extend_from_slice(rest);
        }
        let exponent = point - 1;
        out.extend_from_slice(if exponent < 0 { b"E-" } else { b"E+" });
        let exponent = exponent.unsigned_abs();
        if exponent < 10 {
            out.push(b'0');
        }
        out.extend_from_slice(itoa::Buffer::new().format(exponent).as_bytes());
    } else if point <= 0 {
        out.extend_from_slice(b"0.");
        out.extend(std::iter::repeat_n(
            b'0',
            usize::try_from(-point).unwrap_or(0),
        ));
        out.extend_from_slice(digits);
    } else if digits.len() <= before {
        out.extend_from_slice(digits);
        out.extend(std::iter::repeat_n(b'0', before - digits.len()));
    } else {
        out.extend_from_slice(&digits[..before]);
        out.push(b'.');
        out.extend_from_slice(&digits[before..]);
    }
}

#[cfg(test)]
mod tests {
    use super::{write_f32, write_f64};

    fn f64_text(value: f64) -> String {
        let mut out = Vec::new();
        write_f64(&mut out, value);
        String::from_utf8(out).unwrap()
    }

    fn f32_text(value: f32) -> String {
        let mut out = Vec::new();
        write_f32(&mut out, value);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn doubles_are_laid_out_as_dotnet_does() {
        let cases = [
            (0.0, "0"),
            (-0.0, "-0"),
            (1.0, "1"),
            (1.5, "1.5"),
            (-77_696_913.0, "-77696913"),
            (0.1, "0.1"),
            (0.0001, "0.0001"),
            (0.000_012_345, "1.2345E-05"),
            (1e16, "10000000000000000"),
            (1e17, "1E+17"),
            (1.234_567_890_123_456_7e16, "12345678901234568"),
            (5e-324, "5E-324"),
            (1e300, "1E+300"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
            (100.0, "100"),
            (123_456.789, "123456.789"),
        ];
        for (value, text) in cases {
            assert_eq!(f64_text(value), text);
        }
    }

    #[test]
    fn singles_turn_to_exponents_earlier() {
        let cases = [
            (1.1, "1.1"),
            (123_456_789.0, "123456790"),
            (1e9, "1E+09"),
            (1e-45, "1E-45"),
            (f32::MIN, "-3.4028235e+38"),
            (1_234_567_936.0, "1.2345679E+09"),
            (111_111.1, "111111.1"),
            (0.0001, "0.0001"),
        ];
        for (value, text) in cases {
            assert_eq!(f32_text(value), text);
        }
    }
}
