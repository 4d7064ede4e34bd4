use formats::{ContentType, Format};

/// What `Accept` asks for (RFC 9110 section 12.5.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Accepted {
    /// One of our formats, under that content type.
    Format(Format, &'static str),
    /// Anything that no other range names: `*/*`.
    Anything,
    /// Nothing that we write.
    Nothing,
}

/// The best of what the header lists: the highest weight, of equal ones the more specific, of
/// equal ones the first. A wildcard is for what no other range names.
pub(super) fn accepted(header: &str) -> Accepted {
    // What most clients send: one type, and nothing to weigh.
    let is_one = !header.bytes().any(|byte| matches!(byte, b',' | b';'));
    let best = match is_one {
        true => choice(header.trim_ascii()),
        false => best(header, |_| true),
    };
    match best {
        Some(Choice::Format(format, content_type)) => Accepted::Format(format, content_type),
        Some(Choice::Anything) => Accepted::Anything,
        Some(Choice::Group(group)) => {
            let mut formats = OFFERS.into_iter().filter(|format| is_in(*format, group));
            match formats.find(|format| !is_named(*format, header)) {
                Some(format) => Accepted::Format(format, format.content_type()),
                None => accepted_by_name(header),
            }
        }
        None => Accepted::Nothing,
    }
}

/// The best of the ranges that name a format.
fn accepted_by_name(header: &str) -> Accepted {
    match best(header, |choice| matches!(choice, Choice::Format(..))) {
        Some(Choice::Format(format, content_type)) => Accepted::Format(format, content_type),
        _ => Accepted::Nothing,
    }
}

/// What a range of the header stands for.
#[derive(Debug, Clone, Copy)]
enum Choice<'a> {
    Anything,
    /// `text` of `text/*`.
    Group(&'a str),
    Format(Format, &'static str),
}

fn best(header: &str, counts: impl Fn(Choice<'_>) -> bool) -> Option<Choice<'_>> {
    let mut best_rank = Rank {
        weight: 0,
        specificity: 0,
    };
    let mut best = None;
    for range in header.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let Some(choice) = parts.next().and_then(choice).filter(|found| counts(*found)) else {
            continue;
        };
        let rank = Rank {
            weight: weight(parts),
            specificity: choice.specificity(),
        };
        if rank.weight > 0 && rank > best_rank {
            (best_rank, best) = (rank, Some(choice));
        }
    }
    best
}

impl Choice<'_> {
    const fn specificity(self) -> u8 {
        match self {
            Self::Anything => 1,
            Self::Group(_) => 2,
            Self::Format(..) => 3,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Thousandths.
    weight: u16,
    specificity: u8,
}

fn choice(range: &str) -> Option<Choice<'_>> {
    if range == "*/*" || range == "*" {
        return Some(Choice::Anything);
    }
    if let Some(group) = group(range) {
        let is_ours = OFFERS.into_iter().any(|format| is_in(format, group));
        return is_ours.then_some(Choice::Group(group));
    }
    stated(range).map(|(format, content_type)| Choice::Format(format, content_type))
}

/// What a range with a wildcard may stand for, first choice first.
pub(super) const OFFERS: [Format; 7] = [
    Format::Json,
    Format::Html,
    Format::Xml,
    Format::Jsv,
    Format::Csv,
    Format::Jsonl,
    Format::MessagePack,
];

/// Whether `*/*` stands for the format: not if the header weighs it by a range of its own.
pub(super) fn is_left_to_anything(format: Format, header: &str) -> bool {
    let mut ranges = ranges(header);
    let in_group = ranges.any(|range| group(range).is_some_and(|group| is_in(format, group)));
    !in_group && !is_named(format, header)
}

/// Whether the header weighs the format by its own name.
fn is_named(format: Format, header: &str) -> bool {
    ranges(header).any(|range| stated(range).is_some_and(|(named, _)| named == format))
}

/// The ranges of a header without their parameters.
fn ranges(header: &str) -> impl Iterator<Item = &str> {
    let plain = |range: &'_ str| range.find(';').unwrap_or(range.len());
    header
        .split(',')
        .map(move |range| range[..plain(range)].trim())
}

/// `text` of `text/*`.
fn group(range: &str) -> Option<&str> {
    range.strip_suffix("/*").filter(|group| *group != "*")
}

fn is_in(format: Format, group: &str) -> bool {
    let own = format.media_type().split('/').next();
    own.is_some_and(|own| own.eq_ignore_ascii_case(group))
}

/// The format of a range without wildcards, and the content type that it asks for.
fn stated(range: &str) -> Option<(Format, &'static str)> {
    let content_type = ContentType::parse(range)?;
    let format = content_type
        .format()
        .filter(|format| format.is_writable())?;
    Some((format, content_type.response_header()))
}

/// The `q` parameter in thousandths; without one, or with a malformed one, 1.
pub(crate) fn weight<'a>(mut parameters: impl Iterator<Item = &'a str>) -> u16 {
    let stated = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("q")
            .then_some(value.trim())
    });
    let weight = stated
        .and_then(|value| value.parse::<f32>().ok())
        .unwrap_or(1.0);
    // RFC 9110 allows three digits after the point.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within 0 to 1000"
    )]
    let thousandths = (weight.clamp(0.0, 1.0) * 1000.0).round() as u16;
    thousandths
}

#[cfg(test)]
mod tests {
    use formats::Format;

    use super::{Accepted, accepted};

    fn format(header: &str) -> Option<Format> {
        match accepted(header) {
            Accepted::Format(format, _) => Some(format),
            _ => None,
        }
    }

    #[test]
    fn weights_decide_then_specificity_then_order() {
        assert_eq!(
            format("application/xml;q=0.9,application/jsv;q=1.0"),
            Some(Format::Jsv)
        );
        assert_eq!(format("*/*, application/json"), Some(Format::Json));
        assert_eq!(
            format("application/jsv, application/json"),
            Some(Format::Jsv)
        );
        assert_eq!(
            format("application/json; charset=utf-8"),
            Some(Format::Json)
        );
        assert_eq!(
            format("text/csv;q=0, application/json;q=0.1"),
            Some(Format::Json)
        );
        assert_eq!(
            format("text/*;q=0.9, text/html;q=0.1"),
            Some(Format::Csv),
            "a wildcard is for what no other range names"
        );
        assert_eq!(format("text/*"), Some(Format::Html));
        let all_named = "text/*, text/html;q=0.1, text/csv;q=0.2, text/jsonl;q=0";
        assert_eq!(format(all_named), Some(Format::Csv), "nothing is left");
        assert_eq!(
            format("application/*, application/json;q=0"),
            Some(Format::Xml)
        );
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assert_eq!(format(browser), Some(Format::Html));
    }

    #[test]
    fn the_alias_that_was_asked_for_is_answered() {
        assert_eq!(
            accepted("text/jsv"),
            Accepted::Format(Format::Jsv, "text/jsv")
        );
        assert_eq!(
            accepted("application/jsv"),
            Accepted::Format(Format::Jsv, "application/jsv")
        );
    }

    #[test]
    fn nothing_of_ours_is_said_as_such() {
        assert_eq!(accepted("*/*"), Accepted::Anything);
        let header = "*/*, text/*;q=0.5, application/json;q=0";
        let left = super::OFFERS.map(|format| super::is_left_to_anything(format, header));
        assert_eq!(left, [false, false, true, true, false, false, true]);
        for header in [
            "application/foo",
            "",
            ",;,",
            "image/*",
            "application/json;q=0",
        ] {
            assert_eq!(accepted(header), Accepted::Nothing, "{header:?}");
        }
    }
}
