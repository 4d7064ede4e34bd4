//! Has rules.

use contract::{Dto, Operation, ResponseStatus, Validation};
use service::{Reply, RequestContext, Service, ServiceError};

use crate::nested::Nested;

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct ValidatedResponse {
    pub(crate) result: Option<String>,
    pub(crate) response_status: Option<ResponseStatus>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = ValidatedResponse, rules = check)]
#[route("/validated", POST, PUT, GET)]
pub(crate) struct Validated {
    pub(crate) name: Option<String>,
    pub(crate) age: i32,
    pub(crate) email: Option<String>,
    pub(crate) items: Option<Vec<Nested>>,
}

/// In the order in which failures are to show.
fn check(request: &Validated, rules: &mut Validation) {
    rules.property("Name", &request.name).not_empty();
    rules
        .property("Age", &request.age)
        .greater_than(0)
        .with_code("ShouldBePositive")
        .with_message("Age must be positive");
    rules.property("Email", &request.email).email();
    let is_named = request.name.as_ref().is_some_and(|name| !name.is_empty());
    rules
        .property("Name", &request.name)
        .when(is_named)
        .length(2, 10);
    rules.each("Items", request.items.iter().flatten(), |rules, item| {
        rules.property("Name", &item.name).not_empty();
    });
}

pub(crate) struct ValidatedService;

impl Service<Validated> for ValidatedService {
    async fn execute(
        &self,
        request: Validated,
        _context: &RequestContext,
    ) -> Result<Reply<ValidatedResponse>, ServiceError> {
        let result = Some(format!("ok {}", request.name.unwrap_or_default()));
        Ok(ValidatedResponse {
            result,
            response_status: None,
        }
        .into())
    }
}
