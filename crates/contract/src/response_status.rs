use crate::{Dto, Map};

/// What went wrong, as every ServiceStack client reads it.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "ServiceStack", data_contract)]
pub struct ResponseStatus {
    /// The machine-readable code: `NotFound`, `NotEmpty`, an exception's name.
    #[dto(order = 1)]
    pub error_code: Option<String>,
    /// The text for people.
    #[dto(order = 2)]
    pub message: Option<String>,
    /// Where it happened; only hosts in debug mode tell.
    #[dto(order = 3)]
    pub stack_trace: Option<String>,
    /// One entry per field that is wrong. Clients expect an empty list, not null.
    #[dto(order = 4)]
    pub errors: Option<Vec<ResponseError>>,
    /// Further facts by name, such as `AutoBatchIndex`.
    #[dto(order = 5)]
    pub meta: Option<Map<String, String>>,
}

/// One field that is wrong.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "ServiceStack", data_contract)]
pub struct ResponseError {
    /// The rule that failed: `NotEmpty`, `Length`, `SerializationException`.
    #[dto(order = 1)]
    pub error_code: Option<String>,
    /// The field: a property's name, or a path such as `Items[0].Name`.
    #[dto(order = 2)]
    pub field_name: Option<String>,
    /// The text for people.
    #[dto(order = 3)]
    pub message: Option<String>,
    /// The values that the message speaks of, by placeholder; null where the value was.
    #[dto(order = 4)]
    pub meta: Option<Map<String, Option<String>>>,
}

/// The body of an error whose operation has no response DTO with a `ResponseStatus`.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "ServiceStack", data_contract)]
pub struct ErrorResponse {
    /// What went wrong.
    #[dto(order = 1)]
    pub response_status: Option<ResponseStatus>,
}

impl ResponseStatus {
    /// A status without field errors.
    pub fn new(error_code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            error_code: Some(error_code.into()),
            message: Some(message.into()),
            errors: Some(Vec::new()),
            ..Self::default()
        }
    }
}
