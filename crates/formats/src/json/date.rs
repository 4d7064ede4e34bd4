use std::fmt::Write;

use contract::{DateTime, DateTimeKind, DateTimeOffset, scalar_name};

use crate::{DateHandler, WriteOptions};

/// Bytes of `yyyy-MM-dd` and of `yyyy-MM-ddTHH:mm:ss`.
const DATE: usize = 10;
const SECONDS: usize = 19;

/// A date from its canonical text, quotes included where it is no number.
pub(super) fn write_date(out: &mut Vec<u8>, name: &str, text: &str, options: &WriteOptions) {
    let is_moment = name == scalar_name::DATE_TIME;
    match options.dates {
        DateHandler::Iso8601 => quoted(out, text),
        DateHandler::Iso8601DateOnly => quoted(out, text.get(..DATE).unwrap_or(text)),
        DateHandler::Iso8601DateTime => {
            quoted(out, &text.get(..SECONDS).unwrap_or(text).replace('T', " "));
        }
        // Only a `DateTime` goes by these three; a `DateTimeOffset` stays a timestamp.
        DateHandler::UnixTime if is_moment => number(out, text, 1_000),
        DateHandler::UnixTimeMilliseconds if is_moment => number(out, text, 1),
        DateHandler::Rfc1123 if is_moment => match DateTime::from_canonical(text) {
            Some(date) => quoted(out, &rfc1123(date, text)),
            None => quoted(out, text),
        },
        _ => timestamp(out, is_moment, text, options),
    }
}

fn quoted(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

fn number(out: &mut Vec<u8>, text: &str, unit: i64) {
    let milliseconds = DateTime::from_canonical(text).map_or(0, DateTime::unix_milliseconds);
    let number = milliseconds.div_euclid(unit);
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// `\/Date(1577934245000+0000)\/`: the slashes are escaped on the wire, by which a reader tells a
/// date from a text.
fn timestamp(out: &mut Vec<u8>, is_moment: bool, text: &str, options: &WriteOptions) {
    let mut zone = String::new();
    let milliseconds = if is_moment {
        DateTime::from_canonical(text).map(|date| {
            zone.push_str(zone_of_kind(date.kind(), options));
            date.unix_milliseconds()
        })
    } else {
        text.parse::<DateTimeOffset>().ok().map(|date| {
            write_offset(&mut zone, date.offset_minutes(), options);
            date.unix_milliseconds()
        })
    };
    let Some(milliseconds) = milliseconds else {
        return quoted(out, text);
    };
    out.extend_from_slice(b"\"\\/Date(");
    out.extend_from_slice(itoa::Buffer::new().format(milliseconds).as_bytes());
    out.extend_from_slice(zone.as_bytes());
    out.extend_from_slice(b")\\/\"");
}

const fn zone_of_kind(kind: DateTimeKind, options: &WriteOptions) -> &'static str {
    let always = matches!(options.dates, DateHandler::TimestampWithOffset);
    match kind {
        DateTimeKind::Unspecified if !options.assume_utc => "-0000",
        DateTimeKind::Local => "+0000",
        _ if always || options.append_utc_offset => "+0000",
        _ => "",
    }
}

fn write_offset(zone: &mut String, minutes: i16, options: &WriteOptions) {
    if minutes == 0 && options.dates != DateHandler::TimestampWithOffset {
        return;
    }
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    let _ = write!(zone, "{sign}{hours:02}{rest:02}");
}

/// `Thu, 02 Jan 2020 03:04:05 GMT`, from the canonical text of a date.
fn rfc1123(date: DateTime, text: &str) -> String {
    const TICKS_PER_DAY: i64 = 864_000_000_000;
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    // The first day of the calendar was a Monday.
    let day = usize::try_from(date.ticks() / TICKS_PER_DAY % 7).unwrap_or(0);
    let month = text[5..7].parse::<usize>().unwrap_or(1);
    let (year, date, time) = (&text[..4], &text[8..10], &text[11..SECONDS]);
    let (day, month) = (DAYS[day], MONTHS[month.clamp(1, 12) - 1]);
    format!("{day}, {date} {month} {year} {time} GMT")
}

#[cfg(test)]
mod tests {
    use contract::scalar_name::{DATE_TIME, DATE_TIME_OFFSET};

    use super::write_date;
    use crate::WriteOptions;

    fn json(options: &str, name: &str, text: &str) -> String {
        let mut out = Vec::new();
        write_date(&mut out, name, text, &WriteOptions::from_jsconfig(options));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_kind_shows_in_what_follows_the_number() {
        let date = |name, text| json("", name, text);
        assert_eq!(
            date(DATE_TIME, "2020-01-02T03:04:05.6780000Z"),
            r#""\/Date(1577934245678)\/""#
        );
        assert_eq!(
            date(DATE_TIME, "2020-01-02T03:04:05.0000000+00:00"),
            r#""\/Date(1577934245000+0000)\/""#
        );
        assert_eq!(
            date(DATE_TIME, "0001-01-01T00:00:00.0000000"),
            r#""\/Date(-62135596800000-0000)\/""#
        );
        assert_eq!(
            date(DATE_TIME_OFFSET, "2020-01-02T03:04:05.0000000+02:00"),
            r#""\/Date(1577927045000+0200)\/""#
        );
        assert_eq!(
            date(DATE_TIME_OFFSET, "0001-01-01T00:00:00.0000000+00:00"),
            r#""\/Date(-62135596800000)\/""#
        );
    }

    #[test]
    fn options_choose_another_form() {
        let utc = "2020-01-02T03:04:05.6780000Z";
        for (options, expected) in [
            ("dh:iso8601", r#""2020-01-02T03:04:05.6780000Z""#),
            ("dh:iso8601do", r#""2020-01-02""#),
            ("dh:iso8601dt", r#""2020-01-02 03:04:05""#),
            ("dh:rfc1123", r#""Thu, 02 Jan 2020 03:04:05 GMT""#),
            ("dh:ut", "1577934245"),
            ("dh:utm", "1577934245678"),
            ("dh:dcjsc", r#""\/Date(1577934245678+0000)\/""#),
            ("auo", r#""\/Date(1577934245678+0000)\/""#),
        ] {
            assert_eq!(json(options, DATE_TIME, utc), expected, "{options}");
        }
        let unspecified = "2020-01-02T03:04:05.6780000";
        assert_eq!(
            json("au", DATE_TIME, unspecified),
            r#""\/Date(1577934245678)\/""#
        );
        let first = "0001-01-01T00:00:00.0000000";
        assert_eq!(
            json("dh:rfc1123", DATE_TIME, first),
            r#""Mon, 01 Jan 0001 00:00:00 GMT""#
        );
    }
}
