use formats::{ContentType, Format};

/// What `Accept` asks for (RFC 9110 section 12.5.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Accepted {
    /// One of our formats, under that content type.
    Format(Format, &'static str),
    /// Anything: `*/*`.
    Anything,
    /// Nothing that we write.
    Nothing,
}

/// The best of what the header lists: the highest weight, of equal ones the more specific, of
/// equal ones the first.
pub(super) fn accepted(header: &str) -> Accepted {
    // What most clients send: one type, and nothing to weigh.
    if !header.bytes().any(|byte| matches!(byte, b',' | b';')) {
        return choice(header.trim_ascii()).map_or(Accepted::Nothing, |(_, choice)| choice);
    }
    let mut best = (
        Rank {
            weight: 0,
            specificity: 0,
        },
        Accepted::Nothing,
    );
    for range in header.split(',') {
        let mut parts = range.split(';').map(str::trim_ascii);
        let Some((specificity, choice)) = parts.next().and_then(choice) else {
            continue;
        };
        let rank = Rank {
            weight: weight(parts),
            specificity,
        };
        if rank.weight > 0 && rank > best.0 {
            best = (rank, choice);
        }
    }
    best.1
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Thousandths.
    weight: u16,
    specificity: u8,
}

fn choice(media_type: &str) -> Option<(u8, Accepted)> {
    if media_type == "*/*" || media_type == "*" {
        return Some((1, Accepted::Anything));
    }
    if let Some(group) = media_type.strip_suffix("/*") {
        let groups = [("application", Format::Json), ("text", Format::Html)];
        let mut known = groups.into_iter();
        let (_, format) = known.find(|(name, _)| group.eq_ignore_ascii_case(name))?;
        return Some((2, Accepted::Format(format, format.content_type())));
    }
    let content_type = ContentType::parse(media_type)?;
    let format = content_type
        .format()
        .filter(|format| format.is_writable())?;
    Some((3, Accepted::Format(format, content_type.response_header())))
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
