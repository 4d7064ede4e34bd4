use formats::{ContentType, Format};

use super::accept::{Offer, accepted};

/// The format of the answer and the header that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ResponseFormat {
    pub(crate) format: Format,
    /// The whole `Content-Type` value.
    pub(crate) content_type: &'static str,
    /// The function of a JSONP answer.
    pub(crate) callback: Option<String>,
}

/// What a request says of the format that it wants.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Preferences<'a> {
    /// `?format=`.
    pub(crate) format: Option<&'a str>,
    /// `?callback=`.
    pub(crate) callback: Option<&'a str>,
    pub(crate) accept: Option<&'a str>,
    /// The request's own `Content-Type`.
    pub(crate) content_type: Option<&'a str>,
}

impl ResponseFormat {
    const fn of(format: Format) -> Self {
        Self {
            format,
            content_type: format.content_type(),
            callback: None,
        }
    }
}

/// The format on a custom route, or on a path that leads nowhere.
pub(crate) fn for_route(
    suffix: Option<Format>,
    first_segment: Option<&str>,
    preferences: &Preferences<'_>,
) -> ResponseFormat {
    let stated = suffix.or_else(|| named(preferences.format)).or_else(|| {
        first_segment
            .and_then(prefix_format)
            .filter(|_| preferences.format.is_none())
    });
    if let Some(callback) = callback(preferences, suffix) {
        return callback;
    }
    match stated {
        Some(format) => ResponseFormat::of(format),
        None => from_accept(preferences),
    }
}

/// The format on a predefined route, whose path names `path_format`.
pub(crate) fn for_predefined(path_format: Format, preferences: &Preferences<'_>) -> ResponseFormat {
    callback(preferences, Some(path_format))
        .unwrap_or_else(|| ResponseFormat::of(named(preferences.format).unwrap_or(path_format)))
}

/// `?callback=` makes a JSON answer JSONP; a suffix for another format wins over it.
fn callback(preferences: &Preferences<'_>, path_format: Option<Format>) -> Option<ResponseFormat> {
    let name = preferences.callback.filter(|name| !name.is_empty())?;
    if path_format.is_some_and(|format| format != Format::Json) {
        return None;
    }
    // ServiceStack's rule: whatever could end the call or the name becomes an underscore.
    let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
    let name = name
        .chars()
        .map(|c| if is_safe(c) { c } else { '_' })
        .collect();
    Some(ResponseFormat {
        content_type: "text/javascript",
        callback: Some(name),
        ..ResponseFormat::of(Format::Json)
    })
}

/// `?format=` in any case, up to a dot; an unknown one is ignored.
fn named(name: Option<&str>) -> Option<Format> {
    let name = name?.split('.').next()?.to_ascii_lowercase();
    Format::from_name(&name).filter(|format| format.is_writable())
}

/// A path that begins with a format's short name asks for it: `/json/…`.
fn prefix_format(segment: &str) -> Option<Format> {
    let is_short = (3..=4).contains(&segment.len());
    is_short.then(|| named(Some(segment))).flatten()
}

fn from_accept(preferences: &Preferences<'_>) -> ResponseFormat {
    let header = preferences.accept.unwrap_or_default();
    let json = (Format::Json, Format::Json.content_type());
    let sent = sent(preferences.content_type).unwrap_or(json);
    let (format, content_type) = accepted(header, sent).unwrap_or(json);
    ResponseFormat {
        content_type,
        ..ResponseFormat::of(format)
    }
}

/// A client that takes anything gets the format that it sent.
fn sent(content_type: Option<&str>) -> Option<Offer> {
    let sent = ContentType::parse(content_type?)?;
    let format = sent.format()?;
    let is_both = format.is_readable() && format.is_writable();
    is_both.then(|| (format, sent.response_header()))
}

#[cfg(test)]
mod tests {
    use formats::Format;

    use super::{Preferences, for_predefined, for_route};

    #[test]
    fn the_suffix_beats_the_query_and_the_query_beats_accept() {
        let preferences = Preferences {
            format: Some("json"),
            accept: Some("application/xml"),
            ..Preferences::default()
        };
        assert_eq!(
            for_route(Some(Format::Jsv), None, &preferences).format,
            Format::Jsv
        );
        assert_eq!(for_route(None, None, &preferences).format, Format::Json);
        let unknown = Preferences {
            format: Some("foo"),
            ..preferences
        };
        assert_eq!(for_route(None, None, &unknown).format, Format::Xml);
    }

    #[test]
    fn whoever_takes_anything_gets_what_was_sent() {
        let sent = |content_type| {
            let preferences = Preferences {
                accept: Some("*/*"),
                content_type: Some(content_type),
                ..Preferences::default()
            };
            for_route(None, None, &preferences).content_type
        };
        assert_eq!(sent("text/jsv; charset=utf-8"), "text/jsv");
        assert_eq!(
            sent("application/x-www-form-urlencoded"),
            "application/json; charset=utf-8"
        );
        assert_eq!(sent("application/foo"), "application/json; charset=utf-8");
    }

    #[test]
    fn predefined_routes_ignore_accept() {
        let preferences = Preferences {
            accept: Some("application/xml"),
            ..Preferences::default()
        };
        assert_eq!(
            for_predefined(Format::Jsv, &preferences).format,
            Format::Jsv
        );
        let query = Preferences {
            format: Some("CSV"),
            ..preferences
        };
        assert_eq!(for_predefined(Format::Json, &query).format, Format::Csv);
    }

    #[test]
    fn a_callback_name_cannot_break_out() {
        let preferences = Preferences {
            callback: Some("a(b);c"),
            ..Preferences::default()
        };
        let negotiated = for_predefined(Format::Json, &preferences);
        assert_eq!(negotiated.callback.as_deref(), Some("a_b__c"));
        assert_eq!(negotiated.content_type, "text/javascript");
    }
}
