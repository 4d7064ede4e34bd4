use std::sync::LazyLock;

use actix_web::http::header::HeaderValue;
use formats::Format;

/// What the formats' answers are called, as header values: making one looks at every byte.
static OF_FORMATS: LazyLock<Vec<(&'static str, HeaderValue)>> = LazyLock::new(|| {
    let names = Format::ALL.into_iter().map(Format::content_type);
    names
        .map(|name| (name, HeaderValue::from_static(name)))
        .collect()
});

/// The `Content-Type` of an answer as a header value; `None` if the text is none.
pub(crate) fn content_type_value(text: &str) -> Option<HeaderValue> {
    let mut known = OF_FORMATS.iter();
    match known.find(|(name, _)| *name == text) {
        Some((_, value)) => Some(value.clone()),
        None => HeaderValue::try_from(text).ok(),
    }
}
