use askama::Template;
use formats::Format;
use metadata::MetadataOperationType;
use metadata::native::{LANGUAGES, Language, find_language, source_of_operation};
use service::ServiceError;

use super::messages::{Message, messages};
use super::route_row::{RouteRow, route_rows};
use super::site::Site;
use super::table::{Table, tables};
use super::{access, missing, shown_formats};
use crate::description::tool_request::ToolRequest;
use crate::page::{self, Part, highlight_source};
use crate::reply::Answer;

/// Everything about one operation, in one format and, asked for, one language.
#[derive(Template)]
#[template(path = "metadata/operation.html")]
struct OperationPage<'a> {
    site: &'a Site<'a>,
    operation: &'a MetadataOperationType,
    requirements: Vec<(&'static str, String)>,
    routes: Vec<RouteRow<'a>>,
    languages: Vec<&'static Language>,
    /// The key of the language that is shown.
    language: Option<&'static str>,
    source: Option<Source>,
    tables: Vec<Table<'a>>,
    formats: Vec<Format>,
    format: Format,
    messages: Vec<Message>,
}

/// The DTOs of an operation in a language.
struct Source {
    key: &'static str,
    language: &'static str,
    parts: Vec<Part>,
}

impl Source {
    fn of(request: &ToolRequest<'_>, operation: &str, language: &'static Language) -> Self {
        let source = source_of_operation(language, request.api(), operation);
        Self {
            key: language.key,
            language: language.name,
            parts: highlight_source(&source, language.key),
        }
    }
}

impl OperationPage<'_> {
    fn is_shown(&self, language: &Language) -> bool {
        self.language == Some(language.key)
    }
}

/// The page of the operation of that name, in any case.
pub(super) fn answer(
    request: &ToolRequest<'_>,
    site: &Site<'_>,
    name: &str,
    format: Format,
) -> Result<Answer, ServiceError> {
    let Some(operation) = request.api().operation(name) else {
        return missing::answer(request, site, name);
    };
    let language = request.query("lang").and_then(find_language);
    let source = language.map(|found| Source::of(request, &operation.request.name, found));
    let samples = request.host.description.samples(&operation.request.name);
    let page = OperationPage {
        site,
        operation,
        requirements: access::requirements(operation),
        routes: route_rows(operation),
        languages: tab_languages(),
        language: language.map(|found| found.key),
        tables: match source {
            Some(_) => Vec::new(),
            None => tables(request.api(), operation),
        },
        source,
        formats: shown_formats(),
        format,
        messages: messages(operation, samples, format, host_name(&request.base_url)),
    };
    page::answer(200, &page)
}

/// One tab a language: declarations without code have none of their own.
fn tab_languages() -> Vec<&'static Language> {
    let languages = LANGUAGES.iter().copied();
    languages
        .filter(|language| language.key != "typescript.d")
        .collect()
}

/// The host without scheme and port.
fn host_name(base_url: &str) -> &str {
    let authority = base_url.split("://").nth(1).unwrap_or(base_url);
    let authority = authority.split('/').next().unwrap_or(authority);
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

#[cfg(test)]
mod tests {
    use super::host_name;

    #[test]
    fn a_port_is_no_part_of_the_host() {
        assert_eq!(host_name("http://127.0.0.1:8080"), "127.0.0.1");
        assert_eq!(host_name("https://api.example.org/v1"), "api.example.org");
        assert_eq!(host_name("http://[::1]:80"), "[::1]");
        assert_eq!(host_name("http://[::1]"), "[::1]");
    }
}
