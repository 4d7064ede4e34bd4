use std::borrow::Cow;

use formats::Format;
use percent_encoding::percent_decode_str;

/// The path of a request, taken apart: empty segments dropped, each decoded on its own, so that
/// an encoded slash stays data.
#[derive(Debug)]
pub(crate) struct RequestPath<'a> {
    /// The decoded segments, without the format suffix.
    pub(crate) segments: Vec<Cow<'a, str>>,
    /// The format that the last segment ended in: `/hello/World.jsv`.
    pub(crate) suffix: Option<Format>,
    /// The last segment with its suffix, which a wildcard's value keeps.
    pub(crate) last_with_suffix: Option<Cow<'a, str>>,
}

impl<'a> RequestPath<'a> {
    /// Takes a raw path apart; `None` if it does not decode to UTF-8.
    pub(crate) fn parse(raw: &'a str) -> Option<Self> {
        let (plain, suffix) = split_suffix(raw);
        // Paths are short: looking at each character costs less than a search per segment.
        let decoded: Option<Vec<Cow<'a, str>>> = plain
            .split(['/'])
            .filter(|segment| !segment.is_empty())
            .map(decode)
            .collect();
        let last_with_suffix = match suffix {
            Some(_) => raw.rsplit('/').next().and_then(decode),
            None => None,
        };
        Some(Self {
            segments: decoded?,
            suffix,
            last_with_suffix,
        })
    }
}

/// A format's short name after the last dot of the whole path, in exactly that case.
fn split_suffix(raw: &str) -> (&str, Option<Format>) {
    let Some((plain, name)) = raw.rsplit_once('.') else {
        return (raw, None);
    };
    match Format::from_name(name) {
        Some(format) => (plain, Some(format)),
        None => (raw, None),
    }
}

/// Percent-decoding, and `+` as a blank, which ServiceStack also does in paths.
fn decode(segment: &str) -> Option<Cow<'_, str>> {
    if !segment.bytes().any(|byte| matches!(byte, b'%' | b'+')) {
        return Some(Cow::Borrowed(segment));
    }
    let blanks = segment.replace('+', " ");
    let decoded = percent_decode_str(&blanks).decode_utf8().ok()?;
    Some(Cow::Owned(decoded.into_owned()))
}

#[cfg(test)]
mod tests {
    use formats::Format;

    use super::RequestPath;

    fn parse(raw: &str) -> (Vec<String>, Option<Format>) {
        let path = RequestPath::parse(raw).unwrap();
        (
            path.segments.iter().map(ToString::to_string).collect(),
            path.suffix,
        )
    }

    #[test]
    fn empty_segments_do_not_count() {
        assert_eq!(parse("//hello//x/").0, ["hello", "x"]);
        assert_eq!(parse("/").0, Vec::<String>::new());
    }

    #[test]
    fn each_segment_is_decoded_on_its_own() {
        assert_eq!(parse("/hello/a%2Fb+c%20%C3%A9").0, ["hello", "a/b c é"]);
        assert!(RequestPath::parse("/hello/%FF").is_none());
    }

    #[test]
    fn only_a_known_format_in_its_own_case_is_a_suffix() {
        assert_eq!(
            parse("/hello/World.jsv"),
            (vec!["hello".into(), "World".into()], Some(Format::Jsv))
        );
        assert_eq!(parse("/hello/World.JSV").0, ["hello", "World.JSV"]);
        assert_eq!(parse("/hello/World.").0, ["hello", "World."]);
        assert_eq!(parse("/a.jsv/b").1, None);
        assert_eq!(
            parse("/hello/.json"),
            (vec!["hello".into()], Some(Format::Json)),
            "a variable without a value"
        );
    }
}
