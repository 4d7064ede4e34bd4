use proptest::prelude::*;

use super::DateTimeKind::{Local, Unspecified, Utc};
use super::*;

/// The round-trip text and the kind, which for a local one the text does not tell from UTC.
fn read(text: &str) -> Option<(String, DateTimeKind)> {
    let date = text.parse::<DateTime>().ok()?;
    let wall = date.to_string().get(..27)?.to_owned();
    Some((wall, date.kind()))
}

/// Text, wall clock and kind.
const SPELLINGS: &[(&str, &str, DateTimeKind)] = &[
    ("2010-01-02", "2010-01-02T00:00:00.0000000", Local),
    ("2011-8-4", "2011-08-04T00:00:00.0000000", Local),
    ("2010/01/02", "2010-01-02T00:00:00.0000000", Local),
    ("2010-01", "2010-01-01T00:00:00.0000000", Local),
    (" 2010-01-02 ", "2010-01-02T00:00:00.0000000", Local),
    ("01/02/2010", "2010-02-01T00:00:00.0000000", Local),
    ("13/02/2010", "2010-02-13T00:00:00.0000000", Local),
    ("20100102", "2010-01-02T00:00:00.0000000", Unspecified),
    (
        "01/02/2010 03:04:05",
        "2010-01-02T03:04:05.0000000",
        Unspecified,
    ),
    (
        "2010-01-02T03:04:05",
        "2010-01-02T03:04:05.0000000",
        Unspecified,
    ),
    (
        "2010-01-02 03:04:05.123",
        "2010-01-02T03:04:05.1230000",
        Unspecified,
    ),
    (
        "2010-01-02T03:04:05.0060000",
        "2010-01-02T03:04:05.0060000",
        Local,
    ),
    ("2010-01-02T03:04:05Z", "2010-01-02T03:04:05.0000000", Local),
    ("2013-10-10 20:04:04Z", "2013-10-10T20:04:04.0000000", Local),
    (
        "2010-01-02T03:04:05.12345678Z",
        "2010-01-02T03:04:05.1234568",
        Local,
    ),
    (
        "2010-01-02T03:04:05.0060000+02:00",
        "2010-01-02T01:04:05.0060000",
        Local,
    ),
    (
        "2010-01-02T03:04:05.1234567-05:00",
        "2010-01-02T08:04:05.1234567",
        Local,
    ),
    (
        "Sat, 02 Jan 2010 03:04:05 GMT",
        "2010-01-02T03:04:05.0000000",
        Local,
    ),
    (
        "Tue Jan 02 2024 03:04:05 GMT+0100 (Central European Standard Time)",
        "2024-01-02T02:04:05.0000000",
        Local,
    ),
    ("/Date(1262401445000)/", "2010-01-02T03:04:05.0000000", Utc),
    (
        "\\/Date(1262401445000)\\/",
        "2010-01-02T03:04:05.0000000",
        Utc,
    ),
    (
        "/Date(1262401445000+0200)/",
        "2010-01-02T05:04:05.0000000",
        Local,
    ),
    (
        "/Date(1262401445000-0500)/",
        "2010-01-01T22:04:05.0000000",
        Local,
    ),
    (
        "/Date(1262401445000-0000)/",
        "2010-01-02T03:04:05.0000000",
        Local,
    ),
    ("/Date(-1000+0200)/", "1970-01-01T01:59:59.0000000", Local),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000", Local),
    (
        "9999-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59.9999999",
        Local,
    ),
];

#[test]
fn every_spelling_is_read_with_the_kind_that_servicestack_gives_it() {
    for (text, wall, kind) in SPELLINGS {
        assert_eq!(read(text), Some(((*wall).to_owned(), *kind)), "{text}");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "x",
        "null",
        "2010",
        "1262401445000",
        "2010-02-30",
        "2010-13-01",
        "2010-00-01",
        "0000-01-01",
        "10000-01-01",
        "2010-01-02T24:00:00Z",
        "2010-01-02T03:60:05Z",
        "2010-01-02T03:04:60Z",
        "2010-W01-1",
        "13/01/2010 03:04:05",
        "2010-01-02T03:04:05+15:00",
        "2010-01-02T03:04:05+02:60",
        "2010-01-02T",
        "2010-1-",
        "--",
        "/Date()/",
        "/Date(x)/",
        "/Date(1262401445000",
        "/Date(9223372036854775807)/",
        "/Date(253402300800000)/",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "Sat, 02 anF 2010 03:04:05 GMT",
        "Sat, 02 Jan 2010 03:04:05 GMTé",
        "Sat, 02 Jan 2010 03:04:05 GMT0200",
        "Sat, 32 Jan 2010 03:04:05 GMT",
        "٢٠١٠-٠١-٠٢",
    ] {
        assert_eq!(
            text.parse::<DateTime>(),
            Err(InvalidScalar::new("date")),
            "{text}"
        );
    }
}

#[test]
fn the_calendar_ends_where_dot_net_ends_it() {
    assert!(DateTime::from_ticks(-1, DateTimeKind::Utc).is_none());
    assert!(DateTime::from_ticks(civil::MAX_TICKS + 1, DateTimeKind::Utc).is_none());
    let last = DateTime::from_ticks(civil::MAX_TICKS, DateTimeKind::Utc).unwrap();
    assert_eq!(last.to_string(), "9999-12-31T23:59:59.9999999Z");
    assert_eq!(
        DateTime::default().to_string(),
        "0001-01-01T00:00:00.0000000"
    );
    assert_eq!(DateTime::default().unix_milliseconds(), -62_135_596_800_000);
    for beyond in [i64::MIN, i64::MAX, -62_135_596_800_001, 253_402_300_800_000] {
        assert!(
            DateTime::from_unix_milliseconds(beyond).is_none(),
            "{beyond}"
        );
    }
}

fn any_date() -> impl Strategy<Value = DateTime> {
    let kinds = prop_oneof![
        Just(DateTimeKind::Unspecified),
        Just(DateTimeKind::Utc),
        Just(DateTimeKind::Local)
    ];
    (0..=civil::MAX_TICKS, kinds).prop_map(|(ticks, kind)| DateTime { ticks, kind })
}

proptest! {
    #[test]
    fn the_canonical_text_says_all(date in any_date()) {
        prop_assert_eq!(DateTime::from_canonical(&date.to_string()), Some(date));
    }

    #[test]
    fn the_round_trip_text_keeps_the_instant(date in any_date()) {
        let again: DateTime = date.to_string().parse().unwrap();
        prop_assert_eq!(again.ticks(), date.ticks());
    }

    #[test]
    fn milliseconds_come_back(milliseconds in -62_135_596_800_000..253_402_300_800_000_i64) {
        let date = DateTime::from_unix_milliseconds(milliseconds).unwrap();
        prop_assert_eq!(date.unix_milliseconds(), milliseconds);
        let wcf: DateTime = format!("/Date({milliseconds})/").parse().unwrap();
        prop_assert_eq!(wcf, date);
    }

    #[test]
    fn no_text_is_a_danger(text in "(/Date\\()?[-+0-9TZ:. /()éGMTJan,\\\\]{0,40}|.*") {
        if let Ok(date) = text.parse::<DateTime>() {
            prop_assert!((0..=civil::MAX_TICKS).contains(&date.ticks()));
        }
        let _ = DateTime::from_canonical(&text);
    }
}
