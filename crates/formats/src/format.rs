/// A format, by the short name that suffixes, `?format=` and predefined routes use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// JSON.
    Json,
    /// XML of .NET's data contracts.
    Xml,
    /// ServiceStack's JSV.
    Jsv,
    /// Comma-separated values.
    Csv,
    /// JSON, one value a line.
    Jsonl,
    /// MessagePack.
    MessagePack,
    /// A page for people.
    Html,
    /// `application/x-www-form-urlencoded`, only read.
    Form,
    /// `multipart/form-data`, only read.
    Multipart,
}

impl Format {
    /// Every format, in the order that metadata lists them.
    pub const ALL: [Self; 9] = [
        Self::Json,
        Self::Xml,
        Self::Jsv,
        Self::Csv,
        Self::Jsonl,
        Self::MessagePack,
        Self::Html,
        Self::Form,
        Self::Multipart,
    ];

    /// The format of a short name, in exactly that case; `msgpack` is short for `x-msgpack`. Forms
    /// have none: they are no suffix.
    pub fn from_name(name: &str) -> Option<Self> {
        if name == "msgpack" {
            return Some(Self::MessagePack);
        }
        Self::ALL
            .into_iter()
            .filter(|format| format.is_writable())
            .find(|f| f.name() == name)
    }

    /// The short name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Jsv => "jsv",
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::MessagePack => "x-msgpack",
            Self::Html => "html",
            Self::Form => "form",
            Self::Multipart => "multipart",
        }
    }

    /// The name that people know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Xml => "XML",
            Self::Jsv => "JSV",
            Self::Csv => "CSV",
            Self::Jsonl => "JSONL",
            Self::MessagePack => "MessagePack",
            Self::Html => "HTML",
            Self::Form => "Form",
            Self::Multipart => "Multipart",
        }
    }

    /// The media type, without parameters.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Xml => "application/xml",
            Self::Jsv => "application/jsv",
            Self::Csv => "text/csv",
            Self::Jsonl => "text/jsonl",
            Self::MessagePack => "application/x-msgpack",
            Self::Html => "text/html",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Multipart => "multipart/form-data",
        }
    }

    /// The whole `Content-Type` of an answer; ServiceStack names a charset only for JSON and
    /// HTML.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            other => other.media_type(),
        }
    }

    /// Whether browsers are told to save an answer as a file.
    pub const fn is_download(self) -> bool {
        matches!(self, Self::Csv)
    }

    /// Whether an answer can be in this format.
    pub const fn is_writable(self) -> bool {
        !matches!(self, Self::Form | Self::Multipart)
    }

    /// Whether [`decode`](crate::decode) reads it. Forms are read as pairs instead.
    pub const fn is_readable(self) -> bool {
        !matches!(self, Self::Html | Self::Form | Self::Multipart)
    }
}
