//! States every rule that a member can have.

use contract::{DateTime, Decimal, Dto, Operation, WireEnum};
use service::{Reply, RequestContext, Service, ServiceError};

#[derive(Debug, Clone, Copy, Default, PartialEq, WireEnum)]
#[dto(namespace = "Conformance")]
pub(crate) enum Size {
    #[default]
    Small,
    Large,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct Line {
    #[validate(not_empty)]
    product: Option<String>,
    #[validate(inclusive_between(1, 9))]
    count: i32,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = void)]
#[route("/rules", POST)]
pub(crate) struct Rules {
    #[validate(not_null)]
    not_null: Option<i32>,
    #[validate(not_empty, message = "Say something")]
    first_name: Option<String>,
    #[validate(empty)]
    empty: Option<String>,
    #[validate(null)]
    null: Option<String>,
    #[validate(exact_length(3))]
    exact: Option<String>,
    #[validate(minimum_length(3))]
    minimum: Option<String>,
    #[validate(maximum_length(3))]
    maximum: Option<String>,
    #[validate(greater_than(1))]
    greater: i32,
    #[validate(greater_than_or_equal(1))]
    greater_or_equal: i32,
    #[validate(less_than(1.5))]
    less: f64,
    #[validate(less_than_or_equal(1))]
    less_or_equal: Option<i64>,
    #[validate(equal("yes"))]
    equal: Option<String>,
    #[validate(not_equal(5))]
    not_equal: i32,
    #[validate(exclusive_between(1, 9))]
    between: i32,
    #[validate(scale_precision(2, 4))]
    price: Decimal,
    #[validate(email)]
    email: Option<String>,
    #[validate(matches("^[A-Z]{2}[0-9]+$"))]
    code: Option<String>,
    #[validate(credit_card, code = "BadCard")]
    card: Option<String>,
    #[validate(is_in_enum(Size))]
    size: Option<String>,
    #[validate(must(|text| text.as_deref() != Some("odd")))]
    even: Option<String>,
    #[validate(not_empty, when = self.email.is_some())]
    when_email: Option<String>,
    #[validate(greater_than("2020-01-01"))]
    date: Option<DateTime>,
    #[validate(each(minimum_length(2)))]
    words: Option<Vec<String>>,
    #[validate(each)]
    lines: Option<Vec<Line>>,
}

pub(crate) struct RulesService;

impl Service<Rules> for RulesService {
    async fn execute(
        &self,
        _request: Rules,
        _context: &RequestContext,
    ) -> Result<Reply<()>, ServiceError> {
        Ok(Reply::nothing())
    }
}
