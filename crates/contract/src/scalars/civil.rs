//! The calendar, in .NET ticks: units of 100 ns since 0001-01-01.

use jiff::Span;
use jiff::civil::{Date, date};

pub(super) const TICKS_PER_SECOND: i64 = 10_000_000;
pub(super) const TICKS_PER_MINUTE: i64 = 60 * TICKS_PER_SECOND;
pub(super) const TICKS_PER_HOUR: i64 = 60 * TICKS_PER_MINUTE;
pub(super) const TICKS_PER_DAY: i64 = 24 * TICKS_PER_HOUR;
/// 1970-01-01.
pub(super) const UNIX_EPOCH: i64 = 719_162 * TICKS_PER_DAY;
/// 9999-12-31T23:59:59.9999999.
pub(super) const MAX_TICKS: i64 = 3_652_059 * TICKS_PER_DAY - 1;

const FIRST_DAY: Date = date(1, 1, 1);

/// Ticks at the start of that day; `None` if there is no such day.
pub(super) fn ticks_of_day(year: i16, month: i8, day: i8) -> Option<i64> {
    let date = Date::new(year, month, day)
        .ok()
        .filter(|date| *date >= FIRST_DAY)?;
    let days = date.duration_since(FIRST_DAY).as_hours() / 24;
    Some(days * TICKS_PER_DAY)
}

/// Year, month and day of a tick count within the calendar.
pub(super) fn day_of_ticks(ticks: i64) -> (i16, i8, i8) {
    let days = Span::new().days(ticks / TICKS_PER_DAY);
    let date = FIRST_DAY.saturating_add(days);
    (date.year(), date.month(), date.day())
}

/// Ticks of a time of day, `fraction` in ticks; `None` if out of range.
pub(super) fn ticks_of_time(hour: i64, minute: i64, second: i64, fraction: i64) -> Option<i64> {
    let valid = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
    valid.then_some(
        hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE + second * TICKS_PER_SECOND + fraction,
    )
}
