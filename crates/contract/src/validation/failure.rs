use crate::{Map, ResponseError};

/// A rule that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The field: a property's CLR name, or a path to it.
    pub field_name: String,
    /// The rule's code.
    pub error_code: String,
    /// The text for people.
    pub message: String,
    /// The placeholders of the message, by their .NET names; null where the value is.
    pub meta: Map<String, Option<String>>,
}

impl Failure {
    /// A failure without placeholders.
    pub fn new(
        field_name: impl Into<String>,
        error_code: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            field_name: field_name.into(),
            error_code: error_code.into(),
            message: message.into(),
            meta: Map::new(),
        }
    }
}

impl From<Failure> for ResponseError {
    fn from(failure: Failure) -> Self {
        Self {
            error_code: Some(failure.error_code),
            field_name: Some(failure.field_name),
            message: Some(failure.message),
            meta: (!failure.meta.is_empty()).then_some(failure.meta),
        }
    }
}
