use formats::Format;

/// A path that every operation has without stating it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Predefined<'a> {
    /// The operation's name, in any case.
    pub(crate) operation: &'a str,
    /// The format of request and reply.
    pub(crate) format: Format,
    /// `Operation[]`: a list of requests.
    pub(crate) is_batch: bool,
}

/// Reads `/api/{Operation}[.format]` and `/{format}/reply|oneway/{Operation}` from decoded
/// segments; further segments do not matter.
pub(crate) fn predefined<'a>(segments: &'a [impl AsRef<str>]) -> Option<Predefined<'a>> {
    let segment = |at: usize| segments.get(at).map(AsRef::as_ref);
    if segment(0)? == "api" {
        // The operation is the last segment, however many stand before it.
        return api(segments.last().filter(|_| segments.len() > 1)?.as_ref());
    }
    let format = Format::from_name(&segment(0)?.to_ascii_lowercase())?;
    let is_known = |name: &str| ["reply", "oneway"].iter().any(|known| known.eq_ignore_ascii_case(name));
    is_known(segment(1)?).then_some(())?;
    let (operation, is_batch) = split_batch(segment(2)?);
    Some(Predefined { operation, format, is_batch })
}

fn api(last: &str) -> Option<Predefined<'_>> {
    let (name, format) = match last.split_once('.') {
        Some((name, format)) => (name, Format::from_name(&format.to_ascii_lowercase())?),
        None => (last, Format::Json),
    };
    let (operation, is_batch) = split_batch(name);
    Some(Predefined { operation, format, is_batch })
}

fn split_batch(name: &str) -> (&str, bool) {
    name.strip_suffix("[]").map_or((name, false), |operation| (operation, true))
}

#[cfg(test)]
mod tests {
    use formats::Format;

    use super::{Predefined, predefined};

    fn found(operation: &str, format: Format, is_batch: bool) -> Option<Predefined<'_>> {
        Some(Predefined { operation, format, is_batch })
    }

    #[test]
    fn the_path_says_format_and_operation() {
        assert_eq!(predefined(&["JSV", "Reply", "Hello"]), found("Hello", Format::Jsv, false));
        assert_eq!(predefined(&["xml", "oneway", "Hello[]"]), found("Hello", Format::Xml, true));
        assert_eq!(predefined(&["json", "reply", "Hello", "x"]), found("Hello", Format::Json, false));
        assert_eq!(predefined(&["api", "Hello"]), found("Hello", Format::Json, false));
        assert_eq!(predefined(&["api", "a", "Hello[].JSV"]), found("Hello", Format::Jsv, true));
    }

    #[test]
    fn what_is_not_known_is_no_predefined_route() {
        for path in [vec!["foo", "reply", "Hello"], vec!["json", "syncreply", "Hello"],
            vec!["json", "reply"], vec!["api"], vec!["api", "Hello.foo"], vec!["api", "Hello."],
            vec!["API", "Hello"], vec![]]
        {
            assert_eq!(predefined(&path), None, "{path:?}");
        }
    }
}
