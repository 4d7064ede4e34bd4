use formats::{Format, WriteOptions};
use metadata::openapi::{About, Document, OtherProof, describe};
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
    let kept_as = format!("openapi\n{}", request.base_url);
    let document = || encoded(&document(request));
    let body = request.view.documents.get_or_make(&kept_as, document)?;
    Ok(json_answer(body.to_vec()))
}

fn document(request: &ToolRequest<'_>) -> Document {
    let written = Format::ALL.into_iter();
    let other_media_types: Vec<&str> = written
        .filter(|format| format.is_writable() && *format != Format::Json)
        .map(Format::media_type)
        .collect();
    describe(
        request.view.all(),
        &About {
            title: &request.host.settings.service_name,
            version: "1.0",
            base_url: &request.base_url,
            other_media_types: &other_media_types,
            other_proofs: &other_proofs(request),
        },
    )
}

/// What the host takes beside sessions and HTTP Basic. API keys come as bearer tokens too.
fn other_proofs(request: &ToolRequest<'_>) -> Vec<OtherProof> {
    let authenticator = request.host.authenticator.as_ref();
    let offered = authenticator.map_or(&[][..], |authenticator| authenticator.providers());
    let takes = |name| offered.iter().any(|provider| provider.name == name);
    let keys = takes("apikey");
    let mut proofs = Vec::new();
    if keys || takes("jwt") {
        proofs.push(OtherProof::BearerToken);
    }
    if keys {
        proofs.push(OtherProof::ApiKey);
    }
    proofs
}

/// A document that is JSON whatever the caller prefers.
///
/// # Errors
/// 500 if it cannot be written.
pub(super) fn json<T: serde::Serialize>(document: &T) -> Result<Answer, ServiceError> {
    encoded(document).map(json_answer)
}

fn encoded<T: serde::Serialize>(document: &T) -> Result<Vec<u8>, ServiceError> {
    let mut body = Vec::new();
    let options = WriteOptions::default();
    formats::encode(Format::Json, document, None, &options, &mut body)
        .map_err(ServiceError::internal)?;
    Ok(body)
}

fn json_answer(body: Vec<u8>) -> Answer {
    Answer::with_body(200, Format::Json.content_type(), body)
}
