use contract::Map;
use service::ServiceError;

use super::Tool;
use super::tool_request::ToolRequest;
use crate::reply::Answer;

/// `/types`: where the description and its native types are.
pub(super) static TYPES_INDEX: Tool = Tool {
    name: "TypeLinks",
    is_on: |settings| settings.native_types,
    answer,
};

/// The name of each sort of types and the last segment of its path.
const LINKS: [(&str, &str); 1] = [("Metadata", "metadata")];

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let base_url = &request.base_url;
    let links: Map<&str, String> = LINKS
        .iter()
        .map(|(name, path)| (*name, format!("{base_url}/types/{path}")))
        .collect();
    request.write(&links)
}
