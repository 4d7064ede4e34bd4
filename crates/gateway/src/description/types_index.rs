use contract::Map;
use metadata::native::LANGUAGES;
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

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let base_url = &request.base_url;
    let languages = LANGUAGES.iter().flat_map(|language| language.links);
    let links: Map<&str, String> = [("Metadata", "metadata")]
        .iter()
        .chain(languages)
        .map(|(name, path)| (*name, format!("{base_url}/types/{path}")))
        .collect();
    request.write(&links)
}
