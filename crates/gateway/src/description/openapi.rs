use formats::{Format, WriteOptions};
use metadata::openapi::{About, describe};
use service::ServiceError;

use super::Tool;
use super::tool_request::ToolRequest;
use crate::reply::Answer;

/// `/openapi.json`: the API as OpenAPI 3.1, always in JSON.
pub(super) static OPENAPI: Tool = Tool {
    name: "OpenApi",
    is_on: |settings| settings.openapi,
    answer,
};

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let api = metadata::describe_all(request.operations().iter().copied());
    let written = Format::ALL.into_iter();
    let other_media_types: Vec<&str> = written
        .filter(|format| format.is_writable() && *format != Format::Json)
        .map(Format::media_type)
        .collect();
    let document = describe(
        &api,
        &About {
            title: &request.host.settings.service_name,
            version: "1.0",
            base_url: &request.base_url,
            other_media_types: &other_media_types,
        },
    );
    json(&document)
}

/// A document that is JSON whatever the caller prefers.
///
/// # Errors
/// 500 if it cannot be written.
pub(super) fn json<T: serde::Serialize>(document: &T) -> Result<Answer, ServiceError> {
    let mut body = Vec::new();
    let options = WriteOptions::default();
    formats::encode(Format::Json, document, None, &options, &mut body)
        .map_err(ServiceError::internal)?;
    Ok(Answer::with_body(200, Format::Json.content_type(), body))
}
