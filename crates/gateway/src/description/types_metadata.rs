use metadata::{MetadataTypes, MetadataTypesConfig};
use service::ServiceError;

use super::Tool;
use super::tool_request::ToolRequest;
use crate::reply::Answer;

/// `/types/metadata`: the description itself, which other tools generate from.
pub(super) static TYPES_METADATA: Tool = Tool {
    name: "TypesMetadata",
    is_on: |settings| settings.native_types,
    answer,
};

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let config = MetadataTypesConfig {
        base_url: Some(request.base_url.clone()),
        ..request.api().config.clone().unwrap_or_default()
    };
    request.write(&MetadataTypes {
        config: Some(config),
        ..request.api().clone()
    })
}
