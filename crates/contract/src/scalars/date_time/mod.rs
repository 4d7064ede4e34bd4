use std::fmt;
use std::str::FromStr;

use crate::scalars::civil::{self, TICKS_PER_MINUTE, TICKS_PER_SECOND, UNIX_EPOCH};
use crate::scalars::date_time_text::{DateText, DayOrder, Zone};
use crate::scalars::{InvalidScalar, scalar_name, wire_scalar};

/// What the ticks of a [`DateTime`] count from: .NET's `DateTimeKind`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum DateTimeKind {
    /// A wall clock somewhere.
    #[default]
    Unspecified,
    /// UTC.
    Utc,
    /// The host's zone, which is UTC here: only the label differs.
    Local,
}

/// .NET's `DateTime`: ticks of 100 ns since 0001-01-01 and a kind. The default is
/// `0001-01-01T00:00:00`, unspecified.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct DateTime {
    ticks: i64,
    kind: DateTimeKind,
}

impl DateTime {
    /// From ticks; `None` outside of the years 1 to 9999.
    pub fn from_ticks(ticks: i64, kind: DateTimeKind) -> Option<Self> {
        (0..=civil::MAX_TICKS)
            .contains(&ticks)
            .then_some(Self { ticks, kind })
    }

    /// UTC, from milliseconds since 1970; `None` outside of the years 1 to 9999.
    pub fn from_unix_milliseconds(milliseconds: i64) -> Option<Self> {
        let ticks = milliseconds.checked_mul(10_000)?.checked_add(UNIX_EPOCH)?;
        Self::from_ticks(ticks, DateTimeKind::Utc)
    }

    /// From the text that [`Display`](fmt::Display) writes, kind included.
    pub fn from_canonical(text: &str) -> Option<Self> {
        let wall = DateText::parse(text.get(..27)?, DayOrder::DayFirst)?.wall;
        let kind = match &text[27..] {
            "" => DateTimeKind::Unspecified,
            "Z" => DateTimeKind::Utc,
            _ => DateTimeKind::Local,
        };
        Self::from_ticks(wall, kind)
    }

    /// Units of 100 ns since 0001-01-01.
    pub const fn ticks(self) -> i64 {
        self.ticks
    }

    /// What the ticks count from.
    pub const fn kind(self) -> DateTimeKind {
        self.kind
    }

    /// Milliseconds since 1970, rounded down.
    pub const fn unix_milliseconds(self) -> i64 {
        (self.ticks - UNIX_EPOCH).div_euclid(10_000)
    }
}

/// `yyyy-MM-ddTHH:mm:ss.fffffff`.
pub(super) fn write_wall_clock(f: &mut fmt::Formatter<'_>, ticks: i64) -> fmt::Result {
    let (year, month, day) = civil::day_of_ticks(ticks);
    let time = ticks % civil::TICKS_PER_DAY;
    write!(
        f,
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:07}",
        time / civil::TICKS_PER_HOUR,
        time / TICKS_PER_MINUTE % 60,
        time / TICKS_PER_SECOND % 60,
        time % TICKS_PER_SECOND,
    )
}

impl fmt::Display for DateTime {
    /// .NET's round-trip format `o`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_wall_clock(f, self.ticks)?;
        f.write_str(match self.kind {
            DateTimeKind::Unspecified => "",
            DateTimeKind::Utc => "Z",
            DateTimeKind::Local => "+00:00",
        })
    }
}

impl FromStr for DateTime {
    type Err = InvalidScalar;

    /// Every spelling that ServiceStack reads, with the kind that it gives each: texts with a
    /// zone become local, `/Date(ms)/` is UTC, a full ISO time without zone is unspecified.
    /// `01/02/2010` is the first of February, but January with a time behind it.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let invalid = InvalidScalar::new("date");
        let read = DateText::parse(text, DayOrder::DayFirst).ok_or_else(|| invalid.clone())?;
        let (ticks, kind) = match read.zone {
            Zone::Utc if read.is_wcf => (read.wall, DateTimeKind::Utc),
            Zone::Utc => (read.wall, DateTimeKind::Local),
            // ServiceStack keeps the wall clock of a /Date(ms+zone)/ and calls it local.
            Zone::Offset(_) | Zone::Unstated if read.is_wcf => (read.wall, DateTimeKind::Local),
            Zone::Offset(minutes) => (read.wall - minutes * TICKS_PER_MINUTE, DateTimeKind::Local),
            Zone::Unstated if read.is_compact || matches!(read.fraction_digits, Some(0 | 3)) => {
                (read.wall, DateTimeKind::Unspecified)
            }
            Zone::Unstated => (read.wall, DateTimeKind::Local),
        };
        Self::from_ticks(ticks, kind).ok_or(invalid)
    }
}

wire_scalar!(
    DateTime,
    scalar_name::DATE_TIME,
    "DateTime",
    value_type = true
);

#[cfg(test)]
mod tests;
