use crate::Format;

/// A media type as a header states it, without its parameters.
#[derive(Debug, Clone, Copy)]
pub struct ContentType<'a> {
    media_type: &'a str,
}

/// Other names that clients use, and what an answer to them is called.
const ALIASES: [(&str, Format, &str); 7] = [
    ("text/json", Format::Json, "application/json; charset=utf-8"),
    ("text/xml", Format::Xml, "application/xml"),
    // The name that metadata pages promise; whoever asks for it is answered under it.
    ("text/jsv", Format::Jsv, "text/jsv"),
    // The registered name (IANA) and an older one.
    (
        "application/vnd.msgpack",
        Format::MessagePack,
        "application/vnd.msgpack",
    ),
    (
        "application/msgpack",
        Format::MessagePack,
        "application/msgpack",
    ),
    ("application/jsonl", Format::Jsonl, "text/jsonl"),
    (
        "application/xhtml+xml",
        Format::Html,
        "text/html; charset=utf-8",
    ),
];

impl<'a> ContentType<'a> {
    /// Reads a `Content-Type` value, or one range of `Accept`; `None` if it is no media type.
    pub fn parse(header: &'a str) -> Option<Self> {
        let end = position(header, b';').unwrap_or(header.len());
        let media_type = header[..end].trim_ascii();
        let slash = position(media_type, b'/')?;
        let (group, name) = (&media_type[..slash], &media_type[slash + 1..]);
        let is_token = |text: &str| {
            let is_of_token = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b',' | b'/');
            !text.is_empty() && text.bytes().all(is_of_token)
        };
        (is_token(group) && is_token(name)).then_some(Self { media_type })
    }

    /// Its format; `None` if it is none of ours.
    pub fn format(&self) -> Option<Format> {
        let own = Format::ALL
            .into_iter()
            .find(|format| self.is(format.media_type()));
        own.or_else(|| self.alias().map(|(_, format, _)| format))
    }

    /// The `Content-Type` of an answer to whoever names this type.
    pub fn response_header(&self) -> &'static str {
        match (self.alias(), self.format()) {
            (Some((_, _, header)), _) => header,
            (None, Some(format)) => format.content_type(),
            (None, None) => Format::Json.content_type(),
        }
    }

    fn alias(&self) -> Option<(&'static str, Format, &'static str)> {
        ALIASES.into_iter().find(|(name, _, _)| self.is(name))
    }

    /// Names are the same in any case (RFC 9110 section 8.3.1).
    fn is(&self, name: &str) -> bool {
        self.media_type.eq_ignore_ascii_case(name)
    }
}

/// A loop, as media types are shorter than what a search takes to begin.
fn position(text: &str, wanted: u8) -> Option<usize> {
    text.bytes().position(|byte| byte == wanted)
}

#[cfg(test)]
mod tests {
    use super::{ContentType, Format};

    #[test]
    fn parameters_and_case_do_not_count() {
        let parse = |header| ContentType::parse(header).unwrap();
        assert_eq!(
            parse("Application/JSON; charset=utf-8").format(),
            Some(Format::Json)
        );
        assert_eq!(parse("text/jsv").format(), Some(Format::Jsv));
        assert_eq!(parse("text/jsv").response_header(), "text/jsv");
        assert_eq!(
            parse("application/jsv").response_header(),
            "application/jsv"
        );
        assert_eq!(parse("application/foo").format(), None);
        for bad in ["", "json", "/", "a/", ";", "a/b/c", "a/b c"] {
            assert!(ContentType::parse(bad).is_none(), "{bad:?}");
        }
    }
}
