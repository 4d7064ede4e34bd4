use std::fmt;
use std::str::FromStr;

use super::civil::{self, TICKS_PER_MINUTE, UNIX_EPOCH};
use super::date_time::write_wall_clock;
use super::date_time_text::{DateText, DayOrder, Zone};
use super::{DateTime, DateTimeKind, InvalidScalar, scalar_name, wire_scalar};

/// .NET's `DateTimeOffset`: a wall clock and its distance from UTC. The default is
/// `0001-01-01T00:00:00+00:00`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct DateTimeOffset {
    wall: i64,
    offset_minutes: i16,
}

impl DateTimeOffset {
    /// From ticks on the wall clock and minutes east of UTC; `None` outside of the calendar.
    pub fn from_ticks(wall: i64, offset_minutes: i16) -> Option<Self> {
        let valid = |ticks| (0..=civil::MAX_TICKS).contains(&ticks);
        let instant = |wall: i64| wall - i64::from(offset_minutes) * TICKS_PER_MINUTE;
        (valid(wall) && valid(instant(wall))).then_some(Self {
            wall,
            offset_minutes,
        })
    }

    /// Minutes east of UTC.
    pub const fn offset_minutes(self) -> i16 {
        self.offset_minutes
    }

    /// The same instant in UTC.
    pub fn to_utc(self) -> DateTime {
        let instant = self.wall - i64::from(self.offset_minutes) * TICKS_PER_MINUTE;
        // Within the calendar by construction.
        DateTime::from_ticks(instant, DateTimeKind::Utc).unwrap_or_default()
    }

    /// Milliseconds since 1970 in UTC, rounded down.
    pub fn unix_milliseconds(self) -> i64 {
        let instant = self.wall - i64::from(self.offset_minutes) * TICKS_PER_MINUTE;
        (instant - UNIX_EPOCH).div_euclid(10_000)
    }
}

impl fmt::Display for DateTimeOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_wall_clock(f, self.wall)?;
        let sign = if self.offset_minutes < 0 { '-' } else { '+' };
        let minutes = self.offset_minutes.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl FromStr for DateTimeOffset {
    type Err = InvalidScalar;

    /// As [`DateTime`]; a text without a zone is UTC, and `01/02/2010` is always in January.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let invalid = InvalidScalar::new("date with offset");
        let read = DateText::parse(text, DayOrder::MonthFirst).ok_or_else(|| invalid.clone())?;
        let minutes = if let Zone::Offset(minutes) = read.zone {
            minutes
        } else {
            0
        };
        let minutes = i16::try_from(minutes).map_err(|_| invalid.clone())?;
        Self::from_ticks(read.wall, minutes).ok_or(invalid)
    }
}

wire_scalar!(
    DateTimeOffset,
    scalar_name::DATE_TIME_OFFSET,
    "DateTimeOffset",
    value_type = true
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<String> {
        text.parse::<DateTimeOffset>()
            .ok()
            .map(|date| date.to_string())
    }

    #[test]
    fn every_spelling_keeps_its_wall_clock_and_offset() {
        for (text, expected) in [
            ("2010-01-02T03:04:05Z", "2010-01-02T03:04:05.0000000+00:00"),
            ("2010-01-02T03:04:05", "2010-01-02T03:04:05.0000000+00:00"),
            ("2010-01-02 03:04:05", "2010-01-02T03:04:05.0000000+00:00"),
            (
                "2010-01-02T03:04:05+02:00",
                "2010-01-02T03:04:05.0000000+02:00",
            ),
            (
                "2010-01-02T03:04:05 02:00",
                "2010-01-02T03:04:05.0000000+02:00",
            ),
            (
                "2010-01-02T03:04:05.1234567-05:00",
                "2010-01-02T03:04:05.1234567-05:00",
            ),
            (
                "2010-01-02T00:00:00-05:30",
                "2010-01-02T00:00:00.0000000-05:30",
            ),
            ("01/02/2010", "2010-01-02T00:00:00.0000000+00:00"),
            ("/Date(1262401445000)/", "2010-01-02T03:04:05.0000000+00:00"),
            (
                "/Date(1262401445000+0200)/",
                "2010-01-02T05:04:05.0000000+02:00",
            ),
            (
                "\\/Date(1262401445000-0500)\\/",
                "2010-01-01T22:04:05.0000000-05:00",
            ),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(
            DateTimeOffset::default().to_string(),
            "0001-01-01T00:00:00.0000000+00:00"
        );
    }

    #[test]
    fn what_is_no_date_or_leaves_the_calendar_is_refused() {
        for text in [
            "",
            "x",
            "null",
            "2010-01-02T03:04:05+14:01",
            "2010-01-02T03:04:05+",
            "0001-01-01T00:00:00+00:01",
            "9999-12-31T23:59:59-00:01",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert!(DateTimeOffset::from_ticks(i64::MIN, 1).is_none());
        assert!(DateTimeOffset::from_ticks(i64::MAX, -1).is_none());
    }

    #[test]
    fn the_instant_is_the_wall_clock_without_the_offset() {
        let date: DateTimeOffset = "2010-01-02T03:04:05+02:00".parse().unwrap();
        assert_eq!(date.to_utc().to_string(), "2010-01-02T01:04:05.0000000Z");
        assert_eq!(date.unix_milliseconds(), 1_262_394_245_000);
        assert_eq!(date.offset_minutes(), 120);
    }

    proptest! {
        #[test]
        fn its_text_comes_back(wall in 0..=civil::MAX_TICKS, minutes in -840..=840_i16) {
            if let Some(date) = DateTimeOffset::from_ticks(wall, minutes) {
                prop_assert_eq!(date.to_string().parse(), Ok(date));
            }
        }
    }
}
