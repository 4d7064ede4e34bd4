/// A number as .NET's `NumberStyles.Float` with thousands separators reads it; `NaN` and the
/// infinities by name, in any case. What is too large is an infinity.
pub fn parse_f64(text: &str) -> Option<f64> {
    parse(text, f64::NAN, f64::INFINITY)
}

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
    use super::{parse_f32, parse_f64};

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
}
