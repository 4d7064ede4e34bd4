use formats::Format;
use metadata::postman::{About, describe};
use service::ServiceError;

use super::Tool;
use super::openapi::json;
use super::tool_request::ToolRequest;
use crate::reply::Answer;

/// `/postman`: the API as a collection for Postman, always in JSON.
pub(super) static POSTMAN: Tool = Tool {
    name: "Postman",
    is_on: |settings| settings.postman,
    answer,
};

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let about = About {
        title: &request.host.settings.service_name,
        base_url: &request.base_url,
    };
    let sample = |operation: &str| {
        let samples = request.host.description.samples(operation)?;
        samples.request(Format::Json).ok().flatten()
    };
    json(&describe(request.api(), &about, sample))
}
