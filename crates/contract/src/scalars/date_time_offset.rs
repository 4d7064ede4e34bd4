use std::fmt;
use std::str::FromStr;

use super::civil::{self, TICKS_PER_MINUTE, UNIX_EPOCH};
use super::date_time::write_wall_clock;
use super::date_time_text::{DateText, Zone};
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
        let instant = wall - i64::from(offset_minutes) * TICKS_PER_MINUTE;
        let valid = |ticks| (0..=civil::MAX_TICKS).contains(&ticks);
        (valid(wall) && valid(instant)).then_some(Self {
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

    /// As [`DateTime`]; a text without a zone is UTC.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let invalid = InvalidScalar::new("date with offset");
        let read = DateText::parse(text).ok_or_else(|| invalid.clone())?;
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
