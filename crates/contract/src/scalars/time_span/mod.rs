use std::fmt;
use std::str::FromStr;

use crate::scalars::civil::{
    TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND, ticks_of_time,
};
use crate::scalars::date_time_text::fraction_ticks;
use crate::scalars::{InvalidScalar, scalar_name, wire_scalar};

/// How ServiceStack writes the longest time span, and with a sign before it the shortest. As a
/// number it is some ticks less; it is a name, and read back as one.
const EXTREME: &str = "P10675199DT2H48M5.4775391S";

/// .NET's `TimeSpan`: a duration in ticks of 100 ns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeSpan {
    ticks: i64,
}

impl TimeSpan {
    /// From units of 100 ns.
    pub const fn from_ticks(ticks: i64) -> Self {
        Self { ticks }
    }

    /// Units of 100 ns.
    pub const fn ticks(self) -> i64 {
        self.ticks
    }

    /// .NET's standard format: `[-][d.]hh:mm:ss[.fffffff]`.
    pub fn to_standard_format(self) -> String {
        let ticks = self.ticks.unsigned_abs();
        let part = |unit: i64| ticks / unit.unsigned_abs();
        let sign = if self.ticks < 0 { "-" } else { "" };
        let days = match part(TICKS_PER_DAY) {
            0 => String::new(),
            days => format!("{days}."),
        };
        let hours = part(TICKS_PER_HOUR) % 24;
        let minutes = part(TICKS_PER_MINUTE) % 60;
        let seconds = part(TICKS_PER_SECOND) % 60;
        let fraction = match ticks % TICKS_PER_SECOND.unsigned_abs() {
            0 => String::new(),
            fraction => format!(".{fraction:07}"),
        };
        format!("{sign}{days}{hours:02}:{minutes:02}:{seconds:02}{fraction}")
    }
}

impl fmt::Display for TimeSpan {
    /// XSD duration with days, hours, minutes and seconds; zero is `PT0S`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ticks {
            i64::MAX => return f.write_str(EXTREME),
            i64::MIN => return write!(f, "-{EXTREME}"),
            _ => {}
        }
        let ticks = self.ticks.unsigned_abs();
        let part = |unit: i64| ticks / unit.unsigned_abs();
        f.write_str(if self.ticks < 0 { "-P" } else { "P" })?;
        let days = part(TICKS_PER_DAY);
        if days > 0 {
            write!(f, "{days}D")?;
        }
        if days > 0 && ticks.is_multiple_of(TICKS_PER_DAY.unsigned_abs()) {
            return Ok(());
        }
        f.write_str("T")?;
        for (value, unit) in [
            (part(TICKS_PER_HOUR) % 24, 'H'),
            (part(TICKS_PER_MINUTE) % 60, 'M'),
        ] {
            if value > 0 {
                write!(f, "{value}{unit}")?;
            }
        }
        let seconds = part(TICKS_PER_SECOND) % 60;
        let fraction = ticks % TICKS_PER_SECOND.unsigned_abs();
        if fraction > 0 {
            let digits = format!("{fraction:07}");
            write!(f, "{seconds}.{}S", digits.trim_end_matches('0'))
        } else if seconds > 0 || ticks == 0 {
            write!(f, "{seconds}S")
        } else {
            Ok(())
        }
    }
}

impl FromStr for TimeSpan {
    type Err = InvalidScalar;

    /// An XSD duration, `[d.]hh:mm[:ss[.f]]`, `d:hh:mm:ss[.f]`, or a number of seconds. Years and
    /// months, which ServiceStack drops, are refused, as are hours beyond 23 on a clock, which it
    /// takes for days.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let unquoted = text.trim();
        let (negative, bare) = match unquoted.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, unquoted),
        };
        if bare == EXTREME {
            return Ok(Self::from_ticks(if negative { i64::MIN } else { i64::MAX }));
        }
        let ticks = if let Some(duration) = bare.strip_prefix('P') {
            xsd_duration(duration)
        } else if bare.contains(':') {
            clock(bare)
        } else {
            seconds(bare)
        };
        // The shortest span is one tick further from zero than the longest.
        let signed = ticks.map(|ticks| if negative { -ticks } else { ticks });
        signed
            .and_then(|ticks| i64::try_from(ticks).ok())
            .map(Self::from_ticks)
            .ok_or(InvalidScalar::new("time span"))
    }
}

/// `1DT2H3M4.5S`. Years and months have no fixed length and are refused; a fraction of a day,
/// as one client writes it, is understood.
fn xsd_duration(text: &str) -> Option<i128> {
    let (days, time) = text.split_once('T').unwrap_or((text, ""));
    let mut total = 0_i128;
    if !days.is_empty() {
        total = scaled(days.strip_suffix('D')?, TICKS_PER_DAY)?;
    }
    let mut rest = time;
    for (unit, ticks) in [
        ('H', TICKS_PER_HOUR),
        ('M', TICKS_PER_MINUTE),
        ('S', TICKS_PER_SECOND),
    ] {
        if let Some((value, after)) = rest.split_once(unit) {
            total = total.checked_add(scaled(value, ticks)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(total)
}

/// `hh:mm`, `hh:mm:ss`, `d.hh:mm:ss.fffffff`.
fn clock(text: &str) -> Option<i128> {
    let parts: Vec<&str> = text.split(':').collect();
    let days_of = |first| str::split_once(first, '.').unwrap_or(("0", first));
    let (days, hour, minute, second) = match *parts.as_slice() {
        [first, minute] => (days_of(first).0, days_of(first).1, minute, "0"),
        [first, minute, second] => (days_of(first).0, days_of(first).1, minute, second),
        [days, hour, minute, second] => (days, hour, minute, second),
        _ => return None,
    };
    let (second, fraction) = second.split_once('.').unwrap_or((second, ""));
    let number = |text: &str| {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        is_plain
            .then(|| text.parse::<u32>().ok())
            .flatten()
            .map(i64::from)
    };
    let time = ticks_of_time(
        number(hour)?,
        number(minute)?,
        number(second)?,
        fraction_ticks(fraction)?,
    )?;
    Some(i128::from(number(days)?) * i128::from(TICKS_PER_DAY) + i128::from(time))
}

fn seconds(text: &str) -> Option<i128> {
    if text.bytes().any(|byte| matches!(byte, b'e' | b'E')) {
        let seconds: f64 = text.parse().ok()?;
        let ticks = (seconds * 1e7).round();
        // Beyond what a time span holds the cast would saturate silently.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "bounded on the line itself"
        )]
        return (ticks.abs() < 9e18).then_some(ticks as i128);
    }
    scaled(text, TICKS_PER_SECOND)
}

/// A decimal number of units, without sign.
fn scaled(text: &str, unit: i64) -> Option<i128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if text.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let whole: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let part = i128::from(fraction_ticks(fraction)?) * i128::from(unit / TICKS_PER_SECOND);
    Some(i128::from(whole) * i128::from(unit) + part)
}

wire_scalar!(
    TimeSpan,
    scalar_name::TIME_SPAN,
    "TimeSpan",
    value_type = true
);

#[cfg(test)]
mod tests;
