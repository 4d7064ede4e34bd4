use proptest::prelude::*;

use super::*;

const SECOND: i64 = TICKS_PER_SECOND;

fn read(text: &str) -> Option<i64> {
    text.parse::<TimeSpan>().ok().map(TimeSpan::ticks)
}

#[test]
fn it_is_written_without_parts_that_are_zero() {
    for (ticks, expected) in [
        (0, "PT0S"),
        (1, "PT0.0000001S"),
        (-1, "-PT0.0000001S"),
        (SECOND, "PT1S"),
        (15_000, "PT0.0015S"),
        (60 * SECOND, "PT1M"),
        (90 * SECOND, "PT1M30S"),
        (3_600 * SECOND, "PT1H"),
        (3_723 * SECOND, "PT1H2M3S"),
        (TICKS_PER_DAY, "P1D"),
        (TICKS_PER_DAY + 10_000, "P1DT0.001S"),
        (2 * TICKS_PER_DAY + 300 * SECOND, "P2DT5M"),
        (937_845_670_001, "P1DT2H3M4.5670001S"),
        (-937_845_670_001, "-P1DT2H3M4.5670001S"),
        (10_675_199 * TICKS_PER_DAY, "P10675199D"),
        (i64::MAX, EXTREME),
        (i64::MIN, "-P10675199DT2H48M5.4775391S"),
    ] {
        assert_eq!(TimeSpan::from_ticks(ticks).to_string(), expected);
        assert_eq!(read(expected), Some(ticks), "{expected}");
    }
}

#[test]
fn every_spelling_is_read() {
    for (text, expected) in [
        ("P", 0),
        ("PT", 0),
        ("P1DT", TICKS_PER_DAY),
        ("PT36H", 36 * TICKS_PER_HOUR),
        ("PT90M", 90 * TICKS_PER_MINUTE),
        ("PT3600S", TICKS_PER_HOUR),
        ("PT1.5H", 90 * TICKS_PER_MINUTE),
        ("P0.5D", 12 * TICKS_PER_HOUR),
        (" PT1H ", TICKS_PER_HOUR),
        ("01:02:03", 3_723 * SECOND),
        ("1:2:3", 3_723 * SECOND),
        ("01:02", 3_720 * SECOND),
        ("-01:02", -3_720 * SECOND),
        ("1.02:03:04", 93_784 * SECOND),
        ("1.02:03:04.005", 93_784 * SECOND + 50_000),
        ("10:20:30:40", 937_840 * SECOND),
        ("00:00:00.1234567", 1_234_567),
        ("3600", TICKS_PER_HOUR),
        ("1.5", 15_000_000),
        ("-1.5", -15_000_000),
        ("1e3", 1_000 * SECOND),
        ("P10675199DT2H48M5.4775807S", i64::MAX),
    ] {
        assert_eq!(read(text), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_time_span_or_means_another_elsewhere_is_refused() {
    for text in [
        "",
        "-",
        "x",
        "null",
        "pt1h",
        "+PT1H",
        "P1Y",
        "P1M",
        "P1W",
        "P1Y2M3DT4H5M6S",
        "PT1,5S",
        "PT1H2",
        "PT1S1H",
        "P1DT1",
        "24:00:00",
        "23:60:00",
        "23:59:60",
        "1:2:3:4:5",
        ":",
        "+1:00",
        "1:-2",
        "1e400",
        "NaN",
        "inf",
        "P99999999D",
        "99999999999999999999",
        "922337203686",
        "--1",
        "é",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn its_text_comes_back(ticks in any::<i64>()) {
        let span = TimeSpan::from_ticks(ticks);
        prop_assert_eq!(span.to_string().parse(), Ok(span));
    }

    #[test]
    fn no_text_is_a_danger(text in "-?P?[0-9.:eTDHMS-]{0,30}|.*") {
        let _ = text.parse::<TimeSpan>();
    }
}
