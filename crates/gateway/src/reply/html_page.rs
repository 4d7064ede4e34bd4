use askama::Template;
use contract::TypeRef;
use formats::{Format, WriteOptions};
use serde::Serialize;
use service::ServiceError;

use crate::exchange::Writing;
use crate::page::{Part, highlight_message};

/// A response as a person reads it in a browser, with links to the formats that programs read.
#[derive(Template)]
#[template(path = "reply.html")]
struct ReplyPage<'a> {
    operation: &'a str,
    service_name: &'a str,
    parts: Vec<Part>,
    links: Vec<(String, String)>,
}

/// The page of a response.
///
/// # Errors
/// 500 if the value cannot be written.
pub(super) fn page<T: Serialize + ?Sized>(
    value: &T,
    type_ref: Option<&TypeRef>,
    writing: &Writing,
) -> Result<Vec<u8>, ServiceError> {
    let mut json = Vec::new();
    let options = WriteOptions {
        indent: true,
        ..writing.options.clone()
    };
    formats::encode(Format::Json, value, type_ref, &options, &mut json)
        .map_err(ServiceError::internal)?;
    let body = String::from_utf8(json).map_err(ServiceError::internal)?;
    let is_linked = |format: &Format| format.is_writable() && *format != Format::Html;
    let linked = Format::ALL.into_iter().filter(is_linked);
    let page = ReplyPage {
        operation: writing.operation,
        service_name: &writing.service_name,
        parts: highlight_message(&body, Format::Json),
        links: linked
            .map(|format| link(format, &writing.location))
            .collect(),
    };
    page.render()
        .map(String::into_bytes)
        .map_err(ServiceError::internal)
}

/// The same request with `?format=`, or with the other suffix where it has one.
fn link(format: Format, location: &str) -> (String, String) {
    let (path, query) = location.split_once('?').unwrap_or((location, ""));
    // Two slashes at the start would name another host.
    let path = format!("/{}", path.trim_start_matches('/'));
    if let Some(plain) = path.strip_suffix(".html") {
        let query = if query.is_empty() {
            String::new()
        } else {
            format!("?{query}")
        };
        return (
            format.label().to_owned(),
            format!("{plain}.{}{query}", format.name()),
        );
    }
    let others = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !names_format(pair));
    let name = format.name();
    let query: Vec<String> = others
        .map(ToOwned::to_owned)
        .chain([format!("format={name}")])
        .collect();
    (
        format.label().to_owned(),
        format!("{path}?{}", query.join("&")),
    )
}

fn names_format(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default();
    name.eq_ignore_ascii_case("format")
}

#[cfg(test)]
mod tests {
    use super::{Format, link};

    #[test]
    fn a_link_asks_for_the_same_in_another_format() {
        let (name, href) = link(Format::Jsv, "/hello?name=a&format=html");
        assert_eq!(
            (name.as_str(), href.as_str()),
            ("JSV", "/hello?name=a&format=jsv")
        );
        assert_eq!(link(Format::Csv, "/hello").1, "/hello?format=csv");
    }

    #[test]
    fn a_link_stays_on_the_host() {
        let (_, href) = link(Format::Csv, "//evil.example/x?Format=html");
        assert_eq!(href, "/evil.example/x?format=csv");
    }

    #[test]
    fn a_suffix_would_win_over_the_link() {
        assert_eq!(link(Format::Csv, "/hello/x.html?a=1").1, "/hello/x.csv?a=1");
    }
}
