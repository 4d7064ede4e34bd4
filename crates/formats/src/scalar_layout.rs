//! How the scalars of `contract` are laid out in each format, from their canonical texts.

use std::fmt::Write;

use contract::{DateTime, scalar_name};

use crate::{DateHandler, WriteOptions};

/// How JSV has them.
pub(crate) const JSV_SCALARS: jsv::ScalarLayout = layout(write_jsv::<false, false>);

/// How JSV has them with those options.
pub(crate) const fn jsv_scalars(options: &WriteOptions) -> jsv::ScalarLayout {
    match (options.dates, options.assume_utc, options.keep_date_times) {
        (DateHandler::UnixTime, ..) => layout(write_jsv_unix::<1_000>),
        (DateHandler::UnixTimeMilliseconds, ..) => layout(write_jsv_unix::<1>),
        (_, false, false) => JSV_SCALARS,
        (_, true, false) => layout(write_jsv::<true, false>),
        (_, false, true) => layout(write_jsv::<false, true>),
        (_, true, true) => layout(write_jsv::<true, true>),
    }
}

const fn layout(write: fn(&str, &str, &mut String)) -> jsv::ScalarLayout {
    jsv::ScalarLayout { write, is_default }
}

const MIDNIGHT: &str = "00:00:00.0000000";
/// Bytes of `yyyy-MM-dd`, of `yyyy-MM-ddTHH:mm:ss`, and of that with seven digits.
const DATE: usize = 10;
const SECONDS: usize = 19;
const TICKS: usize = 27;

fn write_jsv<const ASSUME_UTC: bool, const KEEP: bool>(name: &str, text: &str, out: &mut String) {
    match name {
        scalar_name::DATE_TIME => write_jsv_date_time::<ASSUME_UTC, KEEP>(text, out),
        _ => out.push_str(text),
    }
}

/// The date alone at midnight, else without a fraction that is zero. An unspecified zone is
/// written as the host's, which is UTC.
fn write_jsv_date_time<const ASSUME_UTC: bool, const KEEP: bool>(text: &str, out: &mut String) {
    let (Some(wall), Some(zone)) = (text.get(..TICKS), text.get(TICKS..)) else {
        return out.push_str(text);
    };
    if !KEEP && wall.ends_with(MIDNIGHT) {
        return out.push_str(&wall[..DATE]);
    }
    let shown = if wall.ends_with(".0000000") {
        &wall[..SECONDS]
    } else {
        wall
    };
    out.push_str(shown);
    out.push_str(match zone {
        "" if ASSUME_UTC => "Z",
        "" if KEEP => "",
        "" => "+00:00",
        zone => zone,
    });
}

/// The number of units of that many milliseconds since 1970.
fn write_jsv_unix<const UNIT: i64>(name: &str, text: &str, out: &mut String) {
    match DateTime::from_canonical(text).filter(|_| name == scalar_name::DATE_TIME) {
        Some(date) => {
            let _ = write!(out, "{}", date.unix_milliseconds().div_euclid(UNIT));
        }
        None => out.push_str(text),
    }
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

#[cfg(test)]
mod tests {
    use contract::scalar_name::DATE_TIME;

    use super::jsv_scalars;
    use crate::WriteOptions;

    fn jsv(text: &str) -> String {
        let mut out = String::new();
        (jsv_scalars(&WriteOptions::default()).write)(DATE_TIME, text, &mut out);
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
    fn options_change_dates_of_jsv() {
        let with = |options: &str, text| {
            let mut out = String::new();
            (jsv_scalars(&WriteOptions::from_jsconfig(options)).write)(DATE_TIME, text, &mut out);
            out
        };
        let midnight = "2010-01-02T00:00:00.0000000";
        assert_eq!(with("sdtc", midnight), "2010-01-02T00:00:00");
        assert_eq!(
            with("au", "2010-07-02T03:04:05.0000000"),
            "2010-07-02T03:04:05Z"
        );
        assert_eq!(with("dh:ut", "2010-01-02T03:04:05.1200000Z"), "1262401445");
        assert_eq!(
            with("dh:utm", "2010-01-02T03:04:05.1200000Z"),
            "1262401445120"
        );
        assert_eq!(with("dh:iso8601", midnight), "2010-01-02");
    }
}
