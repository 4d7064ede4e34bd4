//! How the scalars of `contract` are laid out in each format, from their canonical texts.

use std::fmt::Write;

use contract::{DateTime, DateTimeKind, DateTimeOffset, scalar_name};

use crate::DateHandler;

/// How JSV has them.
pub(crate) const JSV_SCALARS: jsv::ScalarLayout = jsv::ScalarLayout {
    write: write_jsv,
    is_default,
};

const MIDNIGHT: &str = "00:00:00.0000000";
/// Bytes of `yyyy-MM-dd`, of `yyyy-MM-ddTHH:mm:ss`, and of that with seven digits.
const DATE: usize = 10;
const SECONDS: usize = 19;
const TICKS: usize = 27;

fn write_jsv(name: &str, text: &str, out: &mut String) {
    match name {
        scalar_name::DATE_TIME => write_jsv_date_time(text, out),
        _ => out.push_str(text),
    }
}

/// The date alone at midnight, else without a fraction that is zero. An unspecified zone is
/// written as the host's, which is UTC.
fn write_jsv_date_time(text: &str, out: &mut String) {
    let (Some(wall), Some(zone)) = (text.get(..TICKS), text.get(TICKS..)) else {
        return out.push_str(text);
    };
    if wall.ends_with(MIDNIGHT) {
        return out.push_str(&wall[..DATE]);
    }
    let shown = if wall.ends_with(".0000000") {
        &wall[..SECONDS]
    } else {
        wall
    };
    out.push_str(shown);
    out.push_str(if zone.is_empty() { "+00:00" } else { zone });
}

/// Whether a text is what the type holds that was never set.
pub(crate) fn is_default(name: &str, text: &str) -> bool {
    match name {
        scalar_name::DATE_TIME => text == "0001-01-01T00:00:00.0000000",
        scalar_name::DATE_TIME_OFFSET => text == "0001-01-01T00:00:00.0000000+00:00",
        scalar_name::TIME_SPAN => text == "PT0S",
        scalar_name::GUID => text.bytes().all(|byte| byte == b'0'),
        scalar_name::DECIMAL => text.bytes().all(|byte| matches!(byte, b'0' | b'.')),
        scalar_name::CHAR => text == "\0",
        _ => false,
    }
}

/// A date as JSON has it, without its quotes.
pub(crate) fn json_date(name: &str, text: &str, handler: DateHandler) -> String {
    let mut out = String::with_capacity(40);
    let stamp = if name == scalar_name::DATE_TIME {
        DateTime::from_canonical(text).map(|date| Stamp::of_date_time(date, handler))
    } else {
        text.parse::<DateTimeOffset>()
            .ok()
            .map(|date| Stamp::of_offset(date, handler))
    };
    match (handler, stamp) {
        (DateHandler::Iso8601, _) | (_, None) => out.push_str(text),
        (DateHandler::Iso8601DateOnly, _) => out.push_str(text.get(..DATE).unwrap_or(text)),
        (DateHandler::Iso8601DateTime, _) => {
            out.push_str(&text.get(..SECONDS).unwrap_or(text).replace('T', " "));
        }
        (DateHandler::UnixTime, Some(stamp)) => {
            let _ = write!(out, "{}", stamp.milliseconds.div_euclid(1000));
        }
        (DateHandler::UnixTimeMilliseconds, Some(stamp)) => {
            let _ = write!(out, "{}", stamp.milliseconds);
        }
        (DateHandler::Timestamp | DateHandler::TimestampWithOffset, Some(stamp)) => {
            // The slashes are escaped on the wire: that is how a reader tells a date from a text.
            let _ = write!(out, "\\/Date({}{})\\/", stamp.milliseconds, stamp.zone);
        }
    }
    out
}

/// Milliseconds since 1970 and what follows them in `/Date(…)/`.
struct Stamp {
    milliseconds: i64,
    zone: String,
}

impl Stamp {
    fn of_date_time(date: DateTime, handler: DateHandler) -> Self {
        let zone = match date.kind() {
            DateTimeKind::Utc if handler == DateHandler::Timestamp => "",
            DateTimeKind::Unspecified => "-0000",
            DateTimeKind::Utc | DateTimeKind::Local => "+0000",
        };
        Self {
            milliseconds: date.unix_milliseconds(),
            zone: zone.to_owned(),
        }
    }

    fn of_offset(date: DateTimeOffset, handler: DateHandler) -> Self {
        let minutes = date.offset_minutes();
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
        let zone = match (minutes, handler) {
            (0, DateHandler::Timestamp) => String::new(),
            _ => format!("{sign}{hours:02}{rest:02}"),
        };
        Self {
            milliseconds: date.unix_milliseconds(),
            zone,
        }
    }
}

#[cfg(test)]
mod tests {
    use contract::scalar_name::{DATE_TIME, DATE_TIME_OFFSET};

    use super::{json_date, write_jsv};
    use crate::DateHandler;

    fn jsv(text: &str) -> String {
        let mut out = String::new();
        write_jsv(DATE_TIME, text, &mut out);
        out
    }

    #[test]
    fn jsv_shortens_dates() {
        assert_eq!(jsv("2020-01-02T00:00:00.0000000Z"), "2020-01-02");
        assert_eq!(jsv("2020-01-02T03:04:05.0000000Z"), "2020-01-02T03:04:05Z");
        assert_eq!(
            jsv("2020-01-02T03:04:05.0000000+00:00"),
            "2020-01-02T03:04:05+00:00"
        );
        assert_eq!(
            jsv("2020-01-02T03:04:05.1000000"),
            "2020-01-02T03:04:05.1000000+00:00"
        );
    }

    #[test]
    fn json_tells_the_kind_by_what_follows_the_number() {
        let date = |name, text| json_date(name, text, DateHandler::Timestamp);
        assert_eq!(
            date(DATE_TIME, "2020-01-02T03:04:05.6780000Z"),
            r"\/Date(1577934245678)\/"
        );
        assert_eq!(
            date(DATE_TIME, "2020-01-02T03:04:05.0000000+00:00"),
            r"\/Date(1577934245000+0000)\/"
        );
        assert_eq!(
            date(DATE_TIME, "0001-01-01T00:00:00.0000000"),
            r"\/Date(-62135596800000-0000)\/"
        );
        let offset = "2020-01-02T03:04:05.0000000+02:00";
        assert_eq!(
            date(DATE_TIME_OFFSET, offset),
            r"\/Date(1577927045000+0200)\/"
        );
        assert_eq!(
            date(DATE_TIME_OFFSET, "0001-01-01T00:00:00.0000000+00:00"),
            r"\/Date(-62135596800000)\/"
        );
    }
}
