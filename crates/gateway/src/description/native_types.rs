use metadata::native::{NativeTypesOptions, OptionError, Stamp, find_language, generate};
use service::ServiceError;

use super::Tool;
use super::tool_request::ToolRequest;
use crate::reply::Answer;

/// `/types/{language}`: the source of the API's DTOs, as the options in the query ask for it.
pub(super) static NATIVE_TYPES: Tool = Tool {
    name: "NativeTypes",
    is_on: |settings| settings.native_types,
    answer,
};

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let key = request.segment(1).unwrap_or_default();
    let Some(language) = find_language(key) else {
        return Err(ServiceError::not_found(format!("No language '{key}'")));
    };
    let query = request.head.query.iter();
    let query = query.map(|(name, value)| (name.as_ref(), value.as_ref()));
    let options = NativeTypesOptions::from_query(query).map_err(|error| refused(&error))?;
    let kept_as = format!("{}\n{}\n{options}", language.key, request.base_url);
    let source = request.view.documents.get_or_make(&kept_as, || {
        let stamp = Stamp {
            base_url: &request.base_url,
            date: &started(request),
            version: env!("CARGO_PKG_VERSION"),
        };
        let source = generate(language, request.view.with_own(), &options, &stamp);
        Ok::<_, ServiceError>(source.into_bytes())
    })?;
    Ok(Answer::with_body(
        200,
        language.content_type,
        source.to_vec(),
    ))
}

fn refused(error: &OptionError) -> ServiceError {
    ServiceError::argument(error.name, error.to_string())
}

/// When the host began to serve, without fractions.
fn started(request: &ToolRequest<'_>) -> String {
    let started = request.started().map(|time| time.to_string());
    let text = started.unwrap_or_default().replace('T', " ");
    text.chars().take("2026-11-24 13:00:00".len()).collect()
}
