//! Whole numbers in digits, eight at a time.
//!
//! `itoa` leaves digits in a buffer, and copying them out at once waits for the stores that put
//! them there; here they stay in registers until they reach their place.

/// What eight digits count up to.
const EIGHT: u64 = 100_000_000;

/// The number that up to nineteen digits make, and how many there are; `None` if there is none
/// or one more.
#[inline]
pub(crate) fn leading_digits(bytes: &[u8]) -> Option<(u64, usize)> {
    let (mut number, mut length) = (0_u64, 0);
    while let Some(chunk) = bytes.get(length..).and_then(<[u8]>::first_chunk::<8>) {
        let (digits, count) = digits_of(u64::from_le_bytes(*chunk));
        length += count;
        if length > 19 {
            return None;
        }
        number = number * POWERS[count] + digits;
        if count < 8 {
            return (length > 0).then_some((number, length));
        }
    }
    while let Some(byte @ b'0'..=b'9') = bytes.get(length) {
        length += 1;
        if length > 19 {
            return None;
        }
        number = number * 10 + u64::from(byte - b'0');
    }
    (length > 0).then_some((number, length))
}

/// The powers of ten up to that of [`EIGHT`].
const POWERS: [u64; 9] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, EIGHT,
];

/// The number that digits at the beginning of eight bytes make, and how many there are.
#[inline]
const fn digits_of(bytes: u64) -> (u64, usize) {
    let values = bytes ^ 0x3030_3030_3030_3030;
    // The high bit of each byte that is no digit; carries reach only what stands behind one.
    let others = (values.wrapping_add(0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080;
    let count = others.trailing_zeros() / 8;
    if count == 0 {
        return (0, 0);
    }
    // Zeros in front for what is no digit, then pairs, fours and all eight.
    let ones = values << (64 - 8 * count);
    let pairs = ones * 10 + (ones >> 8);
    let high = (pairs & 0x0000_00FF_0000_00FF).wrapping_mul(0x000F_4240_0000_0064);
    let low = (pairs >> 16 & 0x0000_00FF_0000_00FF).wrapping_mul(0x0000_2710_0000_0001);
    (high.wrapping_add(low) >> 32, count as usize)
}

/// Appends a number in decimal.
#[inline]
pub(crate) fn write_unsigned(out: &mut Vec<u8>, number: u64) {
    if number < EIGHT {
        write_leading(out, number);
    } else {
        write_long(out, number);
    }
}

/// As [`write_unsigned`], with a sign.
#[inline]
pub(crate) fn write_signed(out: &mut Vec<u8>, number: i64) {
    if number < 0 {
        out.push(b'-');
    }
    write_unsigned(out, number.unsigned_abs());
}

/// More than eight digits.
fn write_long(out: &mut Vec<u8>, number: u64) {
    let (front, last) = (number / EIGHT, number % EIGHT);
    let last = eight_digits(last);
    if front < 10 {
        out.push(b'0' | front as u8);
        out.extend_from_slice(&last.to_le_bytes());
    } else if front < EIGHT {
        let front = eight_digits(front);
        let zeros = zeros_in_front(front);
        let digits = u128::from(front) | u128::from(last) << 64;
        let end = out.len() + 16 - zeros as usize;
        out.extend_from_slice(&(digits >> ((8 * zeros) & 63)).to_le_bytes());
        out.truncate(end);
    } else {
        write_leading(out, front / EIGHT);
        out.extend_from_slice(&eight_digits(front % EIGHT).to_le_bytes());
        out.extend_from_slice(&last.to_le_bytes());
    }
}

/// Up to eight digits, without zeros in front.
#[inline]
fn write_leading(out: &mut Vec<u8>, number: u64) {
    let digits = eight_digits(number);
    let zeros = zeros_in_front(digits);
    let end = out.len() + 8 - zeros as usize;
    out.extend_from_slice(&(digits >> (8 * zeros)).to_le_bytes());
    out.truncate(end);
}

/// How many of eight digits are zeros in front. The last digit always counts.
#[inline]
const fn zeros_in_front(digits: u64) -> u32 {
    // A digit of zero leaves the low half of its byte empty.
    (digits & 0x0F0F_0F0F_0F0F_0F0F | 1 << 56).trailing_zeros() / 8
}

/// The eight digits of a number below [`EIGHT`] as the bytes of a little-endian number, zeros in
/// front. Each step halves what every part of the number holds, by a product that stands for the
/// division by 10,000, 100 or 10 and is exact for so few digits.
#[inline]
pub(crate) const fn eight_digits(number: u64) -> u64 {
    let fours = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x0000_007F_0000_007F;
    let twos = hundreds | (fours - hundreds * 100) << 16;
    let tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
    let ones = tens | (twos - tens * 10) << 8;
    ones | 0x3030_3030_3030_3030
}

#[cfg(test)]
mod tests {
    use super::{leading_digits, write_signed, write_unsigned};

    fn unsigned(number: u64) -> String {
        let mut out = Vec::new();
        write_unsigned(&mut out, number);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_of_every_length_are_written_as_display_does() {
        for power in 0..20 {
            let ten = 10_u64.pow(power);
            for number in [ten - 1, ten, ten + 1, ten / 7 * 3, ten.saturating_mul(9)] {
                assert_eq!(unsigned(number), number.to_string());
            }
        }
        assert_eq!(unsigned(u64::MAX), u64::MAX.to_string());
        for number in [0, -1, i64::MIN, i64::MAX] {
            let mut out = Vec::new();
            write_signed(&mut out, number);
            assert_eq!(out, number.to_string().into_bytes());
        }
    }

    #[test]
    fn every_group_of_four_digits_is_split_rightly() {
        for number in 0..10_000 {
            let number = number * 10_000 + (9_999 - number);
            assert_eq!(unsigned(number), number.to_string());
        }
    }

    #[test]
    fn digits_are_read_up_to_what_is_none() {
        for length in 1..=22_usize {
            let digits = &"9876543210123456789012"[..length];
            let number = digits.parse().ok().filter(|_| length <= 19);
            for rest in [
                "",
                ",",
                "}abc",
                "e5",
                "\u{e9}",
                ".123456789",
                ":;/@`\u{7f}09",
            ] {
                let text = format!("{digits}{rest}");
                let expected = number.map(|number: u64| (number, length));
                assert_eq!(leading_digits(text.as_bytes()), expected, "{text}");
            }
        }
        assert_eq!(leading_digits(b"-1234567"), None);
        assert_eq!(leading_digits(b""), None);
    }
}
