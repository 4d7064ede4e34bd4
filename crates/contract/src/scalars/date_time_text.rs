//! The spellings of a date that ServiceStack's clients send, taken apart.

use super::civil::{self, TICKS_PER_MINUTE, TICKS_PER_SECOND, UNIX_EPOCH};

/// What a text says of its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Nothing: a wall clock.
    Unstated,
    /// `Z` or `GMT`, or a plain `/Date(ms)/`.
    Utc,
    /// Minutes east of UTC.
    Offset(i64),
}

/// A date as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateText {
    /// Ticks on the wall clock of `zone`.
    pub(super) wall: i64,
    pub(super) zone: Zone,
    /// `/Date(…)/`, whose zone is kept apart from the instant.
    pub(super) is_wcf: bool,
    /// `yyyyMMdd`, without separators.
    pub(super) is_compact: bool,
    /// Digits of the fraction of a second; `None` where no time of day was written.
    pub(super) fraction_digits: Option<usize>,
}

/// How a date of digits and slashes that ends in the year is read, where no time follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayOrder {
    DayFirst,
    MonthFirst,
}

impl DateText {
    pub(super) fn parse(text: &str, order: DayOrder) -> Option<Self> {
        let text = text.trim();
        let plain = text.strip_prefix('\\').unwrap_or(text);
        if let Some(inner) = plain.strip_prefix("/Date(") {
            return wcf(inner
                .trim_end_matches('/')
                .trim_end_matches('\\')
                .strip_suffix(')')?);
        }
        if text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return numeric(text, order);
        }
        named_month(text)
    }
}

/// `1577934245000`, `1577934245000+0200`, `-62135596800000-0000`.
fn wcf(inner: &str) -> Option<DateText> {
    let split = inner
        .char_indices()
        .skip(1)
        .find(|(_, c)| matches!(c, '+' | '-'));
    let (number, zone) = match split {
        Some((at, _)) => (&inner[..at], Some(&inner[at..])),
        None => (inner, None),
    };
    let instant = number
        .parse::<i64>()
        .ok()?
        .checked_mul(10_000)?
        .checked_add(UNIX_EPOCH)?;
    let zone = match zone {
        None => Zone::Utc,
        Some("-0000") => Zone::Unstated,
        Some(offset) => Zone::Offset(offset_minutes(offset)?),
    };
    let shift = if let Zone::Offset(minutes) = zone {
        minutes * TICKS_PER_MINUTE
    } else {
        0
    };
    let wall = within_calendar(instant.checked_add(shift)?)?;
    Some(DateText {
        wall,
        zone,
        is_wcf: true,
        is_compact: false,
        fraction_digits: Some(3),
    })
}

/// `2020-01-02`, `2020-1-2T03:04:05.678+02:00`, `31/01/2020`, `20200102`.
fn numeric(text: &str, order: DayOrder) -> Option<DateText> {
    let split = text.find(['T', 't', ' ']);
    let (day, time) = match split {
        Some(at) => (&text[..at], Some(text[at + 1..].trim_start())),
        None => (text, None),
    };
    let (day, zone_of_day) = match day.strip_suffix(['Z', 'z']) {
        Some(day) if time.is_none() => (day, Zone::Utc),
        _ => (day, Zone::Unstated),
    };
    // With a time .NET reads its invariant culture's order.
    let order = if time.is_some() {
        DayOrder::MonthFirst
    } else {
        order
    };
    let day_ticks = day_ticks(day, order)?;
    let Some(time) = time else {
        return Some(DateText {
            wall: day_ticks,
            zone: zone_of_day,
            is_wcf: false,
            is_compact: day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()),
            fraction_digits: None,
        });
    };
    let (clock, zone) = split_zone(time)?;
    let (time_ticks, fraction_digits) = time_of_day(clock)?;
    Some(DateText {
        wall: within_calendar(day_ticks + time_ticks)?,
        zone,
        is_wcf: false,
        is_compact: false,
        fraction_digits: Some(fraction_digits),
    })
}

fn day_ticks(day: &str, order: DayOrder) -> Option<i64> {
    let separator = if day.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = day.split(separator).collect();
    if parts
        .iter()
        .any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let (year, month, day) = match *parts.as_slice() {
        [all] if all.len() == 8 => (&all[..4], &all[4..6], &all[6..]),
        [year, month] if year.len() == 4 => (year, month, "1"),
        [year, month, day] if year.len() == 4 => (year, month, day),
        [first, second, year] if year.len() == 4 => match order {
            DayOrder::DayFirst => (year, second, first),
            DayOrder::MonthFirst => (year, first, second),
        },
        _ => return None,
    };
    civil::ticks_of_day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The time and what follows it: `03:04:05.678`, `Z`, `+02:00`, `+0200`, ` GMT`.
fn split_zone(time: &str) -> Option<(&str, Zone)> {
    let time = time.trim_end();
    if let Some(clock) = time
        .strip_suffix(['Z', 'z'])
        .or_else(|| time.strip_suffix("GMT"))
    {
        return Some((clock.trim_end(), Zone::Utc));
    }
    // A query string that was not escaped turns `+` into a blank.
    match time.rfind(['+', '-', ' ']) {
        Some(at) => {
            let minutes = offset_minutes(&time[at..])?;
            Some((time[..at].trim_end(), Zone::Offset(minutes)))
        }
        None => Some((time, Zone::Unstated)),
    }
}

/// `+02:00`, `-0330`, `+2`: at most 14 hours. A blank is a `+` that was not escaped.
fn offset_minutes(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-', ' '])?;
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = digits.split_at(if digits.len() > 2 {
        digits.len() - 2
    } else {
        digits.len()
    });
    let hours: i64 = hours.parse().ok()?;
    let minutes: i64 = if minutes.is_empty() {
        0
    } else {
        minutes.parse().ok()?
    };
    let total = hours * 60 + minutes;
    let sign = if text.starts_with('-') { -1 } else { 1 };
    (total <= 14 * 60 && minutes < 60).then_some(sign * total)
}

/// Ticks since midnight and how many digits the fraction had; digits past the seventh round.
fn time_of_day(clock: &str) -> Option<(i64, usize)> {
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let parts: Vec<&str> = whole.split(':').collect();
    let (hour, minute, second) = match *parts.as_slice() {
        [hour, minute] if fraction.is_empty() => (hour, minute, "0"),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let number = |text: &str| {
        let valid = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        valid.then(|| text.parse::<i64>().ok()).flatten()
    };
    let ticks = fraction_ticks(fraction)?;
    let carried = ticks / TICKS_PER_SECOND * TICKS_PER_SECOND;
    let time = civil::ticks_of_time(
        number(hour)?,
        number(minute)?,
        number(second)?,
        ticks - carried,
    )?;
    Some((time + carried, fraction.len()))
}

/// Ticks of the digits after the point.
pub(super) fn fraction_ticks(digits: &str) -> Option<i64> {
    if digits.len() > 18 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let kept = &digits[..digits.len().min(7)];
    let scale = 10_i64.pow(7 - u32::try_from(kept.len()).ok()?);
    let ticks = if kept.is_empty() {
        0
    } else {
        kept.parse::<i64>().ok()? * scale
    };
    let rounds_up = digits.as_bytes().get(7).is_some_and(|digit| *digit >= b'5');
    Some(ticks + i64::from(rounds_up))
}

/// RFC 1123 (`Sat, 02 Jan 2010 03:04:05 GMT`) and JavaScript's `Date.toString()`
/// (`Tue Jan 02 2024 03:04:05 GMT+0000 (Coordinated Universal Time)`).
fn named_month(text: &str) -> Option<DateText> {
    let text = text.split(" (").next()?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let (day, month, year, clock, zone) = match *words.as_slice() {
        [name, day, month, year, clock, zone] if name.ends_with(',') => {
            (day, month, year, clock, zone)
        }
        [_, month, day, year, clock, zone] => (day, month, year, clock, zone),
        _ => return None,
    };
    let zone = match zone.strip_prefix("GMT")? {
        "" => Zone::Utc,
        offset => Zone::Offset(offset_minutes(offset)?),
    };
    let months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let at = months.find(month)?;
    if month.len() != 3 || at % 3 != 0 {
        return None;
    }
    let month = at / 3 + 1;
    let day_ticks = civil::ticks_of_day(
        year.parse().ok()?,
        i8::try_from(month).ok()?,
        day.parse().ok()?,
    )?;
    let (time_ticks, fraction_digits) = time_of_day(clock)?;
    Some(DateText {
        wall: within_calendar(day_ticks + time_ticks)?,
        zone,
        is_wcf: false,
        is_compact: false,
        fraction_digits: Some(fraction_digits),
    })
}

fn within_calendar(ticks: i64) -> Option<i64> {
    (0..=civil::MAX_TICKS).contains(&ticks).then_some(ticks)
}
