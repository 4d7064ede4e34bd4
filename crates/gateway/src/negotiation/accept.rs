use std::cmp::Reverse;

use formats::{ContentType, Format};

/// A format, and what the answer's content type is called.
pub(super) type Offer = (Format, &'static str);

/// What a range with a wildcard may stand for, first choice first.
const OFFERS: [Format; 7] = [
    Format::Json,
    Format::Html,
    Format::Xml,
    Format::Jsv,
    Format::Csv,
    Format::Jsonl,
    Format::MessagePack,
];

/// The format that `Accept` asks for (RFC 9110 section 12.5.1); `None` if it asks for none of ours.
/// `sent` is what goes first where anything will do.
///
/// A format weighs what the most specific range says that it is in. The heaviest is taken, of
/// equal ones that of the more specific range, of equal ones that of the first.
pub(super) fn accepted(header: &str, sent: Offer) -> Option<Offer> {
    // What most clients send: one type, and nothing to weigh.
    if !header.bytes().any(|byte| matches!(byte, b',' | b';')) {
        match Covered::parse(header.trim_ascii())? {
            Covered::Anything => return Some(sent),
            Covered::Format(format, content_type) => return Some((format, content_type)),
            Covered::Group(_) => {}
        }
    }
    let ranges: Vec<Range<'_>> = header.split(',').filter_map(Range::parse).collect();
    let offers = OFFERS.map(|format| (format, format.content_type()));
    let mut best: Option<(Rank, Offer)> = None;
    for (is_sent, offer) in std::iter::once((true, sent)).chain(offers.map(|offer| (false, offer)))
    {
        let Some((rank, covered)) = weighed(offer.0, &ranges) else {
            continue;
        };
        // What was sent goes first only among what nothing says more of.
        let counts = !is_sent || matches!(covered, Covered::Anything);
        let is_better = best.as_ref().is_none_or(|(known, _)| rank > *known);
        if counts && is_better {
            best = Some((rank, covered.named().unwrap_or(offer)));
        }
    }
    best.map(|(_, offer)| offer)
}

/// What decides between formats, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Thousandths.
    weight: u16,
    specificity: u8,
    place: Reverse<usize>,
}

/// The rank of a format and the range that it has it from; `None` if it is not wanted.
fn weighed<'a>(format: Format, ranges: &[Range<'a>]) -> Option<(Rank, Covered<'a>)> {
    let fitting = ranges.iter().enumerate();
    let fitting = fitting.filter(|(_, range)| range.covered.holds(format));
    let (place, range) = fitting.max_by_key(|(place, range)| {
        (range.covered.specificity(), range.weight, Reverse(*place))
    })?;
    let rank = Rank {
        weight: range.weight,
        specificity: range.covered.specificity(),
        place: Reverse(place),
    };
    (rank.weight > 0).then_some((rank, range.covered))
}

/// One item of the header.
#[derive(Debug)]
struct Range<'a> {
    covered: Covered<'a>,
    /// Thousandths.
    weight: u16,
}

impl<'a> Range<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim_ascii);
        let covered = Covered::parse(parts.next()?)?;
        let weight = weight(parts);
        Some(Self { covered, weight })
    }
}

/// What a range stands for.
#[derive(Debug, Clone, Copy)]
enum Covered<'a> {
    Anything,
    /// `text` of `text/*`.
    Group(&'a str),
    /// One of our formats, and the content type that it asks for.
    Format(Format, &'static str),
}

impl<'a> Covered<'a> {
    fn parse(range: &'a str) -> Option<Self> {
        if range == "*/*" || range == "*" {
            return Some(Self::Anything);
        }
        if let Some(group) = range.strip_suffix("/*") {
            return Some(Self::Group(group));
        }
        let content_type = ContentType::parse(range)?;
        let format = content_type.format()?;
        let is_ours = format.is_writable();
        is_ours.then(|| Self::Format(format, content_type.response_header()))
    }

    fn holds(self, format: Format) -> bool {
        match self {
            Self::Anything => true,
            Self::Group(group) => {
                let own = format.media_type().split('/').next();
                own.is_some_and(|own| own.eq_ignore_ascii_case(group))
            }
            Self::Format(named, _) => named == format,
        }
    }

    const fn specificity(self) -> u8 {
        match self {
            Self::Anything => 1,
            Self::Group(_) => 2,
            Self::Format(..) => 3,
        }
    }

    /// The format under the name that was asked for.
    const fn named(self) -> Option<Offer> {
        match self {
            Self::Format(format, content_type) => Some((format, content_type)),
            Self::Anything | Self::Group(_) => None,
        }
    }
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

    use super::accepted;

    const JSON: super::Offer = (Format::Json, "application/json; charset=utf-8");
    const SENT: super::Offer = (Format::Jsv, "text/jsv");

    #[test]
    fn weights_decide_then_specificity_then_order() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (header, expected) in [
            ("application/xml;q=0.9,application/jsv;q=1.0", Format::Jsv),
            ("*/*, application/json", Format::Json),
            ("application/jsv, application/json", Format::Jsv),
            ("application/json; charset=utf-8", Format::Json),
            ("text/csv;q=0, application/json;q=0.1", Format::Json),
            ("text/*", Format::Html),
            ("TEXT/*;q=0.5, application/*;q=0.6", Format::Json),
            (browser, Format::Html),
        ] {
            let found = accepted(header, JSON).map(|(format, _)| format);
            assert_eq!(found, Some(expected), "{header}");
        }
    }

    #[test]
    fn a_format_weighs_what_its_most_specific_range_says() {
        let all_four = "application/json;q=0, application/xml;q=0, application/jsv;q=0, \
                        application/x-msgpack;q=0, application/*, text/*;q=0.5";
        for (header, expected) in [
            ("text/*;q=0.9, text/html;q=0.1", Format::Csv),
            (
                "text/*, text/html;q=0.1, text/csv;q=0.2, text/jsonl;q=0",
                Format::Csv,
            ),
            ("application/*, application/json;q=0", Format::Xml),
            ("application/json;q=0, */*", Format::Html),
            ("*/*, application/*;q=0, text/*;q=0.5", Format::Html),
            (all_four, Format::Html),
        ] {
            let found = accepted(header, JSON).map(|(format, _)| format);
            assert_eq!(found, Some(expected), "{header}");
        }
    }

    #[test]
    fn what_was_sent_goes_first_where_anything_will_do() {
        for header in [
            "*/*",
            "*",
            "*/*;q=0.1",
            "image/png, */*",
            "text/html;q=0.5, */*",
        ] {
            assert_eq!(accepted(header, SENT), Some(SENT), "{header}");
        }
        for (header, expected) in [
            ("*/*;q=0.5, text/html", Format::Html),
            ("application/*", Format::Json),
            ("*/*, application/jsv;q=0", Format::Json),
        ] {
            let found = accepted(header, SENT).map(|(format, _)| format);
            assert_eq!(found, Some(expected), "{header}");
        }
    }

    #[test]
    fn the_alias_that_was_asked_for_is_answered() {
        for alias in ["text/jsv", "application/jsv"] {
            assert_eq!(accepted(alias, JSON), Some((Format::Jsv, alias)));
            let weighed = format!("{alias};q=0.5, image/png");
            assert_eq!(accepted(&weighed, JSON), Some((Format::Jsv, alias)));
        }
    }

    #[test]
    fn nothing_of_ours_is_said_as_such() {
        for header in [
            "application/foo",
            "",
            ",;,",
            "image/*",
            "application/json;q=0",
        ] {
            assert_eq!(accepted(header, JSON), None, "{header:?}");
        }
    }
}
