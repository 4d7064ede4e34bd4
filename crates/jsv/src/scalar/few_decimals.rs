//! Numbers of at most three decimals, as most are that people write: counts, prices, measures.

use super::digits::{eight_digits, write_unsigned};

/// Writes a number of at most three decimals below 10^11; nothing if it is another. Whether it
/// was written.
///
/// It is another unless dividing its thousandths by a thousand, which rounds once, gives it back.
/// Its decimals are the shortest then, for up to fifteen digits no two decimals are the same
/// double.
#[inline]
pub(crate) fn write_few_decimals(out: &mut Vec<u8>, value: f64) -> bool {
    let size = value.abs();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates, which is another number"
    )]
    let thousandths = (size * 1e3 + 0.5) as i64 as u64;
    #[expect(clippy::cast_precision_loss, reason = "exact, or refused")]
    let is_same = thousandths as f64 / 1e3 == size;
    if !is_same || thousandths >= 100_000_000_000_000 {
        return false;
    }
    if value.is_sign_negative() {
        out.push(b'-');
    }
    write_unsigned(out, thousandths / 1000);
    let decimals = thousandths % 1000;
    if decimals != 0 {
        write_decimals(out, decimals);
    }
    true
}

/// A point and up to three decimals, without zeros at the end.
#[inline]
fn write_decimals(out: &mut Vec<u8>, thousandths: u64) {
    // Four digits, the first of which makes room for the point.
    let [.., tenths, hundredths, thousandths] = eight_digits(thousandths).to_le_bytes();
    let zeros = match (hundredths, thousandths) {
        (b'0', b'0') => 2,
        (_, b'0') => 1,
        _ => 0,
    };
    out.extend_from_slice(&[b'.', tenths, hundredths, thousandths]);
    out.truncate(out.len() - zeros);
}

#[cfg(test)]
mod tests {
    use super::write_few_decimals;

    fn text(value: f64) -> Option<String> {
        let mut out = Vec::new();
        let is_written = write_few_decimals(&mut out, value);
        is_written.then(|| String::from_utf8(out).unwrap())
    }

    #[test]
    fn up_to_three_decimals_are_written_as_display_does() {
        let mut bits = 1_u64;
        for step in 0..100_000_u64 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let thousandths = (bits >> 17) % 10_u64.pow(u32::try_from(step % 15).unwrap());
            for value in [thousandths as f64 / 1e3, -(thousandths as f64) / 1e3] {
                assert_eq!(text(value), Some(value.to_string()));
            }
        }
    }

    #[test]
    fn neighbors_are_told_apart() {
        let mut bits = 1_u64;
        for step in 0..100_000_u64 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let near = (bits >> 20) as f64 / 10_f64.powi(i32::try_from(step % 16).unwrap());
            for value in [near, near.next_up(), near.next_down(), 1.0 / near] {
                if let Some(text) = text(value) {
                    assert_eq!(text, value.to_string());
                }
            }
        }
    }

    #[test]
    fn others_are_left_alone() {
        for value in [
            1e11,
            1e300,
            0.0001,
            0.000_499,
            1.0 / 3.0,
            99_999_999_999.999_98,
            f64::NAN,
            f64::INFINITY,
            f64::MIN_POSITIVE,
        ] {
            assert_eq!(text(value), None, "{value}");
            assert_eq!(text(-value), None, "{value}");
        }
        assert_eq!(text(-0.0).as_deref(), Some("-0"));
        assert_eq!(text(-0.05).as_deref(), Some("-0.05"));
        assert_eq!(text(99_999_999_999.5).as_deref(), Some("99999999999.5"));
    }
}
