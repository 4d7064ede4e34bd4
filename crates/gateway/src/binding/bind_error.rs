use formats::{DecodeError, Format};
use service::ServiceError;

const CODE: &str = "SerializationException";

/// A member whose value does not fit its type.
#[derive(Debug)]
pub(super) struct BadMember {
    name: String,
    message: String,
}

impl BadMember {
    /// By the name and value that the caller wrote.
    pub(super) fn new(name: &str, value: Option<&str>) -> Self {
        let message = match value {
            Some(value) => format!("'{value}' is an Invalid value for '{name}'"),
            None => format!("Invalid Value for '{name}'"),
        };
        Self { name: name.to_owned(), message }
    }
}

/// 400 with one field error per member, in the words that ServiceStack's clients know.
pub(super) fn unable_to_bind(dto: &str, bad: Vec<BadMember>) -> ServiceError {
    let error = ServiceError::new(CODE, format!("Unable to bind to request '{dto}'"));
    bad.into_iter().fold(error, |error, member| {
        error.with_field(&member.name, CODE, member.message)
    })
}

/// 400 for a body that cannot be read at all.
pub(super) fn unreadable(dto: &str, format: Format, fault: &DecodeError) -> ServiceError {
    let media_type = format.media_type();
    ServiceError::new(CODE, format!("Could not read the {media_type} body of '{dto}': {fault}"))
}
